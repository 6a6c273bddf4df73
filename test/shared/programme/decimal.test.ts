import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  compareGrowth,
  compareRatio,
  multiply,
  parseDecimal,
  quotient,
  satisfies,
} from '../../../shared/programme/decimal.ts'
import { comparable, convert } from '../../../shared/programme/unit.ts'

describe('exact decimals', () => {
  test.each([
    ['1,234,567.80', '1234567.8'],
    [' 12 ', '12'],
    ['０', null],
    ['12,34', null],
    ['1e5', null],
    ['约500', null],
    ['', null],
    ['-3.50', '-3.5'],
    ['-0', '0'],
  ])('reads %j as %j', (text, value) => {
    expect(parseDecimal(text)).toBe(value)
  })

  test('adds and compares without binary fractions', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(compare('0.3', add('0.1', '0.2'))).toBe(0)
    expect(multiply('1234567890123456789', '10000')).toBe('12345678901234567890000')
  })

  test('compares thirds exactly by cross-multiplication', () => {
    expect(compareRatio(['1', '3'], ['333333333333333333', '1000000000000000000'])).toBe(1)
    expect(compareRatio(['2', '6'], ['1', '3'])).toBe(0)
  })

  test('judges compound growth of 30 % over two years at its edge', () => {
    expect(compareGrowth({ first: '100', last: '169', years: 2 }, '30')).toBe(0)
    expect(compareGrowth({ first: '100', last: '168.999999999999999999', years: 2 }, '30')).toBe(-1)
    expect(compareGrowth({ first: '100', last: '169.000000000000000001', years: 2 }, '30')).toBe(1)
  })

  test('以上 includes the number, 超过 excludes it', () => {
    expect(satisfies(0, '>=')).toBe(true)
    expect(satisfies(0, '>')).toBe(false)
    expect(satisfies(0, '<=')).toBe(true)
    expect(satisfies(0, '<')).toBe(false)
    expect(satisfies(0, '=')).toBe(true)
  })

  test('cuts a quotient for the eye, never up', () => {
    expect(quotient('2', '3', 2)).toBe('0.66')
  })

  test('converts money between its units and nothing else', () => {
    expect(convert('7000000', '万元', '亿元')).toBe('700')
    expect(convert('0.05', '亿元', '万元')).toBe('500')
    expect(comparable('万元', '亿元')).toBe(true)
    expect(comparable('万元', '%')).toBe(false)
    expect(comparable('平方米', '万平方米')).toBe(true)
    expect(comparable('平方米', '万元')).toBe(false)
    expect(convert('6000', '平方米', '万平方米')).toBe('0.6')
  })
})
