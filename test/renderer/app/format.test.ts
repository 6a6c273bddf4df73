import { expect, test } from 'vitest'
import { fileSize, instant, listed, longDate, monthName } from '../../../renderer/app/format.ts'

test('dates are written out in text', () => {
  expect(longDate('2023-03-31', 'zh-CN')).toBe('2023年3月31日')
  expect(longDate('2023-03-31', 'en')).toBe('31 March 2023')
})

test('instants are told by the clock in China', () => {
  expect(instant('2023-03-31T16:05:00.000Z')).toBe('2023-04-01 00:05')
})

test('sizes are rounded to what a person reads', () => {
  expect(fileSize(820)).toBe('820 B')
  expect(fileSize(1536)).toBe('1.5 KB')
  expect(fileSize(147 * 1024 * 1024)).toBe('147 MB')
})

test('lists and months follow the language', () => {
  expect(listed(['甲', '乙', '丙'], 'zh-CN')).toBe('甲、乙和丙')
  expect(monthName('2023-02', 'zh-CN')).toBe('2月')
  expect(monthName('2023-02', 'en')).toBe('Feb')
})
