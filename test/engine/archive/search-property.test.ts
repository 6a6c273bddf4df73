/** Search against a plain scan of the same texts, over random papers, before and after changes. */
import { polyphonic } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { countMaterials, listMaterials } from '../../../electron/engine/archive/list-materials.ts'
import { type MaterialRow, saveMaterial } from '../../../electron/engine/archive/material-rows.ts'
import { plain } from '../../../electron/engine/archive/search-words.ts'
import { sha256 } from '../../../electron/engine/crypto.ts'
import type { House } from '../../../electron/engine/house.ts'
import { save } from '../../../electron/engine/store/rows.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { engineWithVault } from '../../support/house.ts'
import { type Chance, chanceOf } from '../../support/random.ts'

/** Few signs, so that terms occur often, and all that an index could trip over. */
const alphabet = [...'审计报告合同发票年度重庆银行一二0123459abX.,-（）/+_ "*\n']
const kinds = ['invoice', 'contract', 'audit-report', 'other']

const words = (chance: Chance, length: number): string =>
  Array.from({ length }, () => chance.pick(alphabet)).join('')

type Paper = { readonly row: MaterialRow; readonly text: string }

function paperOf(chance: Chance, seq: number): Paper {
  const facts = { number: words(chance, 8), seller: words(chance, 6) }
  const row = {
    seq,
    sha256: sha256(String(seq)),
    name: `${words(chance, 3 + chance.below(9))}.pdf`,
    kind: chance.pick(kinds),
    size: 1,
    media: 'application/pdf',
    facts: JSON.stringify(facts),
    valid_from: null,
    valid_to: chance.below(3) ? null : `202${chance.below(9)}-0${1 + chance.below(9)}-15`,
    note: words(chance, chance.below(6)),
    confirmed: chance.below(2),
    damaged: 0,
    sample: 0,
    imported_at: '2024-03-01T02:00:00Z',
    deleted_at: chance.below(12) ? null : '2024-03-02T02:00:00Z',
  }
  return { row, text: words(chance, chance.below(60)) }
}

function keep(house: House, { row, text }: Paper): void {
  house.db.transaction(() => {
    house.db.pragma('defer_foreign_keys = ON')
    save(house.db, 'extraction', { material: row.seq, body: JSON.stringify({ text }), at: '' })
    saveMaterial(house.db, row)
  })()
}

/** Everything that a person may look for in a paper. */
function textsOf({ row, text }: Paper): string[] {
  const label = materialKinds.find(({ id }) => id === row.kind)?.label
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(row.valid_to ?? '') ?? []
  const until = year ? [row.valid_to ?? '', `${year}年${Number(month)}月${Number(day)}日`] : []
  const facts = Object.values(JSON.parse(row.facts) as Record<string, string>)
  return [row.name, ...Object.values(label ?? {}), ...facts, ...until, row.note, text].map(plain)
}

type Question = { readonly text: string; readonly kind?: string; readonly confirmed?: boolean }

/** Newest first, as a patient person would find them. */
const scanned = (papers: ReadonlyMap<number, Paper>, { text, kind, confirmed }: Question) =>
  [...papers.values()]
    .filter((each) => {
      const texts = textsOf(each)
      const terms = text.split(/\s+/).map(plain).filter(Boolean)
      return (
        each.row.deleted_at === null &&
        (kind === undefined || each.row.kind === kind) &&
        (confirmed === undefined || (each.row.confirmed === 1) === confirmed) &&
        terms.every((term) => texts.some((where) => where.includes(term)))
      )
    })
    .map(({ row }) => row.seq)
    .sort((a, b) => b - a)

/** All pages of an answer, one after the other. */
function found(house: House, question: Question, limit: number): number[] {
  const seqs: number[] = []
  let before: number | undefined
  do {
    const input = { ...question, deleted: false, offset: 0, limit, ...(before ? { before } : {}) }
    const page = listMaterials(house, input)
    seqs.push(...page.materials.map(({ seq }) => seq))
    before = page.next ?? undefined
  } while (before !== undefined)
  return seqs
}

/** A piece of some paper, or anything; letters alone would be taken for initials as well. */
function questionOf(chance: Chance, papers: ReadonlyMap<number, Paper>): Question {
  const term = () => {
    const whole = chance.pick(textsOf(chance.pick([...papers.values()])))
    const start = chance.below(Math.max(1, whole.length - 1))
    const piece = chance.below(4)
      ? whole.slice(start, start + 1 + chance.below(7))
      : words(chance, 3)
    return /[a-z]/i.test(piece) && /^[0-9a-z\s]*$/i.test(piece) ? `${piece}.` : piece
  }
  const text = chance.below(3) ? term() : `${term()} ${term()}`
  return {
    text: plain(text) === '' ? '审计' : text,
    ...(chance.below(3) ? {} : { kind: chance.pick(kinds) }),
    ...(chance.below(4) ? {} : { confirmed: chance.below(2) === 0 }),
  }
}

function compare(house: House, papers: ReadonlyMap<number, Paper>, chance: Chance, times: number) {
  for (let at = 0; at < times; at += 1) {
    const question = questionOf(chance, papers)
    const expected = scanned(papers, question)
    const limit = chance.pick([3, 20, 100, 500])
    expect({ question, seqs: found(house, question, limit) }).toEqual({ question, seqs: expected })
    const { total } = listMaterials(house, { ...question, deleted: false, offset: 0, limit })
    expect([expected.length, null]).toContain(total)
    if (expected.length <= 300) expect(total).toBe(expected.length)
    expect(countMaterials(house, { ...question, deleted: false }).total).toBe(expected.length)
    // Counted now: the page comes out of what is known.
    expect(found(house, question, limit)).toEqual(expected)
  }
}

test('search finds what a scan finds, page by page, filters and changes included', () => {
  const { house } = engineWithVault()
  const chance = chanceOf(20231126)
  const papers = new Map<number, Paper>()
  for (let seq = 1; seq <= 900; seq += 1) papers.set(seq, paperOf(chance, seq))
  house.db.transaction(() => {
    for (const paper of papers.values()) keep(house, paper)
  })()
  compare(house, papers, chance, 150)
  for (let at = 0; at < 120; at += 1) {
    const paper = paperOf(chance, 1 + chance.below(950))
    papers.set(paper.row.seq, paper)
    keep(house, paper)
  }
  compare(house, papers, chance, 100)
})

test('a common term’s page comes before its count', () => {
  const { house } = engineWithVault()
  const chance = chanceOf(7)
  house.db.transaction(() => {
    for (let seq = 1; seq <= 700; seq += 1) {
      const { row } = paperOf(chance, seq)
      keep(house, { row: { ...row, name: `审计${seq}.pdf`, deleted_at: null }, text: '' })
    }
  })()
  const ask = { text: '审计', deleted: false, offset: 0, limit: 50 }
  const first = listMaterials(house, ask)
  expect(first).toMatchObject({ total: null, next: 651 })
  expect(listMaterials(house, { ...ask, offset: 640 }).materials.map(({ seq }) => seq)[0]).toBe(60)
  expect(listMaterials(house, { ...ask, before: 40 })).toMatchObject({ total: 700, next: null })
  expect(countMaterials(house, { text: '审计', deleted: false }).total).toBe(700)
})

test('initials in any reading of any characters find the name', () => {
  const { house } = engineWithVault()
  const chance = chanceOf(31)
  const characters = [...'重庆银行长乐单位会计参数审计报告合同调查检验朝阳']
  const names = Array.from({ length: 120 }, () =>
    Array.from({ length: 3 + chance.below(8) }, () => chance.pick(characters)).join(''),
  )
  names.forEach((name, at) => {
    const { row } = paperOf(chance, at + 1)
    keep(house, { row: { ...row, name, deleted_at: null }, text: '' })
  })
  for (const [at, name] of names.entries()) {
    const start = chance.below(name.length - 1)
    const piece = [...name.slice(start, start + 2 + chance.below(5))]
    const letters = piece.map((character) => {
      const [readings = []] = polyphonic(character, {
        pattern: 'first',
        toneType: 'none',
        type: 'array',
      })
      return chance.pick(readings)
    })
    const initials = letters.join('')
    expect({ name, initials, found: found(house, { text: initials }, 500) }).toMatchObject({
      found: expect.arrayContaining([at + 1]),
    })
  }
})
