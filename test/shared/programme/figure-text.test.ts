import Big from 'big.js'
import { expect, test } from 'vitest'
import { readFigure } from '../../../shared/programme/figure-text.ts'
import { comparable, convert } from '../../../shared/programme/unit.ts'
import { chanceOf } from '../../support/random.ts'

test.each([
  ['1.2亿元', '万元', '12000'],
  ['12000万元', '万元', '12000'],
  ['１２０００万元', '亿元', '1.2'],
  ['1.2亿', '万元', '12000'],
  ['1.2万', '个', '12000'],
  ['35000元', '万元', '3.5'],
  ['￥35,000.07元', '万元', '3.500007'],
  ['500千元', '万元', '50'],
  ['2千万元', '亿元', '0.2'],
  ['3.2万平方米', '平方米', '32000'],
  ['3.5‰', '%', '0.35'],
  ['0.1亿', '元', '10000000'],
  ['-1.5亿元', '万元', '-15000'],
  ['1亿2000万元', '万元', '12000'],
  ['986 亿 4200 万', '亿元', '986.42'],
  ['1,986亿4200.5万', '亿元', '1986.42005'],
])('%s typed where %s is asked is %s', (typed, unit, value) => {
  expect(readFigure(typed, unit)?.value).toBe(value)
})

test('a figure in the unit asked, or without one, stays as it is and says nothing', () => {
  expect(readFigure('1,200.50', '万元')).toEqual({ value: '1200.50', from: null })
  expect(readFigure('98.6 ％', '%')).toEqual({ value: '98.6', from: null })
  expect(readFigure('12 家', '家')).toEqual({ value: '12', from: null })
  expect(readFigure('12', '')).toEqual({ value: '12', from: null })
})

test('what was given is told along with what it became', () => {
  expect(readFigure('1.2亿', '万元')?.from).toEqual({ value: '1.2', unit: '亿元' })
})

test.each([
  ['约300', '万元'],
  ['12家', '个'],
  ['12%', '万元'],
  ['1.2.3', '万元'],
  ['', '万元'],
  // 1.5 was meant, or 1,500: to guess would be ten or a hundred times wrong.
  ['1,5', '万元'],
  ['12,34', '万元'],
  ['1,2345', '万元'],
  ['1.5亿2000万', '万元'],
  ['1亿约2000万', '万元'],
  ['万元', '万元'],
  // More digits than are kept would be lost.
  ['0.1234567890123456789元', '亿元'],
])('%s is no figure where %s is asked', (typed, unit) => {
  expect(readFigure(typed, unit)).toBeNull()
})

test('money converts there and back without loss, whatever the amount', () => {
  const chance = chanceOf(7)
  const units = ['元', '千元', '万元', '亿元'] as const
  const worth = { 元: '1', 千元: '1e3', 万元: '1e4', 亿元: '1e8' }
  for (let n = 0; n < 500; n += 1) {
    const amount = `${chance.below(1e9)}.${chance.below(1e6)}`
    const [from, to] = [chance.pick(units), chance.pick(units)]
    const read = readFigure(`${amount}${from}`, to)
    const exact = new Big(amount).times(worth[from]).eq(new Big(read?.value ?? 0).times(worth[to]))
    expect(exact, `${amount}${from} in ${to}`).toBe(true)
    expect(comparable(from, to)).toBe(true)
    expect(new Big(convert(read?.value ?? '', to, from)).eq(amount)).toBe(true)
  }
})
