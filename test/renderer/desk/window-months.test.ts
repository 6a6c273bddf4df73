import { expect, test } from 'vitest'
import {
  comingMonths,
  soonestFirst,
  windowMonths,
} from '../../../renderer/pages/desk/window-months.ts'

const months = comingMonths('2023-02-10')
const marked = (windows: Parameters<typeof windowMonths>[0]) => [...windowMonths(windows, months)]

test('twelve months begin with this one and cross the year', () => {
  expect(months).toHaveLength(12)
  expect(months[0]).toBe('2023-02')
  expect(months[11]).toBe('2024-01')
})

test('a window of days marks every month that it touches', () => {
  const window = { role: 'enterprise', opens: '2023-02-20', closes: '2023-04-01' } as const
  expect(marked([window])).toEqual(['2023-02', '2023-03', '2023-04'])
})

test('a window that is past marks nothing, one without a beginning the month of its end', () => {
  expect(marked([{ role: 'enterprise', closes: '2022-09-30' }])).toEqual([])
  expect(marked([{ role: 'enterprise', closes: '2023-03-31' }])).toEqual(['2023-03'])
})

test('months that each notice fixes come round every year', () => {
  expect(marked([{ role: 'enterprise', months: [1, 9] }])).toEqual(['2023-09', '2024-01'])
})

test('the enterprise’s own window counts, and another only where it has none', () => {
  const province = { role: 'province', closes: '2023-05-31' } as const
  const own = { role: 'enterprise', closes: '2023-03-31' } as const
  expect(marked([province, own])).toEqual(['2023-03'])
  expect(marked([province])).toEqual(['2023-05'])
})

test('what can be handed in soonest comes first, what cannot last', () => {
  const programme = (id: string, months: number[]) => ({
    id,
    windows: months.length > 0 ? [{ role: 'enterprise' as const, months }] : [],
  })
  const sorted = soonestFirst(
    [
      programme('none', []),
      programme('june', [6]),
      programme('january', [1]),
      programme('now', [2]),
    ],
    months,
  )
  expect(sorted.map(({ id }) => id)).toEqual(['now', 'june', 'january', 'none'])
})
