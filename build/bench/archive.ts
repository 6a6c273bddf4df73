/**
 * 资料库 over 1,000, 10,000 and 100,000 invented materials: searches of 2, 3 and 6 characters, a part
 * of a number, the counts beside the list, and the first page of a freshly opened vault. Rows are
 * written as an import writes them, but without files: only the database is asked here.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countMaterials, listMaterials } from '../../electron/engine/archive/list-materials.ts'
import { saveMaterial } from '../../electron/engine/archive/material-rows.ts'
import { sha256 } from '../../electron/engine/crypto.ts'
import type { House } from '../../electron/engine/house.ts'
import { closeVault, createVault, openVault } from '../../electron/engine/open.ts'
import { save } from '../../electron/engine/store/rows.ts'
import { databaseFile } from '../../electron/engine/vault/paths.ts'
import { around } from './around.ts'
import { percentiles, type Spread } from './measure.ts'

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const common = [
  ...'的一是在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举色',
]
const sets = [
  ['invoice', '增值税电子普通发票', '.pdf'],
  ['contract', '设备采购合同', '.pdf'],
  ['audit-report', '年度审计报告', '.pdf'],
  ['certificate', '质量管理体系认证证书', '.jpg'],
  ['payment', '银行付款回单', '.pdf'],
] as const

function words(roll: (sides: number) => number, length: number): string {
  // Squared, so that some characters are common and many are rare, as in real papers.
  const one = () => common[Math.floor((roll(1000) / 1000) ** 2 * common.length)] ?? '的'
  return Array.from({ length }, one).join('')
}

function material(house: House, seq: number, roll: (sides: number) => number): void {
  const [kind, title, ending] = sets[roll(sets.length)] ?? sets[0]
  const year = 2015 + roll(10)
  const number = Array.from({ length: 20 }, () => roll(10)).join('')
  const party = `${words(roll, 4)}科技有限公司`
  const text = `${title}\n号码 ${number} 金额 ${roll(1e6)}.${roll(100)}\n${words(roll, 560)}`
  save(house.db, 'extraction', { material: seq, body: JSON.stringify({ text }), at: '' })
  saveMaterial(house.db, {
    seq,
    sha256: sha256(String(seq)),
    name: `${year}${title}（${party}）${seq}${ending}`,
    kind,
    size: 1000,
    media: 'application/pdf',
    facts: JSON.stringify({ number, seller: party, amount: `${roll(1e6)}.00` }),
    valid_from: null,
    valid_to: roll(3) === 0 ? `${2022 + roll(5)}-0${1 + roll(9)}-15` : null,
    note: '',
    confirmed: roll(2),
    damaged: 0,
    sample: 0,
    imported_at: '2024-03-01T02:00:00Z',
    deleted_at: null,
  })
}

/** Materials per transaction: many, since only the finding is measured. */
const together = 5000

function fill(house: House, count: number): void {
  const roll = dice(7)
  for (let start = 1; start <= count; start += together) {
    house.db.transaction(() => {
      // A reading is written before its paper here: the paper's row then indexes it at once.
      house.db.pragma('defer_foreign_keys = ON')
      for (let seq = start; seq < start + together && seq <= count; seq += 1)
        material(house, seq, roll)
    })()
  }
}

const list = { deleted: false, offset: 0, limit: 100 } as const

/** Terms that occur: pieces of texts as they were written, 2, 3 and 6 characters long. */
function terms(length: number, rounds: number): string[] {
  const roll = dice(length)
  return Array.from({ length: rounds }, () => {
    const paper = words(dice(100 + roll(1000)), 200)
    const start = roll(190)
    return roll(4) === 0 ? '质量管理体系认证'.slice(0, length) : paper.slice(start, start + length)
  })
}

/** How often every question is asked. */
const rounds = 5

/**
 * Every question in turn, over and over, so that none finds the answer of the one before; the best of
 * its rounds counts, because what else the machine does meanwhile is not what is measured.
 */
function timed(name: string, items: number, works: readonly (() => void)[]): Spread {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round += 1) {
    works.forEach((work, at) => {
      const start = performance.now()
      work()
      best[at] = Math.min(best[at] ?? 0, performance.now() - start)
    })
  }
  return percentiles(name, items, best)
}

/** What each work takes its time for, as far as the figures beside it show. */
export const bounds: Readonly<Record<string, string>> = {
  'page alone': 'floor of every list: 100 rows by number, their facts parsed, their uses looked up',
  'search 2 characters': 'page alone, and up to 400 hits read newest first; never all of them',
  'search 3 characters':
    'page alone, and the meeting of two posting lists until 400 hits are found',
  'search 6 characters':
    'page alone, and the meeting of five posting lists, whole where hits are few',
  'search 2 characters, one kind':
    'hits read until 400 of the kind are found, all where the kind is rare among them',
  'search 8 digits': 'five posting lists of four digits each; few hits or none',
  'counts beside a search': 'every hit is read and counted: grows with the hits',
  'first page, cold': 'page alone on an empty cache: pages of the file read, statements prepared',
}

function cold(dir: string): number {
  const house = openVault(dir, around)
  const start = performance.now()
  listMaterials(house, list)
  const taken = performance.now() - start
  closeVault(house)
  return taken
}

function measured(count: number): readonly Spread[] {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const vault = join(dir, 'vault')
  const house = createVault(vault, '测速', around)
  const start = performance.now()
  fill(house, count)
  const built = performance.now() - start
  const searches = (length: number) =>
    terms(length, 60).map((text) => () => void listMaterials(house, { ...list, text }))
  const numbers = Array.from({ length: 60 }, (_, at) => String(10_000_000 + at * 7919))
  countMaterials(house, { deleted: false })
  const places = Array.from({ length: 30 }, (_, at) => count - Math.floor((at * count) / 40))
  const results = [
    timed(
      'page alone',
      count,
      places.map((before) => () => void listMaterials(house, { ...list, before })),
    ),
    ...[2, 3, 6].map((length) => timed(`search ${length} characters`, count, searches(length))),
    timed(
      'search 2 characters, one kind',
      count,
      terms(2, 60).map(
        (text) => () => void listMaterials(house, { ...list, text, kind: 'invoice' }),
      ),
    ),
    timed(
      'search 8 digits',
      count,
      numbers.map((text) => () => void listMaterials(house, { ...list, text })),
    ),
    timed(
      'counts beside a search',
      count,
      terms(3, 60).map((text) => () => void countMaterials(house, { text, deleted: false })),
    ),
    percentiles('write, per material', count, [built / count]),
  ]
  closeVault(house)
  const opened = percentiles(
    'first page, cold',
    count,
    Array.from({ length: 9 }, () => Math.min(...Array.from({ length: 3 }, () => cold(vault)))),
  )
  const size = statSync(databaseFile(vault)).size
  rmSync(dir, { recursive: true, force: true })
  return [...results, opened, percentiles('database, bytes per material', count, [size / count])]
}

/** For each work its p50 and p95 at each size, and the growth from the smallest to the largest. */
export function benchArchive(sizes: readonly number[]): readonly Spread[] {
  const all = sizes.flatMap(measured)
  return all.map((each) => {
    const first = all.find(({ name }) => name === each.name)
    return { ...each, growth: first ? Math.round((each.p95 / first.p95) * 100) / 100 : 1 }
  })
}
