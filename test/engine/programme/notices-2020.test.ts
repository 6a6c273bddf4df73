/** The packs of the two notices of 2020 against every word that their forms print. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { slotApplies } from '../../../shared/programme/slot-applies.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import { filed, makeCase, paper } from '../../fixtures/programme.ts'

const root = new URL('../../..', import.meta.url).pathname
const shelf = loadShelf(join(root, 'assets/programmes'))
const seeds = join(root, '../shared/seeds')
const bare = (text: string) => text.replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）')

/** Lines of a seed, from the first to the last, counted from 1. */
function linesOf(prefix: string, first: number, last: number): string[] {
  const file = readdirSync(seeds).find((name) => name.startsWith(prefix)) ?? ''
  return readFileSync(join(seeds, file), 'utf8')
    .split('\n')
    .slice(first - 1, last)
}

/** Printed words of these lines that the forms lack; boxes, blanks, colons and tags are drawn. */
function lacking(packs: readonly Pack[], lines: readonly string[]): string[] {
  const forms = JSON.stringify(packs.map(({ form, summary }) => [form, summary]))
  const printed = bare(forms.replaceAll('\\n', ''))
  return (
    lines
      .flatMap((line) => line.replace(/<input[^>]*>/g, '\t').split(/<[^>]*>|[\t_：:□]|\s{2,}/))
      // A chapter's heading stands apart from its outline.
      .flatMap((cell) => cell.split(/(?<=^\d\..{4,9})[，,]/))
      .map((cell) => bare(cell).replace(/[;；。，,]$/, ''))
      .filter((cell) => /[^.-]{2}/.test(cell) && !printed.includes(cell))
  )
}

const pack = (id: string) => findPack(shelf, id, '2020').pack
const accelerator = [
  'js-iiot-cloud-centre',
  'js-iiot-cloud-base',
  'js-iiot-service-backbone',
  'js-cloud-demonstration',
].map(pack)
const jilin = pack('jl-iiot-service-demonstration')

/** The outcome of one condition in a case of that pack. */
function outcome(of: Pack, id: string, change: Partial<Case> = {}) {
  const { track = null } = change
  const condition = conditionsOf(of, track).find((each) => each.id === id)
  if (!condition) throw new Error(`no condition ${id}`)
  return evaluate(condition, makeCase({ pack: of, today: '2020-08-01', ...change })).outcome
}

const figures = (code: string, values: Record<number, string>) =>
  Object.entries(values).map(([year, value]) => ({ code, year: Number(year), value }))
const said = (condition: string): Partial<Case> => ({
  attestations: {
    [condition]: { condition, outcome: 'met', name: '林示文', note: '', on: '2020-08-01' },
  },
})

describe('666工程 2020', () => {
  test.skipIf(!existsSync(seeds))('every printed word of 附件1 to 3 is in the forms', () => {
    expect(lacking(accelerator, linesOf('003_', 83, 200))).toEqual([
      '附件2',
      // The heading and the note below it are set apart; the comma is a Chinese one.
      '二、申报材料（请提供详细文字材料）',
      '项目类型（工业互联网标杆工厂,五星级、四星级、三星上云企业）',
    ])
  })

  const backbone = pack('js-iiot-service-backbone')
  const revenue = (values: Record<number, string>, registeredOn = '2001-01-01') => ({
    facts: { registeredOn },
    indicators: figures('revenue', values),
    ...said('one-of-three'),
  })

  test.each([
    ['30% a year from 1000', revenue({ 2017: '1000', 2018: '1500', 2019: '1690' }), 'met'],
    ['just below 30% a year', revenue({ 2017: '1000', 2018: '1500', 2019: '1689.99' }), 'unmet'],
    ['below 1000 at first', revenue({ 2017: '999', 2018: '1500', 2019: '3000' }), 'unmet'],
    ['no growth last year', revenue({ 2017: '1000', 2018: '1700', 2019: '1700' }), 'unmet'],
    [
      '5 years old, 5000万元',
      revenue({ 2019: '5000', 2018: '6000', 2017: '6000' }, '2015-08-30'),
      'met',
    ],
    [
      '5 years and a day',
      revenue({ 2019: '5000', 2018: '6000', 2017: '6000' }, '2015-08-29'),
      'unmet',
    ],
    ['10 years old, 1亿元', revenue({ 2019: '10000', 2018: '1', 2017: '9' }, '2010-08-30'), 'met'],
    [
      '10 years old, below',
      revenue({ 2019: '9999.99', 2018: '9999.99', 2017: '9' }, '2010-08-30'),
      'unmet',
    ],
  ])('one of three: %s', (_, change, expected) => {
    expect(outcome(backbone, 'one-of-three', change)).toBe(expected)
  })

  test('counts the years from 2016 where the clerk reads it so', () => {
    const readings = {
      'one-of-three': {
        condition: 'one-of-three',
        reading: 'b',
        name: '林示文',
        note: '',
        on: '2020-08-01',
      },
    }
    const change = revenue({ 2016: '1000', 2017: '1100', 2018: '1500', 2019: '2197' })
    expect(outcome(backbone, 'one-of-three', { ...change, readings })).toBe('met')
  })

  test('more than 3% for research, not 3% itself', () => {
    const share = (spend: string) => ({
      indicators: [
        ...figures('rd-spend', { 2019: spend }),
        ...figures('revenue', { 2019: '1000' }),
      ],
    })
    expect(outcome(backbone, 'rd-share', share('30'))).toBe('unmet')
    expect(outcome(backbone, 'rd-share', share('30.01'))).toBe('met')
  })
})

describe('吉林 2020', () => {
  test.skipIf(!existsSync(seeds))('every printed word of 附件4-1 to 4-5 is in the form', () => {
    expect(lacking([jilin], linesOf('004_', 50, 452))).toEqual([
      // The plan itself, not its outline, is printed.
      '2020省级工业互联网及制造业服务化示范项目建设方案编制大纲',
      '需包括但不局限于如下内容',
    ])
  })

  const sector = (value?: string): Partial<Case> => ({
    facts: value === undefined ? {} : { sector: value },
  })
  const report = jilin.slots.find(({ id }) => id === 'self-assessment')

  test('asks makers, and only makers, for their self-assessment', () => {
    const applies = (value?: string) =>
      report && slotApplies(report, makeCase({ pack: jilin, ...sector(value) })).applies
    expect(applies('manufacturing')).toBe('yes')
    expect(applies('software')).toBe('no')
    expect(applies()).toBe('open')
    expect(outcome(jilin, 'self-assessed', sector('software'))).toBe('met')
    const slots = { 'self-assessment': filed(paper({ kind: 'self-assessment' })) }
    expect(outcome(jilin, 'self-assessed', { ...sector('manufacturing'), slots })).toBe('met')
    expect(outcome(jilin, 'self-assessed', sector('manufacturing'))).not.toBe('met')
  })

  test('wants five local users of a platform', () => {
    const contracts = (count: number) => ({
      track: 'industry-platform',
      slots: {
        'industry-local-contracts': filed(
          ...Array.from({ length: count }, () => paper({ kind: 'contract' })),
        ),
      },
    })
    expect(outcome(jilin, 'industry-local-users', contracts(5))).toBe('met')
    expect(outcome(jilin, 'industry-local-users', contracts(4))).not.toBe('met')
  })

  test('has eight kinds of project, nine papers by number, and the targets as tables', () => {
    const kinds = jilin.form?.fields.find(({ id }) => id === 'category')
    const options = kinds && 'options' in kinds ? (kinds.options ?? []) : []
    expect(jilin.tracks.map(({ id }) => id)).toEqual(options.map(({ id }) => id))
    expect(options).toHaveLength(8)
    const numbered = slotsOf(jilin, null).flatMap(
      ({ source }) => /^三、（一）(\d)$/.exec(source.clause)?.[1] ?? [],
    )
    expect([...new Set(numbered)]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(jilin.dataNotes.map(({ source }) => source.line)).toContain(29)
  })
})
