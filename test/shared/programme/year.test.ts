import { expect, test } from 'vitest'
import type { Match, WindowSpan } from '../../../shared/model/programme.ts'
import { bestMatch, compareFit, outcomesOf } from '../../../shared/programme/fit.ts'
import {
  dueKey,
  entriesOf,
  monthsOf,
  nextMonth,
  ownMonths,
  undated,
} from '../../../shared/programme/year.ts'

const own = (window: Omit<WindowSpan, 'role'>): WindowSpan => ({ role: 'enterprise', ...window })
const named = (name: string, ...windows: WindowSpan[]) => ({ name, windows })

test.each([
  ['exact days in one month', { opens: '2023-02-06', closes: '2023-02-28' }, [2]],
  ['exact days over several months', { opens: '2023-02-06', closes: '2023-04-01' }, [2, 3, 4]],
  ['over the turn of a year', { opens: '2023-12-15', closes: '2024-01-10' }, [12, 1]],
  ['only a closing day', { closes: '2023-06-30' }, [6]],
  ['only an opening day', { opens: '2023-03-01' }, [3]],
  ['months by name', { months: [3, 9] }, [3, 9]],
  ['days where both are given', { closes: '2025-05-01', months: [3] }, [5]],
  ['nothing', {}, []],
])('%s', (_, window, months) => {
  expect(monthsOf(own(window))).toEqual(months)
})

test('a window longer than a year fills it once', () => {
  expect(monthsOf(own({ opens: '2022-01-01', closes: '2024-12-31' }))).toHaveLength(12)
})

test('a month lists its windows by role, exact days first and the earliest first', () => {
  const rows = [
    named('usual', own({ months: [2] })),
    named('late', own({ closes: '2023-02-28' })),
    named('early', own({ closes: '2023-02-10' })),
    named('city', { role: 'city', closes: '2023-02-11' }),
  ]
  expect(entriesOf(rows, 2, 'enterprise').map(({ programme }) => programme.name)).toEqual([
    'early',
    'late',
    'usual',
  ])
  expect(entriesOf(rows, 2, '').filter(({ exact }) => exact)).toHaveLength(3)
  expect(entriesOf(rows, 2, 'city')).toHaveLength(1)
  expect(entriesOf(rows, 7, '')).toEqual([])
})

test('other roles speak only where the enterprise has no window', () => {
  const county: WindowSpan = { role: 'county', months: [5] }
  expect(ownMonths(named('a', own({ months: [4] }), county))).toEqual([4])
  expect(ownMonths(named('b', county))).toEqual([5])
  expect(undated([named('c', own({}))])).toHaveLength(1)
})

test('the next month in which something falls wraps round the year', () => {
  const rows = [named('a', own({ months: [2] }))]
  expect(nextMonth(rows, 2)).toBe(2)
  expect(nextMonth(rows, 11)).toBe(2)
  expect(nextMonth([], 11)).toBe(11)
})

test('what is due sooner comes first; past days and no date at all come last', () => {
  const rows = [
    named('none', own({})),
    named('past', own({ closes: '2022-05-01' })),
    named('long past', own({ closes: '2020-05-01' })),
    named('usual next January', own({ months: [1] })),
    named('usual this month', own({ months: [11] })),
    named('exact', own({ closes: '2023-11-20' })),
    named('today', own({ closes: '2023-11-15' })),
  ]
  const order = rows
    .toSorted((a, b) => dueKey(a, '2023-11-15').localeCompare(dueKey(b, '2023-11-15')))
    .map(({ name }) => name)
  expect(order).toEqual([
    'today',
    'exact',
    'usual this month',
    'usual next January',
    'past',
    'long past',
    'none',
  ])
})

const match = (outcome: Match['outcome'], bindingMet = 0, bindingTotal = 4): Match => ({
  outcome,
  bindingMet,
  bindingTotal,
})
const track = (id: string, fit: Match) => ({ id, title: id, awards: [], match: fit })

test('fit goes by the outcome, then by the share of conditions met', () => {
  const fits = [match('unmet', 3), match('unknown', 1), match('unknown', 3), match('met', 4)]
  expect(fits.toSorted(compareFit)).toEqual([fits[3], fits[2], fits[1], fits[0]])
})

test('a programme fits as well as the best of its tracks', () => {
  const tracks = [track('a', match('unmet')), track('b', match('judgement', 2))]
  const row = { match: match('unknown'), tracks }
  expect(bestMatch(row)).toEqual(match('judgement', 2))
  expect(outcomesOf(row)).toEqual(['unmet', 'judgement'])
  expect(bestMatch({ match: match('met'), tracks: [] })).toEqual(match('met'))
})
