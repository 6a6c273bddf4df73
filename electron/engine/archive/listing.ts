/**
 * 材料清单 as CSV that Excel opens rightly: UTF-8 with its mark, CRLF, and no cell that Excel would
 * calculate. Pure.
 */
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import en from '../../../shared/text/en/listing.json' with { type: 'json' }
import { say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/listing.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'
export type ListedFile = { readonly file: string; readonly material: ListedMaterial }

const texts = { 'zh-CN': zh, en } as const

/**
 * A cell that begins like a formula gets an apostrophe before it. Excel keeps fifteen digits of a
 * number: longer ones are made text by a tab.
 */
export function cell(value: string): string {
  const safe = /^\d{12,}$/.test(value)
    ? `\t${value}`
    : /^[=+\-@＝＋－＠\t\r\n]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
      ? `'${value}`
      : value
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const columns = [
  'number',
  'file',
  'name',
  'kind',
  'year',
  'paperNumber',
  'amount',
  'date',
  'validFrom',
  'validTo',
  'confirmed',
  'used',
  'note',
  'sha256',
] as const
type Column = (typeof columns)[number]

function cellsOf({ file, material }: ListedFile, at: number, language: Language) {
  const { facts } = material
  const kind = materialKinds.find(({ id }) => id === material.kind)
  const values: Readonly<Record<Column, string>> = {
    number: String(at + 1),
    file,
    name: material.name,
    kind: kind?.label[language] ?? material.kind,
    year: facts.year ?? '',
    paperNumber: facts.number ?? '',
    amount: facts.amount ?? '',
    date: facts.issuedOn ?? facts.signedOn ?? facts.paidOn ?? facts.heldOn ?? '',
    validFrom: material.validFrom ?? '',
    validTo: material.validTo ?? '',
    confirmed: say(texts[language], material.confirmed ? 'yes' : 'no'),
    used: material.used.map(({ title, edition }) => `${title}（${edition}）`).join('；'),
    note: material.note,
    sha256: material.sha256,
  }
  return columns.map((column) => cell(values[column]))
}

export function listingOf(files: readonly ListedFile[], language: Language): string {
  const head = columns.map((column) => cell(say(texts[language], `column.${column}`)))
  const lines = [head, ...files.map((file, at) => cellsOf(file, at, language))]
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

export const listingName = (language: Language): string => say(texts[language], 'name')
export const folderTitle = (language: Language): string => say(texts[language], 'folder')
