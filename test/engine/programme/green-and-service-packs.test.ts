/** What the packs of chapters 7 and 8 (绿色节能发展, 生产服务提升) tell an enterprise. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { evaluate, holds } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import { makeCase } from '../../fixtures/programme.ts'

const root = new URL('../../..', import.meta.url).pathname
const shelf = loadShelf(join(root, 'assets/programmes'))
const packOf = (id: string) => findPack(shelf, id, '2024').pack

const figures = (values: Record<string, Record<number, string>>): Case['indicators'] =>
  Object.entries(values).flatMap(([code, years]) =>
    Object.entries(years).map(([year, value]) => ({ code, year: Number(year), value })),
  )

/** How one condition comes out for a track of a pack. */
function outcome(id: string, track: string | null, name: string, change: Partial<Case>) {
  const pack = packOf(id)
  const condition = conditionsOf(pack, track).find((each) => each.id === name)
  if (!condition) throw new Error(`no condition ${name}`)
  return evaluate(condition, makeCase({ pack, track, today: '2024-06-30', ...change })).outcome
}

const reading = (condition: string, id: string) => ({
  readings: { [condition]: { condition, reading: id, name: '张三', note: '', on: '2024-06-30' } },
})

describe('国家级工业设计中心', () => {
  const id = 'cn-industrial-design-centre'

  test('a centre brings eight papers and a design firm six', () => {
    expect(slotsOf(packOf(id), 'centre')).toHaveLength(8)
    expect(slotsOf(packOf(id), 'firm')).toHaveLength(6)
  })

  test.each([
    ['centre', 'centre-staff', '50', '49'],
    ['firm', 'firm-staff', '70', '69'],
  ])('%s: so many designers are enough, one fewer is not', (track, name, enough, short) => {
    const with_ = (value: string) => ({ indicators: figures({ 'design-staff': { 2023: value } }) })
    expect(outcome(id, track, name, with_(enough))).toBe('met')
    expect(outcome(id, track, name, with_(short))).toBe('unmet')
    expect(outcome(id, track, name, {})).toBe('unknown')
  })

  test('four fifths of the staff are qualified, exactly', () => {
    const with_ = (value: string) => ({
      indicators: figures({
        'design-staff': { 2023: '55' },
        'design-staff-qualified': { 2023: value },
      }),
    })
    expect(outcome(id, 'centre', 'centre-qualified', with_('44'))).toBe('met')
    expect(outcome(id, 'centre', 'centre-qualified', with_('43'))).toBe('unmet')
  })

  test('近两年 can be read as two past years or as last year and this one', () => {
    const indicators = figures({ 'design-patents': { 2022: '4', 2023: '10', 2024: '10' } })
    const name = 'centre-patents'
    expect(outcome(id, 'centre', name, { indicators })).toBe('unmet')
    expect(outcome(id, 'centre', name, { indicators, ...reading(name, 'b') })).toBe('met')
  })

  test('income and share must hold in each of the two years', () => {
    const with_ = (earlier: string) => ({
      indicators: figures({
        'design-revenue': { 2022: earlier, 2023: '1500' },
        revenue: { 2022: '3000', 2023: '3000' },
      }),
    })
    expect(outcome(id, 'firm', 'firm-revenue', with_('1500'))).toBe('met')
    expect(outcome(id, 'firm', 'firm-revenue', with_('1499.99'))).toBe('unmet')
  })
})

describe('江苏省绿色工厂暨绿色工业园区', () => {
  const id = 'js-green-factory'

  test('a park needs a green index of 80, the figure included', () => {
    const with_ = (value: string) => ({
      indicators: figures({ 'area-green-index': { 2023: value } }),
    })
    expect(outcome(id, 'park', 'park-index', with_('80'))).toBe('met')
    expect(outcome(id, 'park', 'park-index', with_('79.9'))).toBe('unmet')
  })

  test('a share of exactly half the added value is not more than half', () => {
    const with_ = (value: string) => ({
      indicators: figures({ 'area-industry-share': { 2023: value } }),
    })
    expect(outcome(id, 'park', 'park-industry-share', with_('50'))).toBe('unmet')
    expect(outcome(id, 'park', 'park-industry-share', with_('50.01'))).toBe('met')
  })

  test('the misprint 获 is read as either of the two, or as both', () => {
    const titles = [{ code: 'city-green-factory-pool' }]
    expect(outcome(id, 'factory', 'factory-city', { titles })).toBe('met')
    expect(
      outcome(id, 'factory', 'factory-city', { titles, ...reading('factory-city', 'b') }),
    ).toBe('unknown')
  })
})

test('energy of exactly ten thousand tonnes is not above it', () => {
  const with_ = (value: string) => ({ indicators: figures({ 'energy-use': { 2023: value } }) })
  expect(outcome('cn-energy-leader', null, 'energy-use', with_('1'))).toBe('unmet')
  expect(outcome('cn-energy-leader', null, 'energy-use', with_('1.0001'))).toBe('met')
})

test('国家服务型制造: a service share below 30% is left to judgement, the provincial one is not', () => {
  const indicators = figures({
    'service-revenue': { 2022: '29', 2023: '29' },
    revenue: { 2022: '100', 2023: '100' },
  })
  const ask = (id: string) => outcome(id, 'enterprise', 'enterprise-share', { indicators })
  expect(ask('cn-service-manufacturing')).toBe('judgement')
  expect(ask('js-service-manufacturing')).toBe('unmet')
})

test('a provincial or a central title leads to the national heritage; 复核 only from there', () => {
  const id = 'cn-industrial-heritage'
  const pack = packOf(id)
  for (const code of ['js-industrial-heritage', 'central-soe-heritage']) {
    expect(outcome(id, null, 'prior-title', { titles: [{ code }] })).toBe('met')
  }
  const when = pack.slots.find((slot) => slot.id === 'review-form')?.when
  const applies = (code: string) =>
    when && holds(when, makeCase({ pack, titles: [{ code }] })).outcome
  expect(applies('cn-industrial-heritage')).toBe('met')
  expect(applies('js-industrial-heritage')).not.toBe('met')
})

test('省工业遗产: papers printed in the wrong place are shown and never block', () => {
  const slots = slotsOf(packOf('js-industrial-heritage'), null)
  const binding = slots.filter(({ hardness }) => hardness === 'binding')
  expect(binding.map((slot) => slot.id)).toEqual(['form', 'enclosures'])
  expect(slots.filter(({ note }) => note?.includes('误印'))).toHaveLength(9)
})

test('再生资源: a plant of one year may apply, and each trade has its own standard', () => {
  const id = 'js-recycling-standard'
  const since = (operatingSince: string) => ({ facts: { operatingSince } })
  expect(outcome(id, null, 'operating', since('2023-06-30'))).toBe('met')
  expect(outcome(id, null, 'operating', since('2023-07-01'))).toBe('unmet')
  const standards = packOf(id).tracks.flatMap(({ conditions }) =>
    conditions.map(({ rule }) => rule),
  )
  expect(new Set(standards.map((rule) => rule.kind === 'deferred' && rule.to)).size).toBe(5)
})
