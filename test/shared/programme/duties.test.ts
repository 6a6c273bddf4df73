import { expect, test } from 'vitest'
import { nextDue } from '../../../shared/programme/duties.ts'
import type { Duty } from '../../../shared/programme/pack.ts'
import { source } from '../../fixtures/programme.ts'

const duty = (change: Partial<Duty>): Duty => ({ id: 'd', text: '复核', source, ...change })

test('a yearly duty falls due at the end of its month, the first after the award', () => {
  const yearly = duty({ month: 12, every: 1 })
  expect(nextDue(yearly, '2022-12-20', [], '2022-12-21')).toBe('2022-12-31')
  expect(nextDue(yearly, '2022-12-20', ['2022-12-31'], '2023-01-10')).toBe('2023-12-31')
  // A date long past is spoken of no more: the next one is.
  expect(nextDue(yearly, '2019-06-01', [], '2023-05-01')).toBe('2023-12-31')
})

test('a duty after some months comes once, or again and again', () => {
  expect(nextDue(duty({ after: 36 }), '2021-03-31', [], '2023-01-01')).toBe('2024-03-31')
  expect(nextDue(duty({ after: 36 }), '2021-03-31', ['2024-03-31'], '2024-04-01')).toBeNull()
  expect(nextDue(duty({ after: 36, every: 3 }), '2021-03-31', ['2024-03-31'], '2024-04-01')).toBe(
    '2027-03-31',
  )
  expect(nextDue(duty({ month: 2 }), '2023-03-01', [], '2023-03-02')).toBe('2024-02-29')
})
