/** Which materials fit a question, and how many would fit its neighbours. Works on `columns.ts`. */
import type { Database } from 'better-sqlite3'
import {
  type MaterialFacets,
  type MaterialFilter,
  notice,
  type ValidityState,
  validityStates,
} from '../../../shared/model/catalogue.ts'
import { addDays, todayInChina } from '../../../shared/programme/calendar.ts'
import type { House } from '../house.ts'
import { countsOf, overCatalogue } from './catalogue.ts'
import { type Columns, columnsOf, dayNumber, flag } from './columns.ts'
import { initialsOnly, textQuery } from './search-words.ts'

type Hits = { readonly query: string; readonly revision: number; readonly seqs: readonly number[] }
const lastHits = new WeakMap<Database, Hits>()

/** The index's question for a filter, or null when nothing is asked of the index. */
function queryOf(filter: MaterialFilter): string | null {
  const asked = [
    filter.text === undefined ? null : textQuery(filter.text),
    filter.initials === undefined ? null : initialsOnly(filter.initials),
  ].filter((query) => query !== null)
  return asked.length > 0 ? asked.join(' AND ') : null
}

/** Hits that are fetched before anybody knows whether more are needed. */
const fewHits = 1000
const everything = 2 ** 31

/** Hits below a sequence number, newest first. One by one they would take four times as long. */
const hitsBelow = (db: Database, query: string, below: number, limit: number): number[] =>
  db
    .prepare<[string, number, number], number>(
      `SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH ? AND rowid < ?
       ORDER BY rowid DESC LIMIT ?`,
    )
    .pluck()
    .all(query, below, limit)

/** What the index finds, newest first, as far as it was counted before; null when it was not. */
function knownHits(db: Database, query: string, { revision }: Columns): readonly number[] | null {
  const last = lastHits.get(db)
  return last?.query === query && last.revision === revision ? last.seqs : null
}

/** All that the index finds, newest first; everything where nothing was asked of it. */
function hitsOf(db: Database, filter: MaterialFilter, columns: Columns): Iterable<number> {
  const query = queryOf(filter)
  if (query === null) return newestFirst(columns)
  const known = knownHits(db, query, columns)
  if (known) return known
  const seqs = overCatalogue(db, () => hitsBelow(db, query, everything, everything))
  lastHits.set(db, { query, revision: columns.revision, seqs })
  return seqs
}

/** The same for those who need only the first; to be read within `overCatalogue`. */
function* firstHits(db: Database, filter: MaterialFilter, columns: Columns): Generator<number> {
  const query = queryOf(filter)
  if (query === null) return yield* newestFirst(columns)
  const known = knownHits(db, query, columns)
  if (known) return yield* known
  const few = hitsBelow(db, query, everything, fewHits)
  yield* few
  if (few.length === fewHits) yield* hitsBelow(db, query, few.at(-1) ?? 0, everything)
}

const usedIn = (db: Database): Set<number> =>
  new Set(db.prepare<[], number>('SELECT DISTINCT material FROM link').pluck().all())

type Days = { readonly on: number; readonly soon: number }

const supersededIn = (db: Database): Set<number> =>
  new Set(db.prepare<[], number>('SELECT older FROM succession').pluck().all())

function stateOf({ start, end }: Columns, seq: number, { on, soon }: Days): ValidityState {
  const last = end[seq] ?? 0
  if (last !== 0 && last < on) return 'expired'
  if ((start[seq] ?? 0) > on) return 'future'
  return last === 0 ? 'unknown' : last <= soon ? 'expiring' : 'valid'
}

/** What a question says of one material, value by value. */
type Sight = {
  readonly columns: Columns
  readonly used: ReadonlySet<number>
  readonly superseded: ReadonlySet<number>
  readonly days: Days
  readonly filter: MaterialFilter
  /** Code of the wanted kind; -1 for a kind that no material has; null when not asked. */
  readonly kind: number | null
  /** The asked days as numbers; null when not asked. */
  readonly validOn: number | null
  readonly expiresBy: number | null
}

const numberOf = (day: string | undefined) => (day === undefined ? null : dayNumber(day))

const nowhere: ReadonlySet<number> = new Set()

/** `counting`: for the counts of every group, not only for the conditions that were asked. */
function sightOf(house: House, filter: MaterialFilter, counting: boolean): Sight {
  const columns = columnsOf(house.db)
  const on = filter.on ?? todayInChina(house.clock())
  return {
    columns,
    used: counting || filter.used !== undefined ? usedIn(house.db) : nowhere,
    superseded: counting || filter.superseded !== undefined ? supersededIn(house.db) : nowhere,
    days: { on: dayNumber(on), soon: dayNumber(addDays(on, notice)) },
    filter,
    kind: filter.kind === undefined ? null : columns.kinds.indexOf(filter.kind),
    validOn: numberOf(filter.validOn),
    expiresBy: numberOf(filter.expiresBy),
  }
}

/** Groups of facets, each a bit of what a material fails. */
const miss = {
  kind: 1,
  year: 2,
  validity: 4,
  used: 8,
  confirmed: 16,
  damaged: 32,
  superseded: 64,
  tag: 128,
  cabinet: 256,
} as const
const outside = -1

/** Conditions that no facet counts: a range of years, a day on which to be valid, an end by a day. */
function isOutside({ columns, filter, validOn, expiresBy }: Sight, seq: number): boolean {
  const end = columns.end[seq] ?? 0
  const year = columns.year[seq] ?? 0
  const { yearFrom = 0, yearTo = 9999 } = filter
  if (year < yearFrom || year > yearTo) return true
  if (expiresBy !== null && (end === 0 || end > expiresBy)) return true
  return validOn !== null && (end < validOn || (columns.start[seq] ?? 0) > validOn)
}

/** Which groups keep this material out: 0 fits, `outside` is none of the list's business. */
function missesOf(sight: Sight, seq: number): number {
  const { columns, filter, days } = sight
  const flags = columns.flags[seq] ?? 0
  if (!(flags & flag.present) || Boolean(flags & flag.binned) !== filter.deleted) return outside
  if (isOutside(sight, seq)) return outside
  const differs = <T>(asked: T | undefined, is: T) => asked !== undefined && asked !== is
  return (
    (sight.kind !== null && columns.kind[seq] !== sight.kind ? miss.kind : 0) |
    (filter.year !== undefined && columns.year[seq] !== filter.year ? miss.year : 0) |
    (filter.validity !== undefined && stateOf(columns, seq, days) !== filter.validity
      ? miss.validity
      : 0) |
    (differs(filter.used, sight.used.has(seq)) ? miss.used : 0) |
    (differs(filter.confirmed, (flags & flag.confirmed) !== 0) ? miss.confirmed : 0) |
    (differs(filter.damaged, (flags & flag.damaged) !== 0) ? miss.damaged : 0) |
    (differs(filter.superseded, sight.superseded.has(seq)) ? miss.superseded : 0) |
    (filter.tag !== undefined && !columns.tags.get(seq)?.includes(filter.tag) ? miss.tag : 0) |
    (differs(filter.cabinet, columns.cabinets.get(seq) ?? '') ? miss.cabinet : 0)
  )
}

function* newestFirst({ newest }: Columns): Generator<number> {
  for (let seq = newest; seq > 0; seq -= 1) yield seq
}

/** Sequence numbers of all materials that fit, in the order of the list. */
export function fitting(house: House, filter: MaterialFilter): number[] {
  const sight = sightOf(house, filter, false)
  const { columns } = sight
  const found: number[] = []
  for (const seq of hitsOf(house.db, filter, columns)) {
    if (missesOf(sight, seq) === 0) found.push(seq)
  }
  const end = (seq: number) => columns.end[seq] ?? 0
  return filter.expiresBy === undefined ? found : found.sort((a, b) => end(a) - end(b) || b - a)
}

/** The newest that fit, as many as `enough` asks for; `whole` when there are no more. */
export type Newest = { readonly found: readonly number[]; readonly whole: boolean }

/**
 * [Note: Page first] A page of a search is there before its hits are counted: a common term has tens
 * of thousands of them, and fetching all takes longer than everything else together. The index is
 * read, newest first, only as far as the page and a little further; whoever needs the whole count
 * asks for the facets.
 */
export function newestFitting(
  house: House,
  filter: MaterialFilter,
  enough: (found: readonly number[]) => boolean,
): Newest {
  const sight = sightOf(house, filter, false)
  return overCatalogue(house.db, () => {
    const found: number[] = []
    for (const seq of firstHits(house.db, filter, sight.columns)) {
      if (missesOf(sight, seq) !== 0) continue
      if (enough(found)) return { found, whole: false }
      found.push(seq)
    }
    return { found, whole: true }
  })
}

const counted = (counts: Map<string, number>, value: string) =>
  counts.set(value, (counts.get(value) ?? 0) + 1)

/** One more at a place of a table that has room for it. */
const more = (table: Uint32Array, at: number) => {
  table[at] = (table[at] ?? 0) + 1
}

/** What was counted at all, by the name of its place. */
function named(table: Uint32Array, nameOf: (at: number) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  table.forEach((n, at) => {
    if (n > 0) counts[nameOf(at)] = n
  })
  return counts
}

type Tally = {
  total: number
  damaged: number
  superseded: number
  /** By the kind's code, by the year, and by the place of the state. */
  readonly kinds: Uint32Array
  readonly years: Uint32Array
  readonly validity: Uint32Array
  readonly tags: Map<string, number>
  readonly cabinets: Map<string, number>
  readonly used: { yes: number; no: number }
  readonly confirmed: { yes: number; no: number }
}

function tally(sight: Sight, seq: number, misses: number, counts: Tally): void {
  const { columns, days } = sight
  const but = (group: number) => (misses & ~group) === 0
  const flags = columns.flags[seq] ?? 0
  if (misses === 0) counts.total += 1
  if (but(miss.kind)) more(counts.kinds, columns.kind[seq] ?? 0)
  if (but(miss.year)) more(counts.years, columns.year[seq] ?? 0)
  if (but(miss.validity)) {
    more(counts.validity, validityStates.indexOf(stateOf(columns, seq, days)))
  }
  if (but(miss.used)) counts.used[sight.used.has(seq) ? 'yes' : 'no'] += 1
  if (but(miss.confirmed)) counts.confirmed[flags & flag.confirmed ? 'yes' : 'no'] += 1
  if (but(miss.damaged) && flags & flag.damaged) counts.damaged += 1
  if (but(miss.superseded) && sight.superseded.has(seq)) counts.superseded += 1
  if (but(miss.tag)) for (const tag of columns.tags.get(seq) ?? []) counted(counts.tags, tag)
  const cabinet = columns.cabinets.get(seq)
  if (cabinet !== undefined && but(miss.cabinet)) counted(counts.cabinets, cabinet)
}

/** Counts of every group under the other groups' conditions. */
export function facetsOf(house: House, filter: MaterialFilter): MaterialFacets {
  const sight = sightOf(house, filter, true)
  const { columns } = sight
  const counts: Tally = {
    total: 0,
    damaged: 0,
    superseded: 0,
    kinds: new Uint32Array(columns.kinds.length),
    years: new Uint32Array(10_000),
    validity: new Uint32Array(validityStates.length),
    tags: new Map(),
    cabinets: new Map(),
    used: { yes: 0, no: 0 },
    confirmed: { yes: 0, no: 0 },
  }
  for (const seq of hitsOf(house.db, filter, columns)) {
    const misses = missesOf(sight, seq)
    if (misses !== outside) tally(sight, seq, misses, counts)
  }
  const { kinds, years, validity, tags, cabinets, ...plain } = counts
  return {
    ...plain,
    kinds: named(kinds, (code) => columns.kinds[code] ?? ''),
    years: named(years, String),
    validity: Object.fromEntries(
      validityStates.map((state, at) => [state, validity[at] ?? 0]),
    ) as MaterialFacets['validity'],
    tags: Object.fromEntries(tags),
    cabinets: Object.fromEntries(cabinets),
    binned: countsOf(house.db).binned,
  }
}
