import { describe, expect, test } from 'vitest'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Operand, Rule } from '../../../shared/programme/rule.ts'
import { filed, judge, paper } from '../../fixtures/programme.ts'

type Row = [name: string, change: Partial<Case>, outcome: string]

const threshold = (
  value: Operand,
  op: '>=' | '>' | '<=' | '<' | '=',
  bound: string,
  unit: string,
) => ({ kind: 'threshold', value, op, bound, unit }) satisfies Rule

const figures = (code: string, values: Record<number, string>): Partial<Case> => ({
  indicators: Object.entries(values).map(([year, value]) => ({ code, year: Number(year), value })),
})

const table = (...rows: Record<string, string>[]): Partial<Case> => ({ answers: { firms: rows } })

describe('threshold on an indicator, its unit against the bound’s', () => {
  const atLeast = threshold({ indicator: 'main-revenue', year: -1 }, '>=', '2', '亿元')
  test.each<Row>([
    ['exactly', figures('main-revenue', { 2022: '20000' }), 'met'],
    ['one fen less', figures('main-revenue', { 2022: '19999.999999' }), 'unmet'],
    ['only another year', figures('main-revenue', { 2021: '50000' }), 'unknown'],
    ['nothing', {}, 'unknown'],
  ])('%s', (_, change, outcome) => {
    expect(judge(atLeast, change).outcome).toBe(outcome)
  })

  test.each([
    ['>', '20000', 'unmet'],
    ['>', '20000.01', 'met'],
    ['<=', '20000', 'met'],
    ['<=', '20000.01', 'unmet'],
    ['<', '20000', 'unmet'],
    ['=', '20000.00', 'met'],
    ['=', '20000.01', 'unmet'],
  ] as const)('2亿元 %s with %s万元 is %s', (op, value, outcome) => {
    const rule = threshold({ indicator: 'main-revenue', year: -1 }, op, '2', '亿元')
    expect(judge(rule, figures('main-revenue', { 2022: value })).outcome).toBe(outcome)
  })

  test('explains itself: actual, bound, shortfall in the notice’s unit, and the clause', () => {
    const verdict = judge(atLeast, figures('main-revenue', { 2022: '15000' }))
    expect(verdict.working.data).toMatchObject({
      name: '主营业务收入（2022年）',
      actual: '1.5',
      bound: '2',
      shortfall: '0.5',
      unit: '亿元',
    })
    expect(verdict.source).toEqual({ document: 'notice', clause: '三（一）1', line: 27 })
  })

  test('names the figure and year that is missing', () => {
    expect(judge(atLeast).missing).toEqual([{ what: 'indicator', ref: 'main-revenue', year: 2022 }])
  })
})

describe('totals, ratios and growth', () => {
  const total = threshold({ total: 'iiot-spend', years: [-3, -2, -1] }, '>=', '2000', '万元')
  const ratio = threshold(
    {
      ratio: [
        { indicator: 'rd-spend', year: -1 },
        { indicator: 'revenue', year: -1 },
      ],
    },
    '>=',
    '3',
    '%',
  )
  const growth = threshold({ growth: 'main-revenue', from: -3, to: -1 }, '>=', '30', '%')
  const both = (rd: string, revenue: string) => ({
    indicators: [
      { code: 'rd-spend', year: 2022, value: rd },
      { code: 'revenue', year: 2022, value: revenue },
    ],
  })

  test.each<[string, Rule, Partial<Case>, string]>([
    ['sum exact', total, figures('iiot-spend', { 2020: '500', 2021: '600', 2022: '900' }), 'met'],
    [
      'sum short',
      total,
      figures('iiot-spend', { 2020: '500', 2021: '600', 2022: '899.99' }),
      'unmet',
    ],
    ['two years suffice', total, figures('iiot-spend', { 2021: '1000', 2022: '1000' }), 'met'],
    ['a year missing', total, figures('iiot-spend', { 2021: '1000', 2022: '999' }), 'unknown'],
    ['no year', total, {}, 'unknown'],
    ['ratio exact', ratio, both('3', '100'), 'met'],
    ['ratio that rounds to 3 %', ratio, both('2.9999', '100'), 'unmet'],
    ['ratio to nought', ratio, both('3', '0'), 'unknown'],
    ['ratio without revenue', ratio, figures('rd-spend', { 2022: '3' }), 'unknown'],
    ['growth exact', growth, figures('main-revenue', { 2020: '100', 2022: '169' }), 'met'],
    ['growth short', growth, figures('main-revenue', { 2020: '100', 2022: '168.99' }), 'unmet'],
    ['growth from nought', growth, figures('main-revenue', { 2020: '0', 2022: '169' }), 'unknown'],
    ['growth without start', growth, figures('main-revenue', { 2022: '169' }), 'unknown'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })
})

describe('counts and sums over a table', () => {
  const owners = threshold({ rows: 'firms', distinct: 'owner' }, '>=', '2', '家')
  const rich = threshold(
    { rows: 'firms', where: [{ column: 'income', op: '>=', bound: '1000' }] },
    '>=',
    '2',
    '家',
  )
  const starred = threshold(
    { rows: 'firms', where: [{ column: 'star', in: ['four'] }] },
    '>=',
    '1',
    '个',
  )
  const income = threshold({ sum: 'firms', column: 'income' }, '>=', '0.2', '亿元')
  test.each<[string, Rule, Partial<Case>, string]>([
    ['two owners', owners, table({ owner: '甲' }, { owner: '乙' }), 'met'],
    ['the same owner twice', owners, table({ owner: '甲' }, { owner: '甲 ' }), 'unmet'],
    ['an untouched table', owners, {}, 'unknown'],
    ['rows of blanks only', owners, table({ owner: '' }), 'unknown'],
    ['both at the bound', rich, table({ income: '1000' }, { income: '1,000.00' }), 'met'],
    ['one below it', rich, table({ income: '1000' }, { income: '999.99' }), 'unmet'],
    ['one without income', rich, table({ income: '1000' }, { name: '乙' }), 'unknown'],
    ['four stars', starred, table({ star: 'three' }, { star: 'four' }), 'met'],
    ['three stars', starred, table({ star: 'three' }), 'unmet'],
    ['sum exact', income, table({ income: '1500' }, { income: '500' }), 'met'],
    ['sum short', income, table({ income: '1500' }, { income: '499' }), 'unmet'],
    ['sum with a blank', income, table({ income: '1500' }, { name: '乙' }), 'unknown'],
    ['sum with a blank, yet enough', income, table({ income: '2000' }, { name: '乙' }), 'met'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })
})

test('says what is counted in the table', () => {
  const value = { rows: 'firms', where: [{ column: 'star', in: ['four'] }], distinct: 'owner' }
  const verdict = judge(threshold(value, '>=', '1', '个'), table({ star: 'three', owner: '甲' }))
  expect(verdict.working.data).toMatchObject({
    name: '企业名单（按建设单位计；星级：四星级）',
    actual: '0',
    shortfall: '1',
  })
  const rich = { rows: 'firms', where: [{ column: 'income', op: '>=' as const, bound: '1000' }] }
  expect(judge(threshold(rich, '>=', '1', '个')).working.data.name).toBe(
    '企业名单（年收入≥1000万元）',
  )
})

describe('figures out of papers, and figures against each other', () => {
  const audit = (amount?: string) =>
    paper({ kind: 'special-audit', facts: amount === undefined ? {} : { amount } })
  const audited = threshold({ materials: ['audit'], fact: 'amount' }, '>=', '2000', '万元')
  const agree: Rule = {
    kind: 'compare',
    left: { field: 'output' },
    op: '=',
    right: { materials: ['audit'], fact: 'amount' },
  }
  const claimed = (output: string, ...papers: ReturnType<typeof audit>[]): Partial<Case> => ({
    answers: { output },
    slots: { audit: filed(...papers) },
  })
  test.each<[string, Rule, Partial<Case>, string]>([
    ['元 against 万元', audited, { slots: { audit: filed(audit('20000000.00')) } }, 'met'],
    ['a fen short', audited, { slots: { audit: filed(audit('19999999.99')) } }, 'unmet'],
    ['an unread amount', audited, { slots: { audit: filed(audit()) } }, 'unknown'],
    ['no paper', audited, {}, 'unknown'],
    ['agreeing in different units', agree, claimed('0.2', audit('20000000')), 'met'],
    ['differing by a fen', agree, claimed('0.2', audit('20000000.01')), 'unmet'],
    ['one side open', agree, claimed('0.2'), 'unknown'],
    ['lower end already above', agree, claimed('0.2', audit('20000001'), audit()), 'unmet'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('the papers are the evidence', () => {
    const proof = audit('20000000')
    expect(judge(audited, { slots: { audit: filed(proof) } }).evidence).toEqual([proof.sha256])
  })

  test('an empty bound field is judged by what the profile would put there', () => {
    const rule = threshold({ field: 'output' }, '>=', '2', '亿元')
    const held = figures('main-revenue', { 2022: '20000' })
    expect(judge(rule, held).outcome).toBe('met')
    expect(judge(rule, { ...held, answers: { output: '1.9' } }).outcome).toBe('unmet')
  })
})
