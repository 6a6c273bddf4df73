import { describe, expect, test } from 'vitest'
import {
  addYears,
  compareDays,
  daysBetween,
  isDay,
  isMonth,
  todayInChina,
  yearsBetween,
} from '../../../shared/programme/calendar.ts'

describe('calendar dates', () => {
  test.each([
    ['2020-02-29', 1, '2021-02-28'],
    ['2020-02-29', 4, '2024-02-29'],
    ['2020-12-31', 3, '2023-12-31'],
    ['2023-03-31', -3, '2020-03-31'],
  ])('%s plus %i years is %s', (day, years, later) => {
    expect(addYears(day, years)).toBe(later)
  })

  test('a year is complete on the anniversary, not the day before', () => {
    expect(yearsBetween('2020-02-28', '2023-02-28')).toBe(3)
    expect(yearsBetween('2020-03-01', '2023-02-28')).toBe(2)
    expect(yearsBetween('2020-02-29', '2023-02-28')).toBe(3)
  })

  test('the day changes at midnight in China, wherever the computer stands', () => {
    expect(todayInChina(new Date('2023-02-28T15:59:59Z'))).toBe('2023-02-28')
    expect(todayInChina(new Date('2023-02-28T16:00:00Z'))).toBe('2023-03-01')
  })

  test('knows which days exist', () => {
    expect(isDay('2023-02-29')).toBe(false)
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2023-13-01')).toBe(false)
    expect(isDay('2023-00-10')).toBe(false)
    expect(isDay('2023年2月28日')).toBe(false)
    expect(isMonth('2022-10')).toBe(true)
    expect(isMonth('2022-13')).toBe(false)
  })

  test('compares and counts days', () => {
    expect(compareDays('2023-02-28', '2023-03-01')).toBe(-1)
    expect(compareDays('2023-03-01', '2023-03-01')).toBe(0)
    expect(daysBetween('2023-02-26', '2023-03-01')).toBe(3)
    expect(daysBetween('2023-03-01', '2023-02-28')).toBe(-1)
  })
})
