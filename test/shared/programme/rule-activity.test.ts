import { describe, expect, test } from 'vitest'
import { addMonths, monthsCovered } from '../../../shared/programme/calendar.ts'
import { check } from '../../../shared/programme/check.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import {
  attested,
  condition,
  filed,
  judge,
  makeCase,
  makePack,
  paper,
} from '../../fixtures/programme.ts'

type Row = [name: string, rule: Rule, change: Partial<Case>, outcome: string]

describe('whole months', () => {
  test.each([
    ['2022-01-01', '2022-03-31', 3],
    ['2022-01-01', '2022-03-30', 2],
    ['2022-01-15', '2022-04-14', 3],
    ['2021-11-30', '2022-02-27', 3],
    ['2022-01-31', '2022-02-27', 1],
    ['2022-01-31', '2022-02-26', 0],
    ['2022-05-02', '2022-05-01', 0],
    ['2022-05-02', '2022-04-01', 0],
  ])('%s to %s: %d', (first, last, months) => {
    expect(monthsCovered(first, last)).toBe(months)
  })

  test.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-01-15', -13, '2020-12-15'],
  ])('%s and %d months', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then)
  })
})

const used: Rule = {
  kind: 'activity',
  slots: ['invoices', 'audit'],
  from: '2022-01-01',
  to: '2023-02-28',
  months: 3,
}
const running: Rule = { ...used, until: '2023-02-28' }
const span = (serviceFrom: string, serviceTo: string) =>
  paper({ kind: 'contract', facts: { serviceFrom, serviceTo } })
const shows = (...papers: ReturnType<typeof paper>[]): Partial<Case> => ({
  slots: { invoices: filed(...papers) },
})

describe('activity in a window', () => {
  test.each<Row>([
    ['three months to the day', used, shows(span('2022-05-01', '2022-07-31')), 'met'],
    ['a day short', used, shows(span('2022-05-01', '2022-07-30')), 'unmet'],
    [
      'what lies before the window does not count',
      used,
      shows(span('2021-11-01', '2022-03-30')),
      'unmet',
    ],
    ['the window’s first day counts', used, shows(span('2021-11-01', '2022-03-31')), 'met'],
    ['what lies after it does not count', used, shows(span('2022-12-02', '2023-06-30')), 'unmet'],
    ['wholly outside', used, shows(span('2020-01-01', '2020-12-31')), 'unmet'],
    [
      'papers are not added up',
      used,
      shows(span('2022-01-01', '2022-02-28'), span('2022-03-01', '2022-04-30')),
      'unmet',
    ],
    [
      'the longest counts',
      used,
      shows(span('2022-01-01', '2022-01-31'), span('2022-03-01', '2022-05-31')),
      'met',
    ],
    [
      'a paper of the other slot',
      used,
      { slots: { audit: filed(span('2022-03-01', '2022-05-31')) } },
      'met',
    ],
    ['no paper', used, {}, 'unknown'],
    ['a paper without an end', used, shows(span('2022-05-01', '')), 'unknown'],
    [
      'too short, but another has no dates',
      used,
      shows(span('2022-05-01', '2022-05-31'), span('', '')),
      'unknown',
    ],
    ['still running on the day', running, shows(span('2022-05-01', '2023-02-28')), 'met'],
    ['ended the day before', running, shows(span('2022-05-01', '2023-02-27')), 'unmet'],
    [
      'one runs too briefly, one long but ended',
      running,
      shows(span('2023-01-01', '2023-12-31'), span('2022-01-01', '2022-12-31')),
      'unmet',
    ],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('says whether papers lack, or only their dates', () => {
    expect(judge(used).working.text).toBe('activity.missing')
    expect(judge(running, shows(span('', ''))).working).toMatchObject({
      text: 'activity.running.undated',
      data: { count: 1 },
    })
  })

  test('says how many months are there and how many lack', () => {
    expect(judge(used, shows(span('2022-05-01', '2022-06-30'))).working).toMatchObject({
      text: 'activity.short',
      data: { since: '2022-05-01', end: '2022-06-30', actual: 2, months: 3, shortfall: 1 },
    })
  })
})

describe('a clean record', () => {
  const clean: Rule = { kind: 'clean', years: 3, question: '近三年无违法？' }
  const withPaper: Rule = { ...clean, slot: 'audit' }
  const lies: Partial<Case> = { slots: { audit: filed(paper()) } }
  const waived: Partial<Case> = { slots: { audit: { materials: [], waived: '尚未开具' } } }

  test.each<Row>([
    ['an empty archive proves nothing', clean, {}, 'judgement'],
    ['a person’s word', clean, attested('met'), 'met'],
    ['a person’s word against it', clean, attested('unmet'), 'unmet'],
    ['not applicable', clean, attested('notApplicable'), 'notApplicable'],
    ['the paper alone is not enough', withPaper, lies, 'judgement'],
    ['neither paper nor word', withPaper, {}, 'unknown'],
    ['the word without the paper', withPaper, attested('met'), 'unknown'],
    ['word and paper', withPaper, { ...lies, ...attested('met') }, 'met'],
    ['against it, without the paper', withPaper, attested('unmet'), 'unmet'],
    ['the paper is waived', withPaper, { ...waived, ...attested('met') }, 'met'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('says from which day on, with a leap day clamped', () => {
    expect(judge(clean, { today: '2024-02-29' }).working.data).toMatchObject({
      since: '2021-02-28',
    })
  })
})

describe('a score', () => {
  const score: Rule = { kind: 'score', to: '附件5《评分表》', scale: '100', pass: '60' }
  test.each<Row>([
    ['nobody has scored', score, {}, 'unknown'],
    ['passed', score, attested('met'), 'met'],
    ['not passed', score, attested('unmet'), 'unmet'],
  ])('%s', (_, rule, change, outcome) => {
    const verdict = judge(rule, change)
    expect(verdict.outcome).toBe(outcome)
    expect(verdict.working.data).toMatchObject({ scale: '100', pass: '60' })
  })

  test('an open score is a measure that stands elsewhere', () => {
    const pack = makePack({ conditions: [condition(score)] })
    expect(check(makeCase({ pack })).findings.map(({ code }) => code)).toContain(
      'condition.deferred',
    )
  })

  test('names the table that it goes by', () => {
    expect(judge(score).missing).toEqual([{ what: 'text', ref: '附件5《评分表》' }])
  })
})
