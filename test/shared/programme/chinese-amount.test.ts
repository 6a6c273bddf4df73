import { describe, expect, it } from 'vitest'
import { chineseAmount } from '../../../shared/programme/chinese-amount.ts'

describe('chineseAmount', () => {
  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['10', '壹拾元整'],
    ['16.4', '壹拾陆元肆角整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['526.00', '伍佰贰拾陆元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['10001', '壹万零壹元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['8500000', '捌佰伍拾万元整'],
    ['23500000.00', '贰仟叁佰伍拾万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100100000', '壹亿零壹拾万元整'],
    ['1000000000000', '壹万亿元整'],
    ['1234567890123.45', '壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
    ['-200', '负贰佰元整'],
  ])('%s', (amount, expected) => {
    expect(chineseAmount(amount)).toBe(expected)
  })

  it('prints 圆 where the form has it so', () => {
    expect(chineseAmount('4449.00', '圆')).toBe('肆仟肆佰肆拾玖圆整')
  })

  it.each(['', '1,000', '1.234', '1e5', '一'])('refuses %j', (amount) => {
    expect(() => chineseAmount(amount)).toThrow(RangeError)
  })
})
