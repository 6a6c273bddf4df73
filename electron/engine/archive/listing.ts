/** 材料清单: the chosen papers as sheets of a workbook, and the triples among them. Pure. */
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
import type { Triple, TripleDoubt } from '../../../shared/model/triple.ts'
import { parseDecimal } from '../../../shared/programme/decimal.ts'
import { addSums } from '../../../shared/programme/triple.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import en from '../../../shared/text/en/listing.json' with { type: 'json' }
import { say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/listing.json' with { type: 'json' }
import type { Sheet, SheetCell } from '../workbook.ts'

export type Language = 'zh-CN' | 'en'
export type ListedFile = { readonly file: string; readonly material: ListedMaterial }

const texts = { 'zh-CN': zh, en } as const

/** Columns with their widths in characters. */
const columns = {
  number: 6,
  file: 36,
  name: 36,
  kind: 14,
  year: 8,
  paperNumber: 24,
  party: 28,
  amount: 16,
  date: 12,
  validFrom: 12,
  validTo: 12,
  confirmed: 10,
  used: 36,
  tags: 16,
  cabinet: 12,
  archiveNumber: 16,
  version: 10,
  note: 24,
  sha256: 68,
} as const
type Column = keyof typeof columns

/** An amount is a number where it is one, and stands as it is where it is not. */
const amount = (value: string): SheetCell => {
  const number = parseDecimal(value)
  return number === null ? value : { number }
}

function rowOf({ file, material }: ListedFile, at: number, language: Language): SheetCell[] {
  const { facts, filing, used } = material
  const sentences = texts[language]
  const kind = materialKinds.find(({ id }) => id === material.kind)
  const values: Readonly<Record<Column, SheetCell>> = {
    number: { number: String(at + 1) },
    file,
    name: material.name,
    kind: kind?.label[language] ?? material.kind,
    year: facts.year ?? '',
    paperNumber: facts.number ?? facts.creditCode ?? '',
    party: facts.seller ?? facts.partyB ?? facts.payee ?? facts.holder ?? '',
    amount: amount(facts.amount ?? ''),
    date: facts.issuedOn ?? facts.signedOn ?? facts.paidOn ?? facts.heldOn ?? '',
    validFrom: material.validFrom ?? '',
    validTo: material.validTo ?? '',
    confirmed: say(sentences, material.confirmed ? 'yes' : 'no'),
    used: used.map(({ title, edition }) => `${title}（${edition}）`).join('；'),
    tags: filing.tags.join('、'),
    cabinet: filing.cabinet,
    archiveNumber: filing.number,
    version: material.superseded ? say(sentences, 'superseded') : '',
    note: material.note,
    sha256: material.sha256,
  }
  return Object.keys(columns).map((column) => values[column as Column])
}

const tripleColumns = {
  'triple.group': 6,
  'triple.kind': 10,
  'triple.name': 36,
  'triple.number': 24,
  'triple.party': 28,
  'triple.date': 12,
  'triple.amount': 16,
  'triple.result': 60,
} as const

const doubtText = (language: Language, { code, data }: TripleDoubt): string =>
  say(texts[language], `doubt.${code}`, data)

function tripleRows(triple: Triple, at: number, language: Language): SheetCell[][] {
  const said = triple.doubts.map((doubt) => doubtText(language, doubt)).join('；')
  const result = said || say(texts[language], 'triple.agree')
  return triple.materials.map(({ name, kind, facts }, place) => [
    { number: String(at + 1) },
    materialKinds.find(({ id }) => id === kind)?.label[language] ?? kind,
    name,
    facts.number ?? '',
    facts.seller ?? facts.partyB ?? facts.payee ?? '',
    facts.issuedOn ?? facts.signedOn ?? facts.paidOn ?? '',
    amount(facts.amount ?? ''),
    place === 0 ? result : '',
  ])
}

function tripleSheet(triples: readonly Triple[], language: Language): Sheet {
  const sentences = texts[language]
  const sums = addSums(triples.map((triple) => triple.sums))
  const sumRows = (['contracted', 'invoiced', 'paid', 'proven'] as const).map(
    (key): SheetCell[] => [
      '',
      '',
      say(sentences, `triple.${key}`),
      '',
      '',
      '',
      { number: sums[key] },
      '',
    ],
  )
  return {
    name: say(sentences, 'triple.sheet'),
    title: say(sentences, 'triple.title'),
    columns: Object.entries(tripleColumns).map(([column, width]) => ({
      label: say(sentences, column),
      width,
    })),
    rows: [...triples.flatMap((triple, at) => tripleRows(triple, at, language)), ...sumRows],
  }
}

/** The list of these files; beside it the triples that any of them belongs to. */
export function listingOf(
  files: readonly ListedFile[],
  triples: readonly Triple[],
  language: Language,
): Sheet[] {
  const sentences = texts[language]
  const list = {
    name: say(sentences, 'sheet'),
    title: '',
    columns: Object.entries(columns).map(([column, width]) => ({
      label: say(sentences, `column.${column}`),
      width,
    })),
    rows: files.map((each, at) => rowOf(each, at, language)),
  }
  return triples.length > 0 ? [list, tripleSheet(triples, language)] : [list]
}

export const listingName = (language: Language): string => say(texts[language], 'name')
export const folderTitle = (language: Language): string => say(texts[language], 'folder')
