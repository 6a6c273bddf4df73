import { describe, expect, test } from 'vitest'
import { check } from '../../../shared/programme/check.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Condition } from '../../../shared/programme/pack.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import {
  condition,
  filed,
  judge,
  makeCase,
  makePack,
  paper,
  plainPack,
  source,
} from '../../fixtures/programme.ts'

type Row = [name: string, rule: Rule, change: Partial<Case>, outcome: string]

const revenue = (value: string): Partial<Case> => ({
  indicators: [{ code: 'revenue', year: 2022, value }],
})
const both = (value: string, spent: string): Partial<Case> => ({
  indicators: [
    { code: 'revenue', year: 2022, value },
    { code: 'rd-spend', year: 2022, value: spent },
  ],
})
const share = (bound: string): Rule => ({
  kind: 'threshold',
  value: {
    ratio: [
      { indicator: 'rd-spend', year: -1 },
      { indicator: 'revenue', year: -1 },
    ],
  },
  op: '>=',
  bound,
  unit: '%',
})
/** 1 亿 and above: 3 %; above 5000 万: 4 %; below: 5 %. `revenue` is kept in 万元. */
const tiers: Rule = {
  kind: 'tiers',
  by: { indicator: 'revenue', year: -1 },
  unit: '亿元',
  tiers: [
    { op: '>=', bound: '1', rule: share('3') },
    { op: '>', bound: '0.5', rule: share('4') },
  ],
  otherwise: share('5'),
}

describe('tiers by the size of a figure', () => {
  test.each<Row>([
    ['exactly 1 亿, at the bound', tiers, both('10000', '300'), 'met'],
    ['exactly 1 亿, below it', tiers, both('10000', '299.99'), 'unmet'],
    ['just below 1 亿', tiers, both('9999.99', '399.9996'), 'met'],
    ['just below 1 亿, too little', tiers, both('9999.99', '399.9995'), 'unmet'],
    ['exactly 5000 万 is not above it', tiers, both('5000', '249.99'), 'unmet'],
    ['exactly 5000 万, at the bound', tiers, both('5000', '250'), 'met'],
    ['no figure', tiers, {}, 'unknown'],
    ['a tier, but not the figure inside', tiers, revenue('20000'), 'unknown'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('says by which figure the tier was taken, and asks for it when it lacks', () => {
    expect(judge(tiers, both('10000', '300')).working).toMatchObject({
      text: 'tiers.taken',
      data: { actual: '1', unit: '亿元' },
      parts: [{ text: 'threshold.atLeast' }],
    })
    expect(judge(tiers).missing).toEqual([{ what: 'indicator', ref: 'revenue', year: 2022 }])
  })
})

const at = (bound: string): Rule => ({
  kind: 'threshold',
  value: { indicator: 'revenue', year: -1 },
  op: '>=',
  bound,
  unit: '万元',
})
const ambiguous = (readings: Condition['readings'], rule = at('100')): Condition => ({
  ...condition(rule),
  readings,
})
const strictOrMild = ambiguous([
  { id: 'strict', text: '须达到200万元', rule: at('200') },
  { id: 'mild', text: '达到100万元即可' },
])
const chose = (reading: string): Partial<Case> => ({
  readings: {
    tested: {
      condition: 'tested',
      reading,
      name: '林示文',
      note: '已电话询问。',
      on: '2023-01-18',
    },
  },
})

describe('readings of an ambiguous condition', () => {
  const verdict = (change: Partial<Case>) => evaluate(strictOrMild, makeCase(change))

  test('the first is the default, and it is said that another comes out otherwise', () => {
    expect(verdict(revenue('150'))).toMatchObject({
      outcome: 'unmet',
      working: { text: 'reading.default', data: { reading: '须达到200万元', total: 2 } },
    })
    const other = ambiguous([
      { id: 'mild', text: '达到100万元即可' },
      { id: 'strict', text: '须达到200万元', rule: at('200') },
    ])
    expect(evaluate(other, makeCase(revenue('150')))).toMatchObject({
      outcome: 'met',
      working: { text: 'reading.differs', parts: [{ text: 'threshold.atLeast' }] },
    })
    expect(evaluate(other, makeCase(revenue('200'))).working.text).toBe('reading.default')
  })

  test('readings that come to no conclusion do not disagree', () => {
    const asked: Rule = { kind: 'attest', question: '是否逐年增加？' }
    const open = ambiguous([
      { id: 'figures', text: '按数据判断' },
      { id: 'person', text: '由人判断', rule: asked },
    ])
    expect(evaluate(open, makeCase()).working.text).toBe('reading.default')
    expect(evaluate(open, makeCase(revenue('100'))).working.text).toBe('reading.differs')
  })

  test('the clerk’s choice decides, with name, day and note', () => {
    expect(verdict({ ...revenue('150'), ...chose('mild') })).toMatchObject({
      outcome: 'met',
      working: {
        text: 'reading.chosen',
        data: {
          reading: '达到100万元即可',
          person: '林示文',
          on: '2023-01-18',
          note: '已电话询问。',
        },
      },
    })
  })

  test('a choice that the pack no longer has counts for nothing', () => {
    expect(verdict({ ...revenue('150'), ...chose('gone') }).working.text).toBe('reading.default')
  })

  test('the day of the figures is said', () => {
    const dated = { ...condition(at('100')), asOf: '截止2022年10月' }
    expect(evaluate(dated, makeCase(revenue('100')))).toMatchObject({
      outcome: 'met',
      working: { text: 'asOf', data: { asOf: '截止2022年10月' } },
    })
  })

  test('a hint asks for a choice only while it matters and nobody has chosen', () => {
    const pack = makePack({
      conditions: [
        ambiguous([
          { id: 'mild', text: '达到100万元即可' },
          { id: 'strict', text: '须达到200万元', rule: at('200') },
        ]),
      ],
    })
    const hints = (change: Partial<Case>) =>
      check(makeCase({ pack, ...change })).findings.filter(
        ({ code }) => code === 'condition.reading',
      )
    expect(hints(revenue('150'))).toMatchObject([
      { severity: 'hint', data: { reading: '达到100万元即可' } },
    ])
    expect(hints(revenue('250'))).toEqual([])
    expect(hints({ ...revenue('150'), ...chose('strict') })).toEqual([])
  })

  test('a shortfall is found beneath the reading', () => {
    const pack = makePack({ conditions: [strictOrMild] })
    const [found] = check(makeCase({ pack, ...revenue('150') })).findings.filter(
      ({ code }) => code === 'condition.unmet',
    )
    expect(found?.data).toMatchObject({ actual: '150', bound: '200', shortfall: '50' })
  })
})

/** A condition that nobody has anything to do for. */
const always = condition(
  { kind: 'threshold', value: { const: '1' }, op: '>=', bound: '1', unit: '' },
  'preferred',
)

describe('a slot that counts only in some cases', () => {
  const [audit] = plainPack.slots
  const slotOf = (when: Rule) => ({ ...audit, when })
  const byRegion: Rule = {
    kind: 'variant',
    fact: 'region',
    cases: [
      {
        in: ['苏南'],
        rule: { kind: 'threshold', value: { const: '1' }, op: '>=', bound: '1', unit: '' },
      },
    ],
    otherwise: { kind: 'threshold', value: { const: '0' }, op: '>=', bound: '1', unit: '' },
  }
  const seen = (when: Rule, change: Partial<Case> = {}) => {
    const pack = makePack({ slots: [slotOf(when)], conditions: [always], form: undefined })
    const { findings, completeness } = check(makeCase({ pack, ...change }))
    const shown = findings.map(({ code, severity }) => `${severity} ${code}`)
    return { shown, total: completeness.total }
  }

  test.each([
    ['applies', { region: '320500' }, ['blocking slot.missing'], 1],
    ['does not apply', { region: '320300' }, [], 0],
    [
      'cannot be told: asked for, without blocking',
      {},
      ['warning slot.missing', 'hint slot.open'],
      0,
    ],
  ])('%s', (_, facts, shown, total) => {
    expect(seen(byRegion, { facts })).toEqual({ shown, total })
  })

  test('a question to a person is asked, and answered by 不适用', () => {
    const asked: Rule = { kind: 'attest', question: '是否为联合体申报？' }
    expect(seen(asked).shown).toEqual(['warning slot.missing', 'hint slot.open'])
    expect(seen(asked, { slots: { audit: { materials: [], waived: '独立申报' } } }).shown).toEqual(
      [],
    )
    // Asked with its mark even where the pack has left it out: the sentence goes on behind it.
    const unmarked: Rule = { kind: 'attest', question: '是否为联合体申报' }
    const pack = makePack({ slots: [slotOf(unmarked)], conditions: [always], form: undefined })
    const [, open] = check(makeCase({ pack })).findings
    expect(open?.data?.question).toBe('是否为联合体申报？')
  })
})

describe('what stands inside a paper', () => {
  const inside = ['审计报告正文', '注册会计师签字']
  const pack = makePack({
    slots: [{ id: 'audit', title: '审计报告', accepts: ['special-audit'], inside, source }],
    conditions: [always],
    form: undefined,
  })
  const report = paper({ kind: 'special-audit' })
  const slots = { audit: filed(report) }
  const tick = (point: string, change = {}) => ({
    slot: 'audit',
    sha256: report.sha256,
    point,
    name: '林示文',
    on: '2023-01-18',
    ...change,
  })
  const left = (...ticks: ReturnType<typeof tick>[]) =>
    check(makeCase({ pack, slots, ticks })).findings.map(({ severity, code, data }) => [
      `${severity} ${code}`,
      data.points,
    ])

  test('each point is open until a person has ticked it for that paper', () => {
    const both = [['warning slot.inside', inside.join('；')]]
    expect(left()).toEqual(both)
    expect(left(tick(inside[0] ?? '', { sha256: 'another' }))).toEqual(both)
    expect(left(tick(inside[0] ?? ''))).toEqual([['warning slot.inside', inside[1]]])
    expect(left(...inside.map((point) => tick(point)))).toEqual([])
  })
})
