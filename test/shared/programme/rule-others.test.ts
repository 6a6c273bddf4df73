import { describe, expect, test } from 'vitest'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import { attested, claim, filed, judge, paper } from '../../fixtures/programme.ts'

type Row = [name: string, rule: Rule, change: Partial<Case>, outcome: string]

const age: Rule = { kind: 'age', fact: 'registeredOn', years: 3, on: '2023-02-28' }
const young: Rule = { kind: 'age', fact: 'registeredOn', years: 5, on: '2020-08-30', op: '<=' }
const maker: Rule = { kind: 'fact', fact: 'size', in: ['large', 'medium'] }
const after: Rule = { kind: 'validOn', slot: 'certificate', op: '>', on: '2023-03-31' }
const onDay: Rule = { ...after, op: '>=' }
const evidence: Rule = { kind: 'evidence', slot: 'invoices', min: 2 }
const once: Rule = { kind: 'invoiceOnce', slots: ['invoices'] }
const held: Rule = { kind: 'held', titles: ['star-3'], min: 1 }
const ticked: Rule = { kind: 'chosen', field: 'level', options: ['national'], min: 1 }
const answered: Rule = { kind: 'answered', field: 'story' }
const attest: Rule = { kind: 'attest', question: '是否建成？' }
const deferred: Rule = { kind: 'deferred', to: '附件2《建设指南》' }
const low: Rule = {
  kind: 'threshold',
  value: { indicator: 'area-output', year: -1 },
  op: '>=',
  bound: '700',
  unit: '亿元',
}
const relaxable: Rule = { kind: 'relaxable', rule: low, note: '可适当放宽。' }
const byArea: Rule = {
  kind: 'variant',
  fact: 'region',
  cases: [{ in: ['苏南'], rule: low }],
  otherwise: relaxable,
}

const since = (registeredOn: string): Partial<Case> => ({ facts: { registeredOn } })
const certificate = (validTo: string | null): Partial<Case> => ({
  slots: { certificate: filed(paper({ kind: 'certificate', validTo })) },
})
const standIn = (validTo: string): Partial<Case> => ({
  slots: {
    ...certificate(validTo).slots,
    'stand-in': filed(paper({ kind: 'certificate-evidence' })),
  },
})
const invoice = (number?: string, code = '3200') =>
  paper({ kind: 'invoice', facts: number === undefined ? {} : { code, number } })
const invoices = (...papers: ReturnType<typeof invoice>[]): Partial<Case> => ({
  slots: { invoices: filed(...papers) },
})
const output = (region: string, value?: string): Partial<Case> => ({
  facts: { region },
  indicators: value === undefined ? [] : [{ code: 'area-output', year: 2022, value }],
})
const same = invoice('7')

describe('every other kind of rule, on both sides of its boundary and without data', () => {
  test.each<Row>([
    ['three years to the day', age, since('2020-02-28'), 'met'],
    ['a day short of three years', age, since('2020-03-01'), 'unmet'],
    ['founded on a leap day', age, since('2020-02-29'), 'met'],
    ['no date', age, {}, 'unknown'],
    ['a date that does not exist', age, since('2020-02-30'), 'unknown'],
    ['at most five years, full on the day', young, since('2015-08-30'), 'met'],
    ['at most five years, a day over', young, since('2015-08-29'), 'unmet'],
    ['at most five years, no date', young, {}, 'unknown'],
    ['a fact among those named', maker, { facts: { size: 'medium' } }, 'met'],
    ['a fact outside them', maker, { facts: { size: 'small' } }, 'unmet'],
    ['a fact not filled in', maker, {}, 'unknown'],
    ['valid until the day: 之后 excludes it', after, certificate('2023-03-31'), 'unmet'],
    ['valid until the day after', after, certificate('2023-04-01'), 'met'],
    ['valid on the day includes it', onDay, certificate('2023-03-31'), 'met'],
    ['expired the day before', onDay, certificate('2023-03-30'), 'unmet'],
    ['no date of expiry', after, certificate(null), 'unknown'],
    ['no certificate', after, {}, 'unknown'],
    ['expired, with a stand-in', after, standIn('2022-12-29'), 'met'],
    ['enough papers', evidence, invoices(invoice('1'), invoice('2')), 'met'],
    ['one too few', evidence, invoices(invoice('1')), 'unknown'],
    ['invoices once each', once, invoices(invoice('1'), invoice('2')), 'met'],
    ['the same number in another book', once, invoices(invoice('1'), invoice('1', '9')), 'met'],
    ['the same invoice on two files', once, invoices(invoice('1'), invoice('1')), 'unmet'],
    ['the same file twice', once, invoices(same, same), 'met'],
    ['an unread invoice', once, invoices(invoice('1'), invoice()), 'unknown'],
    ['no invoice', once, {}, 'unknown'],
    ['a recorded title', held, { titles: [{ code: 'star-3' }] }, 'met'],
    ['another title', held, { titles: [{ code: 'star-4' }] }, 'unknown'],
    ['no titles', held, {}, 'unknown'],
    ['the option ticked', ticked, { answers: { level: ['national', 'other'] } }, 'met'],
    ['another option ticked', ticked, { answers: { level: ['other'] } }, 'unmet'],
    ['nothing ticked', ticked, {}, 'unknown'],
    ['an answer', answered, { answers: { story: '概述' } }, 'met'],
    ['blanks', answered, { answers: { story: '  ' } }, 'unknown'],
    ['nobody has judged', attest, {}, 'judgement'],
    ['judged met', attest, attested('met'), 'met'],
    ['judged unmet', attest, attested('unmet'), 'unmet'],
    ['judged not applicable', attest, attested('notApplicable'), 'notApplicable'],
    ['a deferred measure', deferred, {}, 'unknown'],
    ['a deferred measure looked up', deferred, attested('met'), 'met'],
    ['苏南 at the bound', byArea, output('320500', '700'), 'met'],
    ['苏南 below it', byArea, output('320500', '699.9'), 'unmet'],
    ['a district counts as its city', byArea, output('320505', '699.9'), 'unmet'],
    ['苏北 below it may be relaxed', byArea, output('320300', '300'), 'judgement'],
    ['苏北 above it', byArea, output('320300', '800'), 'met'],
    ['苏北 without a figure', byArea, output('320300'), 'unknown'],
    ['no region', byArea, {}, 'unknown'],
    ['relaxed by a person', byArea, { ...output('320300', '300'), ...attested('met') }, 'met'],
    [
      'no word overrides a figure',
      low,
      { ...output('320300', '300'), ...attested('met') },
      'unmet',
    ],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('an invoice claimed by another application is named', () => {
    const claimed = [claim('3200-1')]
    const verdict = judge(once, { ...invoices(invoice('1')), claimed })
    expect(verdict.outcome).toBe('unmet')
    expect(verdict.working.data.invoice).toBe('3200-1')
    const release = { reason: '未获批准', name: '林示文', day: '2023-01-02' }
    const letGo = { ...invoices(invoice('1')), claimed: [claim('3200-1', { release })] }
    expect(judge(once, letGo).outcome).toBe('met')
  })

  test('a waived slot leaves the condition to a person', () => {
    const slots = { invoices: { materials: [], waived: '尚未开票' } }
    expect(judge(evidence, { slots }).outcome).toBe('judgement')
  })

  test('a person’s word stands in the working with name, date and note', () => {
    expect(judge(attest, attested('met')).working).toMatchObject({
      text: 'attest.met',
      data: { person: '林示文', on: '2023-02-10', note: '已核对原件。' },
    })
  })

  test('a deferred measure says to which text', () => {
    const verdict = judge(deferred)
    expect(verdict.missing).toEqual([{ what: 'text', ref: '附件2《建设指南》' }])
  })
})

describe('joining', () => {
  const met: Rule = { kind: 'answered', field: 'story' }
  const unknown: Rule = { kind: 'answered', field: 'name' }
  const unmet: Rule = { kind: 'chosen', field: 'level', options: ['national'], min: 1 }
  const asked: Rule = attest
  const change: Partial<Case> = { answers: { story: '概述', level: ['other'] } }
  const atLeast = (n: number, ...of: Rule[]): Rule => ({ kind: 'atLeast', n, of })

  test.each<[string, Rule, string]>([
    ['AND takes the worst', { kind: 'all', of: [met, unknown, unmet] }, 'unmet'],
    ['AND asks for figures before persons', { kind: 'all', of: [met, asked, unknown] }, 'unknown'],
    ['AND of judgement and met', { kind: 'all', of: [met, asked] }, 'judgement'],
    ['AND of met', { kind: 'all', of: [met, met] }, 'met'],
    ['OR takes the best', { kind: 'any', of: [unmet, unknown, met] }, 'met'],
    ['OR without a met part', { kind: 'any', of: [unmet, unknown] }, 'unknown'],
    ['OR of unmet', { kind: 'any', of: [unmet, unmet] }, 'unmet'],
    ['two of three', atLeast(2, met, met, unmet), 'met'],
    ['two of three, one open', atLeast(2, met, unknown, unmet), 'unknown'],
    ['two of three, out of reach', atLeast(2, met, unmet, unmet), 'unmet'],
  ])('%s', (_, rule, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('a part that does not apply is left out; none applying does not apply', () => {
    const na = attested('notApplicable')
    expect(judge({ kind: 'all', of: [met, asked] }, { ...change, ...na }).outcome).toBe('met')
    expect(judge({ kind: 'all', of: [asked] }, { ...change, ...na }).outcome).toBe('notApplicable')
  })
})
