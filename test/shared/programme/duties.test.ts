import { expect, test } from 'vitest'
import { type Due, datesOf, dueOf, type Term } from '../../../shared/programme/duties.ts'
import type { Duty } from '../../../shared/programme/pack.ts'
import { source } from '../../fixtures/programme.ts'

const duty = (change: Partial<Duty>): Duty => ({ id: 'd', text: '复核', source, ...change })
const term = (since: string, change: Partial<Term> = {}): Term => ({
  since,
  known: since,
  until: null,
  ...change,
})
const done = (...days: string[]) => days.map((due) => ({ due, outcome: 'done' as const }))
const coming = (due: string): Due => ({ due, earlier: 0, next: null })
const yearly = duty({ month: 12, every: 1 })

test('a yearly duty falls due at the end of its month, the first after the award', () => {
  const won = term('2022-12-20')
  expect(dueOf(yearly, won, [], '2022-12-21')).toEqual(coming('2022-12-31'))
  expect(dueOf(yearly, won, done('2022-12-31'), '2023-01-10')).toEqual(coming('2023-12-31'))
  // The end of February is another day in a leap year.
  const february = duty({ month: 2, every: 1 })
  expect(datesOf(february, term('2022-03-01'), '2023-01-01').slice(0, 2)).toEqual([
    '2023-02-28',
    '2024-02-29',
  ])
})

test('a date that passed is asked for until it is settled, with the next one beside it', () => {
  const won = term('2022-06-01')
  expect(dueOf(yearly, won, [], '2022-12-31')).toEqual(coming('2022-12-31'))
  const missed: Due = { due: '2022-12-31', earlier: 0, next: '2023-12-31' }
  expect(dueOf(yearly, won, [], '2023-01-01')).toEqual(missed)
  // Longer than two months ago, it is still not silently replaced by the next year's.
  expect(dueOf(yearly, won, [], '2023-11-30')).toEqual(missed)
  expect(dueOf(yearly, won, done('2022-12-31'), '2023-11-30')).toEqual(coming('2023-12-31'))
  expect(dueOf(duty({}), won, [], '2031-01-01')).toEqual(coming('2023-06-01'))
})

test('of several missed dates the last is named and the others are counted', () => {
  const won = term('2019-06-01')
  const due = dueOf(yearly, won, done('2020-12-31'), '2023-05-01')
  expect(due).toEqual({ due: '2022-12-31', earlier: 2, next: '2023-12-31' })
  // Settled, it leaves the ones before it.
  expect(dueOf(yearly, won, done('2020-12-31', '2022-12-31'), '2023-05-01')).toEqual({
    due: '2021-12-31',
    earlier: 1,
    next: '2023-12-31',
  })
  const early = done('2019-12-31', '2020-12-31', '2021-12-31', '2022-12-31', '2023-12-31')
  expect(dueOf(yearly, won, early, '2023-05-01')).toEqual(coming('2024-12-31'))
})

test('what was due before the vault was told of the title is not asked for', () => {
  const old = term('1990-06-01', { known: '2023-03-01' })
  expect(dueOf(yearly, old, [], '2023-03-01')).toEqual(coming('2023-12-31'))
  expect(dueOf(yearly, old, [], '2025-03-01')).toEqual({
    due: '2024-12-31',
    earlier: 1,
    next: '2025-12-31',
  })
  expect(dueOf(duty({ after: 36 }), old, [], '2023-03-01')).toBeNull()
  const same = term('2022-06-01', { known: '2022-12-31' })
  expect(dueOf(yearly, same, [], '2023-02-01')?.due).toBe('2022-12-31')
})

test('a title that has run out asks for nothing, and for nothing beyond its end before', () => {
  const won = term('2021-06-01', { until: '2024-05-31' })
  expect(dueOf(yearly, won, done('2021-12-31'), '2024-05-31')).toEqual({
    due: '2023-12-31',
    earlier: 1,
    next: null,
  })
  expect(dueOf(yearly, won, [], '2024-06-01')).toBeNull()
  const settled = done('2021-12-31', '2022-12-31', '2023-12-31')
  expect(dueOf(yearly, won, settled, '2024-01-10')).toBeNull()
})

test('applying anew is asked for while the title still holds', () => {
  const again = duty({ after: 36, every: 3 })
  const onTheDay = term('2021-05-20', { until: '2024-05-19' })
  expect(dueOf(again, onTheDay, [], '2024-02-01')).toEqual(coming('2024-05-19'))
  const sooner = term('2021-12-20', { until: '2024-11-30' })
  expect(dueOf(again, sooner, [], '2024-02-01')).toEqual(coming('2024-11-30'))
  expect(dueOf(again, term('2021-03-31'), [], '2023-01-01')).toEqual(coming('2024-03-31'))
  expect(dueOf(again, term('2021-03-31'), done('2024-03-31'), '2024-04-01')?.due).toBe('2027-03-31')
})

test('a duty that has ended asks for nothing, missed dates of before included', () => {
  const ended = [{ due: '2022-12-31', outcome: 'ended' as const }]
  expect(dueOf(yearly, term('2020-06-01'), ended, '2023-05-01')).toBeNull()
  const handled = [{ due: '2022-12-31', outcome: 'handled' as const }]
  expect(dueOf(yearly, term('2022-06-01'), handled, '2023-05-01')).toEqual(coming('2023-12-31'))
})
