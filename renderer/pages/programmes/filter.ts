/** Which programmes a filter lets through, and in which order. Pure. */
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import type { Outcome } from '../../../shared/model/verdict.ts'
import { bestMatch, compareFit, outcomesOf } from '../../../shared/programme/fit.ts'
import { titleLabel } from '../../../shared/programme/label.ts'
import { dueKey, ownMonths } from '../../../shared/programme/year.ts'

/** The outcomes that a whole programme can have. */
export const matches = [
  'met',
  'judgement',
  'unknown',
  'unmet',
] as const satisfies readonly Outcome[]

export const sorts = ['deadline', 'fit', 'file'] as const
export type Sort = (typeof sorts)[number]

/** What a filter may ask about; an empty text asks nothing. */
export const filterKeys = [
  'text',
  'level',
  'region',
  'department',
  'month',
  'category',
  'channel',
  'match',
] as const
export type FilterKey = (typeof filterKeys)[number]
export type Filter = { readonly [K in FilterKey]: string }

export const noFilter: Filter = {
  text: '',
  level: '',
  region: '',
  department: '',
  month: '',
  category: '',
  channel: '',
  match: '',
}

/** True when every word of a text stands in what is told of something. */
export function wordsIn(told: string, text: string): boolean {
  const where = told.toLowerCase()
  return text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word))
}

const toldOf = (row: ProgrammeRow): string =>
  [
    row.title,
    row.short,
    row.category,
    row.department,
    row.edition,
    ...row.tracks.map(({ title }) => title),
    ...row.awards.map((code) => titleLabel(code)['zh-CN']),
  ].join(' ')

/** What a row has under a key of the filter; a row passes where the wanted value is among them. */
function valuesOf(row: ProgrammeRow, key: Exclude<FilterKey, 'text'>): readonly string[] {
  if (key === 'month') return ownMonths(row).map(String)
  if (key === 'channel') return row.channels
  if (key === 'match') return outcomesOf(row)
  return [row[key]]
}

const asked = filterKeys.filter((key) => key !== 'text')

export function filtered(rows: readonly ProgrammeRow[], filter: Filter): readonly ProgrammeRow[] {
  return rows.filter(
    (row) =>
      wordsIn(toldOf(row), filter.text) &&
      asked.every((key) => filter[key] === '' || valuesOf(row, key).includes(filter[key])),
  )
}

/** The values to choose from under a key, in the order of the rows, with how many rows have each. */
export function choicesOf(
  rows: readonly ProgrammeRow[],
  key: Exclude<FilterKey, 'text'>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of rows.flatMap((row) => valuesOf(row, key)))
    counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export function sorted(
  rows: readonly ProgrammeRow[],
  sort: Sort,
  today: string,
): readonly ProgrammeRow[] {
  if (sort === 'fit') return rows.toSorted((a, b) => compareFit(bestMatch(a), bestMatch(b)))
  if (sort === 'file') return rows
  return rows.toSorted((a, b) => dueKey(a, today).localeCompare(dueKey(b, today)))
}
