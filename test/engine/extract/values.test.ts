import { expect, test } from 'vitest'
import {
  findAmount,
  findDate,
  isRealDate,
  isTaxId,
} from '../../../electron/engine/extract/values.ts'
import { chineseAmount, readChineseAmount } from '../../../shared/programme/chinese-amount.ts'

test.each([
  ['2024年05月28日', '2024-05-28'],
  ['2024 年 5 月 8 日', '2024-05-08'],
  ['2024-05-28 10:11:12', '2024-05-28'],
  ['2024/5/8', '2024-05-08'],
  ['20240528101112', '2024-05-28'],
  ['二〇二三年二月十日', '2023-02-10'],
  ['二○二三年十二月三十一日', '2023-12-31'],
  ['2023年2月30日', '2023-02-30'],
])('%s is the date %s', (text, date) => expect(findDate(text)).toBe(date))

test('no date is made of other numbers, and an impossible one is known', () => {
  expect(findDate('24112000000048542163')).toBeNull()
  expect(findDate('共12页')).toBeNull()
  expect(isRealDate('2023-02-30')).toBe(false)
  expect(isRealDate('2024-02-29')).toBe(true)
})

test.each([
  ['¥1,234,567.80', '1234567.80'],
  ['-¥12.00', '-12.00'],
  ['￥ -12.00', '-12.00'],
  ['4197.16981132075', '4197.16981132075'],
  ['***', null],
])('%s is the amount %s', (text, amount) => expect(findAmount(text)).toBe(amount))

test('capitals say the amount that they were made of, in either unit', () => {
  const amounts = [
    '0.05',
    '10.00',
    '101.01',
    '1409.50',
    '100000.00',
    '10030000.07',
    '530000000000.10',
  ]
  for (const amount of amounts) {
    expect(readChineseAmount(chineseAmount(amount))).toBe(amount)
    expect(readChineseAmount(`人民币${chineseAmount(amount, '圆')}`)).toBe(amount)
  }
  expect(readChineseAmount('负伍佰圆整')).toBe('-500.00')
  expect(readChineseAmount('拾万元正')).toBe('100000.00')
  expect(readChineseAmount('伍佰美元')).toBeNull()
})

test.each([
  ['91320400EXAMPLE11R', true],
  ['91320400EXAMPLE11X', false],
  ['320400123456789', true],
  ['11010519491231002X', true],
  ['110105194912310021', false],
  ['123', false],
])('the tax id %s can be right: %s', (id, right) => expect(isTaxId(id)).toBe(right))
