import { expect, test } from 'vitest'
import {
  choicesOf,
  filtered,
  matches,
  noFilter,
  sorted,
} from '../../../renderer/pages/programmes/filter.ts'
import { policiesWith } from '../../../renderer/pages/programmes/policies.ts'
import { bestMatch } from '../../../shared/programme/fit.ts'
import { ownMonths } from '../../../shared/programme/year.ts'
import { engineWithVault } from '../../support/house.ts'

/** Every shipped programme, as the engine lists it. */
const shipped = async () => (await engineWithVault().call('programme.list', {})).programmes

test('a filter passes what all its parts pass', async () => {
  const rows = await shipped()
  expect(rows.length).toBeGreaterThan(30)
  expect(filtered(rows, noFilter)).toEqual(rows)
  const ids = filtered(rows, { ...noFilter, text: '2022 特色产业基地' }).map(({ id }) => id)
  expect(ids).toEqual(['js-internet-plus-base'])
  const march = filtered(rows, { ...noFilter, level: 'provincial', month: '3' })
  expect(march.length).toBeGreaterThan(0)
  for (const row of march) {
    expect(row.level).toBe('provincial')
    expect(ownMonths(row)).toContain(3)
  }
})

test.each(['level', 'region', 'department', 'category', 'month', 'channel', 'match'] as const)(
  'the counts beside %s are what choosing leaves',
  async (key) => {
    const rows = await shipped()
    const counts = choicesOf(rows, key)
    expect(counts.size).toBeGreaterThan(0)
    for (const [value, count] of counts)
      expect(filtered(rows, { ...noFilter, [key]: value })).toHaveLength(count)
  },
)

test('a programme is found by its tracks and by the titles that it leads to', async () => {
  const rows = await shipped()
  const byTitle = filtered(rows, { ...noFilter, text: '五星级上云企业' }).map(({ id }) => id)
  expect(byTitle).toContain('js-cloud-star')
})

test('fit puts no worse programme before a better one; filed order is left alone', async () => {
  const rows = await shipped()
  const ranks = sorted(rows, 'fit', '2024-03-01').map((row) =>
    matches.indexOf(bestMatch(row).outcome as (typeof matches)[number]),
  )
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(sorted(rows, 'file', '2024-03-01')).toEqual(rows)
})

test('the deadline order begins with what is due soonest from today on', async () => {
  const rows = await shipped()
  const [first] = sorted(rows, 'deadline', '2024-05-01')
  expect(first && ownMonths(first)).toContain(5)
  const [before] = sorted(rows, 'deadline', '2023-02-20')
  expect(before?.windows.some(({ closes }) => closes === '2023-02-28')).toBe(true)
})

test('policies are found by number, publisher and gist alike', async () => {
  const policies = await engineWithVault().call('policy.list', {})
  expect(policiesWith(policies, '')).toEqual(policies)
  for (const { number, id } of policies.filter((policy) => policy.number !== ''))
    expect(policiesWith(policies, number).map((policy) => policy.id)).toContain(id)
  expect(policiesWith(policies, '没有这样的文件')).toEqual([])
})
