/** What the packs of lines 718 to 955 (首台套, 智改数转网联, 技术中心) tell an enterprise. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import { titles } from '../../../shared/registry/registry.ts'
import { makeCase } from '../../fixtures/programme.ts'

const root = new URL('../../..', import.meta.url).pathname
const shelf = loadShelf(join(root, 'assets/programmes'))
const packOf = (id: string) => findPack(shelf, id, '2024').pack

const figures = (values: Record<string, Record<number, string>>): Case['indicators'] =>
  Object.entries(values).flatMap(([code, years]) =>
    Object.entries(years).map(([year, value]) => ({ code, year: Number(year), value })),
  )

/** How one condition comes out for a track of a pack. */
function outcome(id: string, name: string, change: Partial<Case>, track: string | null = null) {
  const pack = packOf(id)
  const condition = conditionsOf(pack, track).find((each) => each.id === name)
  if (!condition) throw new Error(`no condition ${name}`)
  return evaluate(condition, makeCase({ pack, track, today: '2024-06-30', ...change })).outcome
}

const reading = (condition: string, id: string) => ({
  readings: { [condition]: { condition, reading: id, name: '张三', note: '', on: '2024-06-30' } },
})
const said = (condition: string, verdict: 'met' | 'unmet') => ({
  attestations: {
    [condition]: { condition, outcome: verdict, name: '张三', note: '', on: '2024-06-30' },
  },
})

describe('企业技术中心：市、省、国家三级', () => {
  test('each programme awards the rung that the next one asks for', () => {
    const rung = (id: string) => titles.find(({ code }) => packOf(id).awards.includes(code))
    expect(
      ['xz-technology-centre', 'js-technology-centre', 'cn-technology-centre'].map((id) => [
        rung(id)?.family,
        rung(id)?.level,
      ]),
    ).toEqual([1, 2, 3].map((level) => ['technology-centre', level]))
  })

  test.each([
    ['js-technology-centre', 'city-centre', 'city-technology-centre', '2023-06-30', '2023-07-01'],
    [
      'cn-technology-centre',
      'provincial-centre',
      'provincial-technology-centre',
      '2022-06-30',
      '2022-07-01',
    ],
  ])('%s: the rung below must be held for its years to the day', (id, name, code, full, short) => {
    expect(outcome(id, name, { titles: [{ code, since: full }] })).toBe('met')
    expect(outcome(id, name, { titles: [{ code, since: short }] })).toBe('unmet')
    expect(outcome(id, name, { titles: [{ code }] })).toBe('unknown')
    expect(outcome(id, name, {})).toBe('unknown')
  })

  test.each([
    ['js-technology-centre', '20000', '10000'],
    ['xz-technology-centre', '2000', '1000'],
  ])('%s: half the income will do for a high-tech enterprise', (id, whole, half) => {
    const with_ = (income: string, rest: Partial<Case> = {}) =>
      outcome(id, 'main-revenue', {
        indicators: figures({ 'main-revenue': { 2023: income }, 'rd-spend': { 2023: '1' } }),
        ...rest,
      })
    const highTech = { titles: [{ code: 'high-tech-enterprise' }] }
    expect(with_(whole)).toBe('met')
    expect(with_(half, highTech)).toBe('met')
    expect(with_(String(Number(half) - 0.01), highTech)).toBe('unmet')
    // Not recorded as a high-tech enterprise is not the same as not being one.
    expect(with_(half)).toBe('unknown')
  })

  test.each(['js-technology-centre', 'xz-technology-centre'])(
    '%s: below that, research must take more than a tenth',
    (id) => {
      const with_ = (spend: string) => ({
        indicators: figures({ 'main-revenue': { 2023: '900' }, 'rd-spend': { 2023: spend } }),
      })
      expect(outcome(id, 'main-revenue', with_('90.01'))).toBe('met')
      expect(outcome(id, 'main-revenue', with_('90'))).toBe('unmet')
    },
  )

  test.each([
    ['cn-technology-centre', '1500', '150', '2000'],
    ['js-technology-centre', '800', '50', '800'],
    ['xz-technology-centre', '200', '15', '200'],
  ])('%s: spending, staff and equipment meet their bounds exactly', (id, spend, staff, kit) => {
    const bounds = { 'rd-spend': spend, 'rd-fulltime': staff, 'rd-equipment': kit }
    const names = {
      'rd-spend': 'rd-spend',
      'rd-fulltime': 'rd-staff',
      'rd-equipment': 'rd-equipment',
    }
    for (const [code, name] of Object.entries(names)) {
      const bound = Number(bounds[code as keyof typeof bounds])
      const with_ = (value: number) => ({ indicators: figures({ [code]: { 2023: `${value}` } }) })
      expect(outcome(id, name, with_(bound))).toBe('met')
      expect(outcome(id, name, with_(bound - 1))).toBe('unmet')
      expect(outcome(id, name, {})).toBe('unknown')
    }
  })

  test('the city’s mark of 60 is a person’s to give, by a table that stands elsewhere', () => {
    const id = 'xz-technology-centre'
    expect(outcome(id, 'score', {})).toBe('unknown')
    expect(outcome(id, 'score', said('score', 'met'))).toBe('met')
    expect(outcome(id, 'score', said('score', 'unmet'))).toBe('unmet')
  })
})

describe('国家技术创新示范企业', () => {
  const id = 'cn-innovation-demonstration'

  test('a provincial centre satisfies the basic condition, not the one in principle', () => {
    const held = { titles: [{ code: 'provincial-technology-centre' }] }
    expect(outcome(id, 'provincial-centre', held)).toBe('met')
    expect(outcome(id, 'national-centre', held)).toBe('unknown')
  })

  test('profit in each of three years; none of them may be nought', () => {
    const with_ = (first: string) => ({
      indicators: figures({ profit: { 2021: first, 2022: '2', 2023: '3' } }),
    })
    expect(outcome(id, 'profit', with_('0.01'))).toBe('met')
    expect(outcome(id, 'profit', with_('0'))).toBe('unmet')
  })

  test('a dip counts against the rise, unless the trend as a whole is judged', () => {
    const indicators = figures({
      revenue: { 2021: '5', 2022: '4', 2023: '9' },
      profit: { 2021: '1', 2022: '2', 2023: '3' },
    })
    expect(outcome(id, 'rising', { indicators })).toBe('unmet')
    expect(outcome(id, 'rising', { indicators, ...reading('rising', 'b') })).toBe('judgement')
  })

  test('research of exactly 3 % of income is enough', () => {
    const with_ = (spend: string) => ({
      indicators: figures({ 'rd-spend': { 2023: spend }, revenue: { 2023: '1000' } }),
    })
    expect(outcome(id, 'rd-share', with_('30'))).toBe('met')
    expect(outcome(id, 'rd-share', with_('29.99'))).toBe('unmet')
  })
})

describe('江苏省智能制造领军服务机构', () => {
  const id = 'js-smart-service-leader'
  const patents = (all: string, inventions: string, copyrights: string) => ({
    indicators: figures({
      'smart-patents': { 2022: all },
      'smart-inventions': { 2022: inventions },
      'smart-copyrights': { 2022: copyrights },
    }),
  })

  test.each([
    ['6', '1', '0', 'met'],
    ['6', '0', '9', 'unmet'],
    ['5', '1', '9', 'unmet'],
    ['0', '0', '10', 'met'],
  ])('%s patents, %s inventions, %s copyrights: %s', (all, inventions, copyrights, expected) => {
    expect(outcome(id, 'intellectual-property', patents(all, inventions, copyrights))).toBe(
      expected,
    )
  })

  test('the income is that of 2022 as printed; a later round can be read', () => {
    const indicators = figures({ 'main-revenue': { 2022: '2999', 2023: '3000' } })
    expect(outcome(id, 'main-revenue', { indicators })).toBe('unmet')
    const later = { indicators, ...reading('main-revenue', 'b') }
    expect(outcome(id, 'main-revenue', later)).toBe('met')
  })

  test('an applicant of another province is told so', () => {
    const from = (region: string) => ({ facts: { region }, ...said('registered', 'met') })
    expect(outcome(id, 'registered', from('320300'))).toBe('met')
    expect(outcome(id, 'registered', from('220100'))).toBe('unmet')
  })
})

test('“智改数转网联”: each of the four classes has its own guide, form and title', () => {
  const pack = packOf('js-digital-demonstration')
  expect(pack.tracks.map(({ id }) => id)).toEqual(['workshop', 'factory', 'benchmark', 'platform'])
  for (const { id, awards } of pack.tracks) {
    expect(awards).toHaveLength(1)
    expect(slotsOf(pack, id).filter(({ title }) => title.includes('申报书'))[0]?.id).toBeDefined()
    expect(outcome(pack.id, `guide-${id}`, {}, id)).toBe('unknown')
  }
})

test('贯标培育对象: who has reached AAA is no longer recommended', () => {
  const id = 'js-integration-candidate'
  const held = { titles: [{ code: 'integration-management-aaa', since: '2022-01-01' }] }
  expect(outcome(id, 'not-aaa', held)).toBe('unmet')
  expect(outcome(id, 'not-aaa', {})).toBe('judgement')
})

test('首台（套）: a licence is asked for only where the equipment needs one', () => {
  const slots = packOf('js-first-equipment').slots
  const conditional = slots.filter(({ when }) => when).map(({ id }) => id)
  expect(conditional).toEqual([
    'enterprise-standard',
    'production-licence',
    'compulsory-certificate',
  ])
  expect(outcome('js-first-equipment', 'production-licence', {})).toBe('judgement')
})

test('特色产业基地: one pack holds the notice and the booklet, and says where they differ', () => {
  const { pack } = findPack(shelf, 'js-internet-plus-base', '2022')
  expect(pack.documents.map(({ id }) => id)).toEqual(['js-base-2022', 'xuzhou-2024'])
  expect(pack.windows.flatMap(({ months = [] }) => months)).toEqual([10])
  const differences = pack.dataNotes.map(({ text }) => text.slice(0, 3))
  expect(differences).toEqual(
    expect.arrayContaining(['文号：', '时间：', '条件：', '材料：', '方式：']),
  )
  // What only the booklet names stands beside the checklist and never blocks it.
  const extra = pack.slots.filter(({ source }) => source.document === 'xuzhou-2024')
  expect(extra).toHaveLength(4)
  expect(extra.every(({ hardness, min }) => hardness !== 'binding' && min === 0)).toBe(true)
})
