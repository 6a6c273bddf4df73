import { describe, expect, test } from 'vitest'
import type { Case, HeldTitle, OtherApplication } from '../../../shared/programme/evidence.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import { titlesOf } from '../../../shared/programme/titles.ts'
import { attested, judge, paper } from '../../fixtures/programme.ts'

type Row = [name: string, rule: Rule, change: Partial<Case>, outcome: string]

// The fixture's today is 2023-01-20.
const three = 'js-cloud-three-star'
const four = 'js-cloud-four-star'
const five = 'js-cloud-five-star'
const title = (code: string, since?: string | null, until?: string | null): HeldTitle => ({
  code,
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  sha256: `${code}-paper`,
})
const has = (...titles: HeldTitle[]): Partial<Case> => ({ titles })

const one: Rule = { kind: 'held', titles: [three], min: 1 }
const twoOf: Rule = { kind: 'held', titles: [three, four, five], min: 2 }
const years: Rule = { kind: 'held', titles: [three], min: 1, years: 2, on: '2022-12-31' }
const yearsOfTwo: Rule = { ...years, titles: [three, four] }
const by: Rule = { kind: 'held', titles: [three], min: 1, on: '2022-12-31' }
const not: Rule = { kind: 'notHeld', titles: [four, five] }
const first: Rule = { kind: 'ladder', family: 'js-cloud-star', level: 3, requires: null }
const second: Rule = { kind: 'ladder', family: 'js-cloud-star', level: 4, requires: 3 }
const third: Rule = { kind: 'ladder', family: 'js-cloud-star', level: 5, requires: 4 }

describe('titles: on both sides of the boundary, and where nothing is recorded', () => {
  test.each<Row>([
    ['a recorded title', one, has(title(three)), 'met'],
    ['another title only', one, has(title(four)), 'unknown'],
    ['nothing recorded is not "not held"', one, {}, 'unknown'],
    ['valid until today', one, has(title(three, null, '2023-01-20')), 'met'],
    [
      'run out yesterday: a newer one may exist',
      one,
      has(title(three, null, '2023-01-19')),
      'unknown',
    ],
    ['two of three', twoOf, has(title(three), title(five)), 'met'],
    ['one title twice is one', twoOf, has(title(three), title(three)), 'unknown'],
    ['two years to the day', years, has(title(three, '2020-12-31')), 'met'],
    ['a day short of two years', years, has(title(three, '2021-01-01')), 'unmet'],
    [
      'held since a leap day',
      { ...years, on: '2022-02-28' },
      has(title(three, '2020-02-29')),
      'met',
    ],
    ['held since when?', years, has(title(three)), 'unknown'],
    [
      'too short, but an older paper has no date',
      years,
      has(title(three, '2022-01-01'), title(three)),
      'unknown',
    ],
    ['too short, another title might do', yearsOfTwo, has(title(three, '2022-06-01')), 'unknown'],
    [
      'both too short',
      yearsOfTwo,
      has(title(three, '2022-06-01'), title(four, '2022-06-01')),
      'unmet',
    ],
    ['run out before the day', years, has(title(three, '2018-01-01', '2022-12-30')), 'unknown'],
    ['awarded on the day', by, has(title(three, '2022-12-31')), 'met'],
    ['awarded the day after', by, has(title(three, '2023-01-01')), 'unmet'],
    ['one of the titles is held', not, has(title(five)), 'unmet'],
    [
      'one that ran out is not held: a person confirms',
      not,
      has(title(five, null, '2023-01-19')),
      'judgement',
    ],
    ['nothing recorded: a person confirms', not, {}, 'judgement'],
    ['a person confirmed', not, attested('met'), 'met'],
    ['no word overrides a certificate', not, { ...has(title(four)), ...attested('met') }, 'unmet'],
    ['first rung, nothing recorded', first, {}, 'judgement'],
    ['first rung, confirmed', first, attested('met'), 'met'],
    ['first rung, held already', first, has(title(three)), 'unmet'],
    ['first rung, a higher one held', first, has(title(five)), 'unmet'],
    ['first rung, an old one has run out', first, has(title(three, null, '2022-01-01')), 'met'],
    ['second rung from the first', second, has(title(three)), 'met'],
    ['second rung, held already', second, has(title(three), title(four)), 'unmet'],
    ['second rung, nothing recorded', second, {}, 'unknown'],
    [
      'second rung, the first has run out',
      second,
      has(title(three, null, '2022-01-01')),
      'unknown',
    ],
    ['a rung left out', third, has(title(three)), 'unmet'],
    ['a title of another family', second, has(title('js-iiot-platform')), 'unknown'],
  ])('%s', (_, rule, change, outcome) => {
    expect(judge(rule, change).outcome).toBe(outcome)
  })

  test('a missing title is named by its code, and its certificate is the evidence', () => {
    expect(judge(second).missing).toEqual([{ what: 'title', ref: three }])
    const verdict = judge(years, has(title(three, '2021-01-01')))
    expect(verdict.evidence).toEqual([`${three}-paper`])
    expect(verdict.working).toMatchObject({
      text: 'held.short.years',
      data: { since: '2021-01-01', full: 1, years: 2, on: '2022-12-31', reached: '2023-01-01' },
    })
  })

  test('a rung left out says which one is needed and which is held', () => {
    expect(judge(third, has(title(three))).working).toMatchObject({
      text: 'ladder.short',
      data: { has: '江苏省三星级上云企业', needed: '江苏省四星级上云企业' },
    })
  })
})

describe('titlesOf', () => {
  const certificate = (facts: Record<string, string>, change = {}) =>
    paper({ kind: 'certificate', facts, ...change })

  test.each([
    ['by its code', { title: three }],
    ['by its official label', { title: '江苏省三星级上云企业' }],
    ['with blanks around it', { title: ' 江苏省三星级上云企业 ' }],
  ])('a title %s', (_, facts) => {
    expect(titlesOf([certificate(facts)])).toMatchObject([{ code: three }])
  })

  test('since the day of issue, else since the start of validity; until its end', () => {
    const dates = { validFrom: '2021-02-01', validTo: '2024-01-31' }
    const [issued, started] = titlesOf([
      certificate({ title: three, issuedOn: '2021-01-15' }, dates),
      certificate({ title: three, issuedOn: '2021-02-30' }, dates),
    ])
    expect(issued).toMatchObject({ since: '2021-01-15', until: '2024-01-31' })
    expect(started).toMatchObject({ since: '2021-02-01', until: '2024-01-31' })
  })

  test.each([
    ['a proposal that nobody confirmed', certificate({ title: three }, { confirmed: false })],
    ['a discarded paper', certificate({ title: three }, { deletedAt: '2023-01-01T00:00:00Z' })],
    [
      'a paper that stands in for one',
      paper({ kind: 'certificate-evidence', facts: { title: three } }),
    ],
    ['part of a name', certificate({ title: '三星级' })],
    ['no name', certificate({})],
  ])('%s shows no title', (_, material) => {
    expect(titlesOf([material])).toEqual([])
  })
})

describe('other applications of the vault', () => {
  const rule: Rule = {
    kind: 'exclusive',
    programmes: ['sample-programme', 'rival'],
    max: 2,
    note: '每家单位限报两项。',
  }
  let ids = 0
  const other = (change: Partial<OtherApplication> = {}): OtherApplication => {
    ids += 1
    return {
      id: `a${ids}`,
      title: `项目${ids}`,
      programme: 'rival',
      edition: '2023',
      track: null,
      trackTitle: null,
      year: 2023,
      state: 'exported',
      ...change,
    }
  }
  const beside = (...others: OtherApplication[]): Partial<Case> => ({ others })
  const draft = { state: 'draft' } as const

  test.each<Row>([
    ['none besides this one', rule, {}, 'met'],
    ['as many as allowed', rule, beside(other()), 'met'],
    ['one too many', rule, beside(other(), other()), 'unmet'],
    ['of another year', rule, beside(other(), other({ year: 2022 })), 'met'],
    ['of a programme not named', rule, beside(other(), other({ programme: 'x' })), 'met'],
    ['a draft may yet be dropped', rule, beside(other(), other(draft)), 'judgement'],
    [
      'a person drops the draft',
      rule,
      { ...beside(other(draft), other(draft)), ...attested('met') },
      'met',
    ],
    [
      'no word overrides what was exported',
      rule,
      { ...beside(other(), other()), ...attested('met') },
      'unmet',
    ],
  ])('%s', (_, tested, change, outcome) => {
    expect(judge(tested, change).outcome).toBe(outcome)
  })

  test('says which ones, how many and by how many too many', () => {
    const rivals = [other({ title: '甲' }), other({ title: '乙' })]
    expect(judge(rule, beside(...rivals)).working).toMatchObject({
      text: 'exclusive.unmet',
      data: { titles: '《甲》、《乙》', actual: 3, max: 2, over: 1, year: 2023 },
    })
  })
})
