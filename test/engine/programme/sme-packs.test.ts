/** The ladder of SMEs, service platforms and bases: the shipped packs judged at their bounds. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import type { IndicatorValue } from '../../../shared/model/enterprise.ts'
import { checkSlot } from '../../../shared/programme/check-slot.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import type { Case, OtherApplication } from '../../../shared/programme/evidence.ts'
import { slotApplies } from '../../../shared/programme/slot-applies.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import { filed, makeCase, paper } from '../../fixtures/programme.ts'

const shelf = loadShelf(join(new URL('../../..', import.meta.url).pathname, 'assets/programmes'))
const packOf = (id: string) => findPack(shelf, id, '2024').pack

/** Figures as `code: value` of 2023, or `code@year: value`. */
const figures = (values: Readonly<Record<string, string>>): IndicatorValue[] =>
  Object.entries(values).map(([name, value]) => {
    const [code = '', year = '2023'] = name.split('@')
    return { code, year: Number(year), value, source: '' }
  })

const caseOf = (id: string, change: Partial<Case> = {}): Case =>
  makeCase({ pack: packOf(id), today: '2024-03-15', ...change })

function verdict(id: string, condition: string, change: Partial<Case> = {}) {
  const c = caseOf(id, change)
  const found = conditionsOf(c.pack, c.track).find((each) => each.id === condition)
  if (!found) throw new Error(`${id} has no condition ${condition}`)
  return evaluate(found, c).outcome
}

const reading = (condition: string, chosen: string): Partial<Case> => ({
  readings: {
    [condition]: { condition, reading: chosen, name: '林示文', note: '按通知', on: '2024-03-01' },
  },
})

describe('专精特新“小巨人”', () => {
  const judge = (values: Readonly<Record<string, string>>, change: Partial<Case> = {}) =>
    verdict('cn-little-giant', 'innovation', {
      indicators: figures({ 'class-one-ip': '2', ...values }),
      slots: { institution: filed(paper({ kind: 'certificate' })) },
      attestations: direct('unmet'),
      ...change,
    })
  /** A person's word on the direct way (创新直通条件). */
  const direct = (outcome: 'met' | 'unmet') => ({
    innovation: { condition: 'innovation', outcome, name: '林示文', note: '', on: '2024-03-01' },
  })
  const years = (revenue: string, spend: string) => ({
    revenue,
    'revenue@2022': revenue,
    'rd-spend': spend,
    'rd-spend@2022': spend,
  })

  test('asks 3% of those at 1亿元, 6% of those from 5000万元', () => {
    expect(judge(years('10000', '300'))).toBe('met')
    expect(judge(years('10000', '299'))).toBe('unmet')
    expect(judge(years('9999.99', '300'))).toBe('unmet')
    expect(judge(years('5000', '300'))).toBe('met')
    expect(judge({ ...years('10000', '300'), 'rd-spend@2022': '299.99' })).toBe('unmet')
  })

  test('at exactly 1亿元 the clerk may choose the stricter reading', () => {
    const strict = reading('innovation', 'c')
    expect(judge(years('10000', '599'), strict)).toBe('unmet')
    expect(judge(years('10000', '600'), strict)).toBe('met')
    expect(judge(years('10000.01', '301'), strict)).toBe('met')
  })

  test('below 5000万元 asks for equity, R&D spending and staff', () => {
    const small = {
      ...years('4999', '1500'),
      'equity-financing': '4000',
      'equity-financing@2022': '4000',
      'rd-staff': '50',
      employees: '100',
    }
    expect(judge(small)).toBe('met')
    expect(judge({ ...small, 'equity-financing': '3999' })).toBe('unmet')
    expect(judge({ ...small, 'rd-staff': '49' })).toBe('unmet')
    expect(judge(small, reading('innovation', 'b'))).toBe('unmet')
  })

  test('a national award takes the place of all three, on a person’s word', () => {
    expect(judge(years('10000', '1'), { attestations: direct('met') })).toBe('met')
    expect(judge(years('10000', '1'), { attestations: {} })).toBe('judgement')
    expect(judge(years('10000', '300'), { slots: {} })).toBe('unknown')
    expect(judge({ ...years('10000', '300'), 'class-one-ip': '1' })).toBe('unmet')
  })

  test('counts its niche to the end of the year before', () => {
    const since = (nicheSince: string) =>
      verdict('cn-little-giant', 'niche-years', { facts: { nicheSince } })
    expect(since('2020-12-31')).toBe('met')
    expect(since('2021-01-01')).toBe('unmet')
  })
})

describe('制造业单项冠军', () => {
  const giant = (sales: string, change: Partial<Case> = {}) =>
    verdict('cn-manufacturing-champion', 'little-giant', {
      indicators: figures({ sales }),
      ...change,
    })

  test('asks the title of those up to 4亿元', () => {
    expect(giant('40000.01')).toBe('met')
    expect(giant('40000')).toBe('unknown')
    expect(giant('40000', reading('little-giant', 'b'))).toBe('met')
    expect(giant('30000', { titles: [{ code: 'cn-little-giant' }] })).toBe('met')
  })

  test('the share of the niche product counts for enterprises, not for products', () => {
    const pack = packOf('cn-manufacturing-champion')
    const ids = (track: string) => conditionsOf(pack, track).map(({ id }) => id)
    expect(ids('enterprise')).toContain('niche-share')
    expect(ids('product')).not.toContain('niche-share')
    expect(slotsOf(pack, 'product').map(({ title }) => title)).toContain(
      '单项冠军产品《产品申请书》',
    )
  })

  test('one enterprise may not hand in both', () => {
    const other: OtherApplication = {
      id: 'another',
      title: '制造业单项冠军',
      programme: 'cn-manufacturing-champion',
      edition: '2024',
      track: 'product',
      trackTitle: null,
      year: 2024,
      state: 'exported',
    }
    const one = (others: OtherApplication[]) =>
      verdict('cn-manufacturing-champion', 'one-kind', { track: 'enterprise', others })
    expect(one([])).toBe('met')
    expect(one([other])).toBe('unmet')
    expect(one([{ ...other, year: 2023 }])).toBe('met')
  })
})

describe('示范平台与示范基地', () => {
  test('a base is measured by its own level: 1万 or 6000平方米', () => {
    const floor = (id: string, value: string) =>
      verdict(id, 'floor', { indicators: figures({ 'base-floor': value }) })
    expect(floor('js-small-micro-base', '10000')).toBe('met')
    expect(floor('js-small-micro-base', '9999')).toBe('unmet')
    expect(floor('xz-small-micro-base', '6000')).toBe('met')
    expect(floor('xz-small-micro-base', '5999')).toBe('unmet')
  })

  test('a base that is no platform yet needs a person to judge, never a red light', () => {
    const titles = [{ code: 'js-small-micro-base' }]
    expect(verdict('js-sme-service-platform', 'not-base', { titles })).not.toBe('unmet')
    const both = [...titles, { code: 'js-sme-platform-three-star' }]
    expect(verdict('js-sme-service-platform', 'not-base', { titles: both })).toBe('met')
  })

  test('four stars ask 300万元 and 15 people, five stars 500万元 and 20', () => {
    const size = (star: 'four' | 'five', assets: string, staff: string) =>
      verdict('js-sme-service-platform', `${star}-size`, {
        track: `${star}-star`,
        indicators: figures({ assets, 'service-staff': staff }),
      })
    expect([size('four', '300', '15'), size('four', '299', '15')]).toEqual(['met', 'unmet'])
    expect([size('five', '500', '20'), size('five', '500', '19')]).toEqual(['met', 'unmet'])
  })

  test('papers of 20 events are enough and no more are taken', () => {
    const pack = packOf('js-sme-service-platform')
    const slot = pack.slots.find(({ id }) => id === 'events')
    if (!slot) throw new Error('no slot for events')
    const found = (count: number) => {
      const papers = Array.from({ length: count }, () => paper({ kind: 'activity' }))
      const slots = { events: filed(...papers) }
      return checkSlot(slot, caseOf(pack.id, { slots })).map(({ code }) => code)
    }
    expect(found(20)).not.toContain('slot.tooMany')
    expect(found(21)).toContain('slot.tooMany')
  })

  test('the city base says that its list of papers is the platform’s', () => {
    const papers = (id: string) => packOf(id).slots.map(({ title }) => title)
    expect(papers('xz-small-micro-base')).toEqual(papers('xz-sme-service-platform'))
    const notes = packOf('xz-small-micro-base').dataNotes.filter(
      ({ source }) => source.line === 1204,
    )
    expect(notes).toHaveLength(2)
  })
})

describe('创新型与专精特新', () => {
  test('the title of one rung is asked for on the next while it is valid', () => {
    const innovative = (until: string | null) =>
      verdict('js-specialised-sme', 'innovative', {
        titles: [{ code: 'js-innovative-sme', until }],
      })
    expect(innovative('2026-12-31')).toBe('met')
    expect(innovative('2023-12-31')).not.toBe('met')
  })

  test('the paper of the review is asked only of those recognised before', () => {
    const pack = packOf('js-specialised-sme')
    const slot = pack.slots.find(({ id }) => id === 'review')
    if (!slot) throw new Error('no slot for the review')
    const applies = (change: Partial<Case>) => slotApplies(slot, caseOf(pack.id, change)).applies
    expect(applies({ titles: [{ code: 'js-specialised-sme' }] })).toBe('yes')
    expect(applies({})).not.toBe('yes')
  })

  test('every track of the pool says what it brings', () => {
    expect(packOf('js-innovative-sme').tracks.map(({ awards }) => awards)).toEqual([
      ['js-sme-pool'],
      [],
      ['js-innovative-sme'],
    ])
  })
})
