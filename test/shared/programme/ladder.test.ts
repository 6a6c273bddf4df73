import { expect, test } from 'vitest'
import { laddersOf, nextRungs } from '../../../shared/programme/ladder.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import { condition, makePack, source } from '../../fixtures/programme.ts'

const today = '2024-03-01'
const [city, province, nation] = [
  'city-green-factory',
  'js-green-factory',
  'cn-green-factory',
] as const

const programme = (id: string, awards: string[], rules: readonly Rule[] = []) =>
  makePack({
    id,
    short: id,
    awards,
    conditions: [
      condition({ kind: 'attest', question: '是否属实？' }),
      ...rules.map((rule, index) => ({ ...condition(rule), id: `c${index}` })),
    ],
  })

const climb = (level: number, requires: number | null): Rule => ({
  kind: 'ladder',
  family: 'green-factory',
  level,
  requires,
})
const packs = [
  programme('to-province', [province], [climb(2, 1)]),
  programme('to-nation', [nation], [climb(3, 2)]),
]

const stateOf = (titles: Parameters<typeof laddersOf>[1], code: string, from = packs) =>
  laddersOf(from, titles, today)
    .flatMap(({ rungs }) => rungs)
    .find((rung) => rung.code === code)?.paths[0]

test('a family stands in the order of its levels, with what leads to each rung', () => {
  const [ladder] = laddersOf(packs, [], today)
  expect(ladder?.family).toBe('green-factory')
  const codes = ladder?.rungs.map(({ code }) => code) ?? []
  expect(codes.indexOf(city)).toBeLessThan(codes.indexOf(province))
  expect(codes.indexOf(province)).toBeLessThan(codes.indexOf(nation))
  expect(ladder?.rungs.find(({ code }) => code === city)?.paths).toEqual([])
  expect(ladder?.rungs.every(({ held }) => !held)).toBe(true)
})

test('a rung opens by the title below it, and is closed again once it is held', () => {
  expect(stateOf([], province)).toMatchObject({
    state: 'lacking',
    climbs: true,
    needs: [{ titles: [city], min: 1 }],
  })
  expect(stateOf([{ code: city }], province)).toMatchObject({ state: 'open', needs: [] })
  expect(stateOf([{ code: city }], nation)).toMatchObject({ state: 'lacking' })
  expect(stateOf([{ code: province }], province)?.state).toBe('held')
  expect(stateOf([{ code: nation }], province)?.state).toBe('held')
})

test('a title that has run out is not held', () => {
  expect(stateOf([{ code: city, until: '2024-02-29' }], province)?.state).toBe('lacking')
  expect(stateOf([{ code: city, until: today }], province)?.state).toBe('open')
})

test('a title has to be held for as many years as asked, to the day', () => {
  const rule: Rule = { kind: 'held', titles: [city], min: 1, years: 2 }
  const from = [programme('after-two-years', [nation], [rule])]
  expect(stateOf([{ code: city, since: '2022-03-01' }], nation, from)?.state).toBe('open')
  expect(stateOf([{ code: city, since: '2022-03-02' }], nation, from)).toMatchObject({
    state: 'lacking',
    needs: [{ titles: [city], years: 2 }],
  })
  expect(stateOf([{ code: city }], nation, from)?.state).toBe('lacking')
})

test('an alternative that asks for no title leaves the rung open', () => {
  const held: Rule = { kind: 'held', titles: [province], min: 1 }
  const either: Rule = { kind: 'any', of: [held, { kind: 'attest', question: '有无佐证？' }] }
  const path = stateOf([], nation, [programme('either', [nation], [either])])
  expect(path).toMatchObject({ state: 'open', climbs: false })
  const both: Rule = { kind: 'all', of: [held, { kind: 'attest', question: '有无佐证？' }] }
  expect(stateOf([], nation, [programme('both', [nation], [both])])?.state).toBe('lacking')
})

test('a title that shuts a rung out is said; guiding conditions shut nothing', () => {
  const rule: Rule = { kind: 'notHeld', titles: [city] }
  const from = [programme('not-again', [nation], [rule])]
  expect(stateOf([{ code: city }], nation, from)?.state).toBe('excluded')
  const guiding = makePack({
    id: 'guiding',
    awards: [nation],
    conditions: [condition(rule, 'guiding')],
  })
  expect(stateOf([{ code: city }], nation, [guiding])?.state).toBe('open')
})

test('every track is a way of its own, with the awards of programme and track', () => {
  const tracked = makePack({
    tracks: [
      { id: 'first', title: '省级', awards: [province], source },
      { id: 'second', title: '国家级', awards: [nation], source },
    ],
  })
  expect(stateOf([], province, [tracked])).toMatchObject({ track: 'first', title: '省级' })
  expect(stateOf([], nation, [tracked])).toMatchObject({ track: 'second' })
})

test('what is next is named only in families of which something is held', () => {
  expect(nextRungs(laddersOf(packs, [], today))).toEqual([])
  const next = nextRungs(laddersOf(packs, [{ code: city }], today))
  expect(next).toMatchObject([{ id: 'to-province', code: province, state: 'open' }])
})

test('what is held is shown even where no programme leads there', () => {
  const [ladder] = laddersOf([], [{ code: city, since: '2020-05-01' }], today)
  expect(ladder?.rungs.find(({ code }) => code === city)).toMatchObject({
    held: true,
    since: '2020-05-01',
    paths: [],
  })
})
