import { describe, expect, test } from 'vitest'
import { carriedAnswers } from '../../../shared/programme/carried.ts'
import { check, closesOf, matchOf } from '../../../shared/programme/check.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { condition, filed, makeCase, makePack, paper } from '../../fixtures/programme.ts'

/** Findings as `severity code ref row column`, for a case in which the rest may be wrong too. */
const found = (change: Partial<Case>, code: string) =>
  check(makeCase(change))
    .findings.filter((finding) => finding.code === code)
    .map(({ severity, place: { ref, row, column } }) =>
      [severity, ref, row, column].filter((part) => part !== undefined).join(' '),
    )

const certificate = (validTo: string | null) =>
  filed(paper({ kind: 'certificate', validTo, facts: {} }))

describe('conditions', () => {
  const withRule = (hardness: 'binding' | 'guiding' | 'preferred', rule: object) => ({
    pack: makePack({
      conditions: [{ ...condition({ kind: 'attest', question: '?' }, hardness), rule }],
    }),
  })
  const unmet = { kind: 'chosen', field: 'level', options: ['national'], min: 1 }
  const answers = { level: ['other'], 'level.other': '示例园区' }

  test('binding ones block, whatever the reason', () => {
    expect(found({ ...withRule('binding', unmet), answers }, 'condition.unmet')).toEqual([
      'blocking tested',
    ])
    expect(found(withRule('binding', unmet), 'condition.unknown')).toEqual(['blocking tested'])
    const attest = { kind: 'attest', question: '?' }
    expect(found(withRule('binding', attest), 'condition.judgement')).toEqual(['blocking tested'])
    const deferred = { kind: 'deferred', to: '附件2' }
    expect(found(withRule('binding', deferred), 'condition.deferred')).toEqual(['blocking tested'])
  })

  test('guiding and preferred ones never block', () => {
    for (const hardness of ['guiding', 'preferred'] as const) {
      const { findings } = check(makeCase({ ...withRule(hardness, unmet), answers }))
      const own = findings.filter((finding) => finding.place.step === 'conditions')
      expect(own.every((finding) => finding.severity === 'hint')).toBe(true)
    }
  })

  test('a track brings its own conditions and slots', () => {
    const { conditions, slots } = makePack()
    const track = {
      id: 'star',
      title: '三星级',
      conditions: [{ ...conditions[0], id: 'star-age' }],
      slots: [{ ...slots[0], id: 'star-proof' }],
      source: conditions[0]?.source,
    }
    const pack = makePack({ tracks: [track] })
    expect(check(makeCase({ pack })).verdicts.map((each) => each.condition)).toEqual(['age'])
    const { verdicts, findings } = check(makeCase({ pack, track: 'star' }))
    expect(verdicts.map((each) => each.condition)).toEqual(['age', 'star-age'])
    expect(findings.some((finding) => finding.place.ref === 'star-proof')).toBe(true)
  })
})

describe('answers of the form', () => {
  test.each<[string, Case['answers'], string, string[]]>([
    ['required', {}, 'field.required', ['blocking name', 'blocking story']],
    ['six characters of five', { story: '一二三四五六' }, 'field.tooLong', ['blocking story']],
    ['five of five, breaks left out', { story: '一二三\n四五' }, 'field.tooLong', []],
    ['not a number', { output: '约三亿' }, 'field.number', ['blocking output']],
    ['below the minimum', { output: '-0.01' }, 'field.range', ['blocking output']],
    ['at the minimum', { output: '0' }, 'field.range', []],
    ['more than all', { share: '100.1' }, 'field.range', ['blocking share']],
    ['a day that does not exist', { signed: '2023-02-29' }, 'field.date', ['blocking signed']],
    ['an option that does not exist', { level: ['county'] }, 'field.option', ['blocking level']],
    [
      '其他 without a text',
      { level: ['other'] },
      'field.required',
      ['blocking name', 'blocking level', 'blocking story'],
    ],
    ['too few rows', { firms: [{ name: '甲' }] }, 'table.rows', ['blocking firms']],
    [
      'too many rows',
      { firms: ['甲', '乙', '丙', '丁'].map((name) => ({ name })) },
      'table.rows',
      ['blocking firms'],
    ],
    ['enough rows', { firms: [{ name: '甲' }, { name: '乙' }] }, 'table.rows', []],
    [
      'a cell that is no number',
      { firms: [{ name: '甲' }, { name: '乙', income: '?' }] },
      'field.number',
      ['blocking firms 1 income'],
    ],
    [
      'a cell left out',
      { firms: [{ name: '甲' }, { owner: '乙' }] },
      'field.required',
      ['blocking name', 'blocking firms 1 name', 'blocking story'],
    ],
    ['claimed without a paper', { output: '1' }, 'field.unproven', ['warning output']],
  ])('%s', (_, answers, code, expected) => {
    expect(found({ answers }, code)).toEqual(expected)
  })

  test('a value that differs from the profile is a warning; the same number is not', () => {
    const indicators = [{ code: 'main-revenue', year: 2022, value: '15000' }]
    const facts = { name: '示例公司' }
    const differing = { name: '示例工厂', output: '1.6' }
    expect(found({ facts, indicators, answers: differing }, 'field.differs')).toEqual([
      'warning name',
      'warning output',
    ])
    const same = { name: '示例公司', output: '1.50' }
    expect(found({ facts, indicators, answers: same }, 'field.differs')).toEqual([])
    // What is no figure is told as that alone.
    const wrong = { name: '示例公司', output: '约1.6亿' }
    expect(found({ facts, indicators, answers: wrong }, 'field.differs')).toEqual([])
  })

  test('carries the profile over in the field’s unit and in words', () => {
    const indicators = [{ code: 'main-revenue', year: 2022, value: '15000' }]
    const facts = { name: '示例公司', region: '320500' }
    expect(carriedAnswers(makeCase({ facts, indicators }))).toEqual({
      name: '示例公司',
      place: '苏州市',
      output: '1.5',
    })
  })
})

describe('slots', () => {
  const three = filed(
    ...['1', '2', '3'].map(() => paper({ kind: 'certificate', validTo: '2030-01-01' })),
  )
  test.each<[string, Case['slots'], string, string[]]>([
    ['empty', {}, 'slot.missing', ['blocking audit', 'blocking invoices', 'blocking certificate']],
    [
      'one of two',
      { invoices: filed(paper({ kind: 'invoice', facts: { number: '1' } })) },
      'slot.tooFew',
      ['blocking invoices'],
    ],
    ['three of two', { certificate: three }, 'slot.tooMany', ['blocking certificate']],
    ['another kind', { audit: filed(paper({ kind: 'photo' })) }, 'slot.kind', ['blocking audit']],
    [
      'expired on the day',
      { certificate: certificate('2023-03-31') },
      'slot.expired',
      ['blocking certificate'],
    ],
    ['valid the day after', { certificate: certificate('2023-04-01') }, 'slot.expired', []],
    [
      'no date of expiry',
      { certificate: certificate(null) },
      'slot.validityUnknown',
      ['blocking certificate'],
    ],
    [
      'damaged',
      { audit: filed(paper({ kind: 'special-audit', damaged: true })) },
      'material.damaged',
      ['blocking audit'],
    ],
    [
      'read by machine',
      { audit: filed(paper({ kind: 'special-audit', confirmed: false })) },
      'slot.unconfirmed',
      ['warning audit'],
    ],
    [
      'waived',
      { audit: { materials: [], waived: '不涉及' } },
      'slot.missing',
      ['blocking invoices', 'blocking certificate'],
    ],
    [
      'expired today, no day asked',
      { audit: filed(paper({ kind: 'special-audit', validTo: '2023-01-19' })) },
      'slot.expired',
      ['warning audit'],
    ],
  ])('%s', (_, slots, code, expected) => {
    expect(found({ slots }, code)).toEqual(expected)
  })

  test('the alternative stands in for a certificate that is missing or expired', () => {
    const standIn = filed(paper({ kind: 'certificate-evidence' }))
    expect(found({ slots: { 'stand-in': standIn } }, 'slot.missing')).not.toContain(
      'blocking certificate',
    )
    const slots = { 'stand-in': standIn, certificate: certificate('2022-12-29') }
    expect(found({ slots }, 'slot.expired')).toEqual(['warning certificate'])
  })

  test('an expired paper beside a valid one only warns', () => {
    const both = [
      paper({ kind: 'certificate', validTo: '2022-12-29' }),
      paper({ kind: 'certificate', validTo: '2025-12-29' }),
    ]
    expect(found({ slots: { certificate: filed(...both) } }, 'slot.expired')).toEqual([
      'warning certificate',
    ])
  })

  test('years, types and sizes that the slot asks for', () => {
    const [audit] = makePack().slots
    const pack = makePack({
      slots: [{ ...audit, years: [2021, 2022], upload: { types: ['pdf'], maxBytes: 1000 } }],
      form: undefined,
    })
    const slots = {
      audit: filed(
        paper({ kind: 'special-audit', facts: { year: '2022' }, media: 'image/jpeg', size: 1001 }),
      ),
    }
    expect(found({ pack, slots }, 'slot.yearMissing')).toEqual(['blocking audit'])
    expect(found({ pack, slots }, 'slot.type')).toEqual(['blocking audit'])
    expect(found({ pack, slots }, 'slot.size')).toEqual(['blocking audit'])
  })
})

describe('as a whole', () => {
  test.each([
    ['2023-02-13', 'window.soon', []],
    ['2023-02-14', 'window.soon', ['hint enterprise']],
    ['2023-02-28', 'window.soon', ['hint enterprise']],
    ['2023-03-01', 'window.closed', ['warning enterprise']],
  ])('on %s: %s', (today, code, expected) => {
    expect(found({ today }, code)).toEqual(expected)
  })

  test('blocking findings come first, and completeness counts binding items', () => {
    const { findings, completeness } = check(
      makeCase({ answers: { output: '1' }, today: '2023-03-01' }),
    )
    const ranks = findings.map(({ severity }) => ['blocking', 'warning', 'hint'].indexOf(severity))
    expect(ranks).toEqual(ranks.toSorted())
    expect(completeness).toEqual({ done: 0, total: 6 })
    const better = check(
      makeCase({
        facts: { registeredOn: '2012-06-18' },
        answers: { name: '示例公司' },
        slots: { audit: filed(paper({ kind: 'special-audit' })) },
      }),
    )
    expect(better.completeness).toEqual({ done: 3, total: 6 })
  })

  test('a match is the worst of the binding verdicts; guiding ones do not lower it', () => {
    const pack = makePack()
    const guiding = { ...condition({ kind: 'attest', question: '?' }, 'guiding'), id: 'g' }
    const c = makeCase({ pack, facts: { registeredOn: '2012-06-18' } })
    const conditions = [...pack.conditions, guiding]
    const { verdicts } = check({ ...c, pack: makePack({ conditions }) })
    expect(matchOf(verdicts, conditions)).toEqual({
      outcome: 'met',
      bindingMet: 1,
      bindingTotal: 1,
    })
    const open = check(makeCase()).verdicts
    expect(matchOf(open, conditions)).toMatchObject({ outcome: 'unknown', bindingMet: 0 })
    expect(closesOf(pack)).toBe('2023-02-28')
  })

  test('the same case gives the same findings, and is left as it was', () => {
    const c = makeCase({ answers: { output: '1' } })
    const before = structuredClone(c)
    expect(check(c)).toEqual(check(c))
    expect(c).toEqual(before)
  })
})
