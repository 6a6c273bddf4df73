/** Every shipped pack against the documents it was made from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import type { PackSource } from '../../../shared/programme/source.ts'
import { titles } from '../../../shared/registry/registry.ts'

const root = new URL('../../..', import.meta.url).pathname
const shelf = loadShelf(join(root, 'assets/programmes'))
const seeds = join(root, '../shared/seeds')
/** Which stored document each document of the packs is. */
const seedOf: Record<string, string> = {
  'js-base-2022': '000_',
  'js-iiot-2023': '001_',
  'xuzhou-2024': '002_',
  'js-iiot-accelerator-2020': '003_',
  'jl-iiot-2020': '004_',
}

const bare = (text: string) => text.replace(/\s/g, '')

/** Every source in a pack, with where it stands. */
function sourcesOf(value: unknown, path = ''): { path: string; source: PackSource }[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => sourcesOf(each, `${path}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'source'
      ? [{ path: `${path}.source`, source: each as PackSource }]
      : sourcesOf(each, `${path}.${key}`),
  )
}

function linesOf(document: string): string[] {
  const prefix = seedOf[document] ?? 'none'
  const file = readdirSync(seeds).find((name) => name.startsWith(prefix)) ?? ''
  return readFileSync(join(seeds, file), 'utf8').split('\n')
}

const numerals = '零一二三四五六七八九十'
/** The figures of a text; 两年 and 三年 are 2 and 3. */
const figures = (text: string) =>
  text
    .replace(/[一二两三四五六七八九十](?=\s*(?:年|个|项|家|次|类))/g, (each) =>
      String(numerals.indexOf(each === '两' ? '二' : each)),
    )
    .match(/\d+(?:\.\d+)?/g) ?? []

test('every shipped pack is sound, and none is there twice', () => {
  expect(shelf.unusable).toEqual([])
  const names = shelf.packs.map(({ pack }) => `${pack.id} ${pack.edition}`)
  expect(names).toEqual([...new Set(names)])
  expect(names).toContain('js-iiot-benchmark-factory 2023')
  expect(names).toContain('js-internet-plus-base 2022')
})

test('a programme that is called like a title brings it', () => {
  const codes = new Set(titles.map(({ code }) => code))
  const silent = shelf.packs
    .filter(({ pack }) => codes.has(pack.id))
    .filter(({ pack }) => {
      const all = [...pack.awards, ...pack.tracks.flatMap(({ awards = [] }) => awards)]
      return !all.includes(pack.id)
    })
  expect(silent.map(({ pack }) => pack.id)).toEqual([])
})

describe.each(shelf.packs.map(({ pack }) => [pack.id, pack] as const))('%s', (_, pack: Pack) => {
  test('every source is checked and names a clause', () => {
    const sources = sourcesOf(pack)
    // Department, window, benefit, applicants, conditions, papers, procedure, contact and link.
    expect(sources.length).toBeGreaterThan(12)
    for (const { path, source } of sources) {
      expect([path, source.status]).toEqual([path, 'checked'])
    }
  })

  test.skipIf(!existsSync(seeds))('every quote stands in the line that its source names', () => {
    for (const { path, source } of sourcesOf(pack)) {
      const line = bare(linesOf(source.document)[source.line - 1] ?? '')
      expect([path, line.includes(bare(source.quote))]).toEqual([path, true])
    }
  })

  test.skipIf(!existsSync(seeds))('no figure that is not in the source', () => {
    const said = [
      ...partsOf(pack).flatMap(({ conditions }) => conditions),
      ...partsOf(pack).flatMap(({ slots }) => slots.map((slot) => ({ ...slot, text: slot.title }))),
      ...[...pack.benefits, ...pack.applicants, pack.department, ...pack.dataNotes],
      ...[...pack.procedure.steps, ...pack.procedure.chain, ...pack.procedure.paper],
    ]
    for (const { text, source } of said) {
      const lines = linesOf(source.document)
      const read = lines.slice(source.line - 1, source.to ?? source.line).join('\n')
      // The number of an item may touch its first figure: 2.2022 年.
      const found = [...figures(read), ...figures(read.replace(/>\s*\d+\./g, '>'))]
      // 附件 and edition numbers refer to parts of the document, not to facts of the line.
      const own = figures(text.replace(/附件\s*\d+/g, '').replace(/“0家”/g, ''))
      const known = new Set([...found, ...numberedElsewhere(text, lines)])
      expect([text, own.filter((each) => !known.has(each))]).toEqual([text, []])
    }
  })

  /** Bounds are figures of the condition's own text; 1 may be said as 有, 建有, 具备; 0 as 盈利. */
  test('no bound in a rule that its condition does not say', () => {
    for (const { text, rule } of partsOf(pack).flatMap(({ conditions }) => conditions)) {
      const bounds = JSON.stringify(rule).matchAll(/"(?:bound|n|years)":"?(\d+)/g)
      for (const [, bound = ''] of [...bounds].filter(([, bound = '']) => !'01'.includes(bound)))
        expect([text, figures(text)]).toEqual([text, expect.arrayContaining([bound])])
    }
  })
})

/** The programme and its tracks. */
const partsOf = (pack: Pack) => [pack, ...pack.tracks]

/** Data notes may name a figure of another place when they say the words around it. */
const numberedElsewhere = (text: string, lines: readonly string[]): string[] =>
  [...text.matchAll(/\d+(?:亿元|家|月\d+日)/g)]
    .filter(([phrase]) => lines.some((line) => bare(line).includes(bare(phrase))))
    .flatMap(([phrase]) => figures(phrase))

describe('特色产业基地 2022', () => {
  const { pack } = findPack(shelf, 'js-internet-plus-base', '2022')

  test('has the 21 conditions of 附件1 in order: 11 约束性, 10 引导性', () => {
    const lines = [
      55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 71, 72, 73, 74, 75, 76, 77, 78, 79,
    ]
    expect(pack.conditions.map(({ source }) => source.line)).toEqual(lines)
    const binding = pack.conditions.filter(({ hardness }) => hardness === 'binding')
    expect(binding.map(({ source }) => source.line)).toEqual([
      55, 56, 59, 61, 62, 63, 64, 65, 74, 75, 78,
    ])
    expect(pack.conditions.filter(({ hardness }) => hardness === 'guiding')).toHaveLength(10)
  })

  test.skipIf(!existsSync(seeds))('the hardness of each is what the table prints', () => {
    const lines = linesOf('js-base-2022')
    for (const { hardness, source } of pack.conditions) {
      const printed = hardness === 'binding' ? '约束性' : '引导性'
      expect([source.line, lines[source.line - 1]?.trim().endsWith(printed)]).toEqual([
        source.line,
        true,
      ])
    }
  })

  test.skipIf(!existsSync(seeds))('every printed cell and heading of 附件2 is in the form', () => {
    const printed = bare(JSON.stringify(pack.form))
    // The outline of a chapter is kept apart from its heading; seals, colons and lines are drawn.
    const missing = linesOf('js-base-2022')
      .slice(82, 206)
      .flatMap((line) => line.split(/<input[^>]*>|[\t_：]|(?<=条件分析)（/))
      .map((cell) => bare(cell).replace(/(?<=效益。)）$/, ''))
      .filter((cell) => cell.length > 1 && !printed.includes(cell))
    // These product types are printed one by one, each with its box to tick.
    expect(missing).toEqual([
      '工业互联网网络、标识解析、平台、工业软件与工业APP、工业大数据、工业互联网安全',
    ])
  })

  test('the form has seven tables, six chapters and the list of proofs', () => {
    const [basics, ...chapters] = pack.form?.sections ?? []
    expect(basics?.blocks.filter(({ kind }) => kind === 'grid')).toHaveLength(7)
    expect(chapters.map(({ title }) => title.slice(0, 2))).toEqual([
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
      '七、',
    ])
    expect(chapters.at(-1)?.blocks).toEqual([{ kind: 'materials' }])
    expect(pack.form?.cover.filter(({ seal }) => seal)).toHaveLength(2)
  })

  test('names the contacts of the notice and of the booklet, and the columns of 附件4', () => {
    expect(pack.contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ['钟维亚', '025-82288061'],
      [undefined, undefined],
      ['叶飞虎', '13366276227'],
      [undefined, '0516-83732089'],
    ])
    expect(pack.summary?.columns.map(({ label }) => label)).toEqual([
      '序号',
      '所属地区',
      '申报主体',
      '联系人',
      '联系电话',
      '备注',
    ])
  })
})
