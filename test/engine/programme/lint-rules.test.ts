/** What the linter says of rules, tracks, readings and windows that nothing can satisfy. */
import { describe, expect, test } from 'vitest'
import { checkPack } from '../../../electron/engine/programme/pack-check.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import { condition, plainPack, source } from '../../fixtures/programme.ts'

type Plain = Record<string, unknown>

const faultsOf = (change: Plain): string[] =>
  checkPack(JSON.stringify({ ...plainPack, ...change }, null, 2)).faults.map(
    ({ path, code }) => `${path} ${code}`,
  )
const ruleFaults = (rule: Rule): string[] =>
  faultsOf({ conditions: [condition(rule)] }).map((fault) =>
    fault.replace('conditions[0].rule.', ''),
  )

const met: Rule = { kind: 'threshold', value: { const: '1' }, op: '>=', bound: '1', unit: '' }
const revenue = { indicator: 'revenue', year: -1 }
const stars = { kind: 'ladder', family: 'js-cloud-star' } as const
const tier = (op: '>=' | '>' | '<=' | '<' | '=', bound: string) => ({ op, bound, rule: met })
const byRevenue = (...tiers: ReturnType<typeof tier>[]): Rule => ({
  kind: 'tiers',
  by: revenue,
  unit: '亿元',
  tiers,
  otherwise: met,
})
const activity = (change: Partial<Extract<Rule, { kind: 'activity' }>> = {}): Rule => ({
  kind: 'activity',
  slots: ['audit'],
  from: '2022-01-01',
  to: '2022-03-31',
  months: 3,
  ...change,
})
const contracts = (rule: Rule) =>
  faultsOf({
    conditions: [condition(rule)],
    slots: [{ id: 'audit', title: '云服务使用证明', accepts: ['cloud-service'], source }],
    form: undefined,
  })

describe('rules', () => {
  test.each<[string, Rule, string[]]>([
    ['a ladder’s rung', { ...stars, level: 4, requires: 3 }, []],
    ['a ladder’s first rung', { ...stars, level: 3, requires: null }, []],
    ['no such family', { ...stars, family: 'x', level: 4, requires: 3 }, ['family unknown.family']],
    ['no such level', { ...stars, level: 9, requires: 3 }, ['level unknown.level']],
    ['no such level below', { ...stars, level: 4, requires: 1 }, ['requires unknown.level']],
    ['a ladder downwards', { ...stars, level: 3, requires: 4 }, ['requires rule.ladder']],
    ['no such title', { kind: 'notHeld', titles: ['x'] }, ['titles[0] unknown.title']],
    [
      'a title twice',
      { kind: 'held', titles: ['js-iiot-platform', 'js-iiot-platform'], min: 2 },
      ['min rule.count', 'titles[1] duplicate.id'],
    ],
    ['no such slot', { kind: 'clean', years: 3, question: '？', slot: 'x' }, ['slot unknown.slot']],
    [
      'a mark beyond the scale',
      { kind: 'score', to: '附件', scale: '100', pass: '101' },
      ['pass rule.score'],
    ],
    ['the whole scale as mark', { kind: 'score', to: '附件', scale: '100', pass: '100' }, []],
    ['a mark without a scale', { kind: 'score', to: '附件', pass: '101' }, []],
    [
      'more papers than the slot takes',
      { kind: 'evidence', slot: 'certificate', min: 3 },
      ['min rule.count'],
    ],
    ['tiers downwards', byRevenue(tier('>=', '2'), tier('>=', '1')), []],
    [
      'a tier that an earlier one takes',
      byRevenue(tier('>=', '1'), tier('>=', '2')),
      ['tiers[1] rule.tier'],
    ],
    [
      'above after at least, same bound',
      byRevenue(tier('>=', '1'), tier('>', '1')),
      ['tiers[1] rule.tier'],
    ],
    ['at least after above, same bound', byRevenue(tier('>', '1'), tier('>=', '1')), []],
    ['upwards from below', byRevenue(tier('<', '1'), tier('<', '2')), []],
    ['downwards from below', byRevenue(tier('<', '2'), tier('<=', '1')), ['tiers[1] rule.tier']],
    [
      'an exact figure that is taken',
      byRevenue(tier('>=', '1'), tier('=', '1')),
      ['tiers[1] rule.tier'],
    ],
    [
      'tiers by growth, in a unit that does not compare',
      { ...byRevenue(tier('>=', '1')), by: { growth: 'revenue', from: -2, to: -1 } } as Rule,
      ['by rule.tiersGrowth', 'unit rule.growth'],
    ],
    [
      'a fault inside a tier',
      {
        kind: 'tiers',
        by: revenue,
        unit: '万元',
        tiers: [tier('>=', '1')],
        otherwise: { kind: 'held', titles: ['x'], min: 1 },
      },
      ['otherwise.titles[0] unknown.title'],
    ],
    [
      'a region that does not exist',
      {
        kind: 'variant',
        fact: 'region',
        cases: [{ in: ['苏南', '苏东', '999999'], rule: met }],
        otherwise: met,
      },
      ['cases[0].in[1] unknown.region', 'cases[0].in[2] unknown.region'],
    ],
  ])('%s', (_, rule, faults) => {
    expect(ruleFaults(rule).toSorted()).toEqual(faults.toSorted())
  })

  test.each<[string, Rule, string[]]>([
    ['as many months as the window has', activity(), []],
    ['more than it has', activity({ months: 4 }), ['conditions[0].rule.months rule.months']],
    [
      'a window that ends before it begins',
      activity({ to: '2021-12-31' }),
      ['conditions[0].rule.months rule.months'],
    ],
    ['no such slot', activity({ slots: ['x'] }), ['conditions[0].rule.slots[0] unknown.slot']],
  ])('activity: %s', (_, rule, faults) => {
    expect(contracts(rule)).toEqual(faults)
  })

  test('activity: papers that cannot say from when to when', () => {
    expect(ruleFaults(activity({ slots: ['certificate'] }))).toEqual([
      'slots[0] unknown.materialFact',
      'slots[0] unknown.materialFact',
    ])
  })

  test('a kind that does not exist is named with the place', () => {
    const faults = faultsOf({ conditions: [{ ...condition(met), rule: { kind: 'guess' } }] })
    expect(faults).toEqual(['conditions[0].rule.kind schema'])
  })
})

describe('readings, slots, tracks and windows', () => {
  const readings = (...ids: string[]) => ids.map((id) => ({ id, text: '按上年度计算。' }))

  test('readings: ids once each, rules sound, texts whole', () => {
    const faults = (list: unknown) =>
      faultsOf({ conditions: [{ ...condition(met), readings: list }] })
    expect(faults(readings('a', 'b'))).toEqual([])
    expect(faults(readings('a', 'a'))).toEqual(['conditions[0].readings[1].id duplicate.id'])
    const [first] = readings('a')
    expect(faults([first, { id: 'b', text: '按上年度和' }])).toEqual([
      'conditions[0].readings[1].text text.cut',
    ])
    const rule = { kind: 'held', titles: ['x'], min: 1 }
    expect(faults([first, { id: 'b', text: '按本年度计算。', rule }])).toEqual([
      'conditions[0].readings[1].rule.titles[0] unknown.title',
    ])
  })

  test('a slot’s own rule refers to what exists', () => {
    const when = { kind: 'answered', field: 'x' }
    const [audit, ...slots] = plainPack.slots
    expect(faultsOf({ slots: [{ ...audit, when }, ...slots] })).toEqual([
      'slots[0].when.field unknown.field',
    ])
  })

  test.each([
    ['two that differ', [{ text: '甲。' }, { text: '乙。' }], []],
    ['one with nothing of its own', [{ text: '甲。' }, {}], ['tracks[1] track.empty']],
    ['two alike', [{ text: '甲。' }, { text: '甲。' }], ['tracks[1] track.same']],
    [
      'two of one name',
      [
        { text: '甲。', title: 'A' },
        { text: '乙。', title: 'A' },
      ],
      ['tracks[1].title track.title'],
    ],
    [
      'an award that nobody knows',
      [{ text: '甲。', awards: ['x'] }],
      ['tracks[0].awards[0] unknown.title'],
    ],
  ] as [string, { text?: string; title?: string; awards?: string[] }[], string[]][])(
    'tracks: %s',
    (_, list, faults) => {
      const tracks = list.map(({ text, title, awards = [] }, i) => ({
        id: `t${i}`,
        title: title ?? `类别${i}`,
        conditions: text === undefined ? [] : [{ ...condition(met), id: `c${i}`, text }],
        awards,
        source,
      }))
      expect(faultsOf({ tracks })).toEqual(faults)
    },
  )

  test.each([
    ['days inside the months', { closes: '2023-02-28', months: [2] }, []],
    [
      'days outside the months',
      { closes: '2023-02-28', months: [5] },
      ['windows[0].months window.months'],
    ],
  ])('windows: %s', (_, change, faults) => {
    const window = { id: 'w', role: 'enterprise', source, ...change }
    expect(faultsOf({ windows: [window] })).toEqual(faults)
  })
})
