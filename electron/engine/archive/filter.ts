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

const finding = (db: Database) =>
  db
    .prepare<[string], number>(
      `SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH ? ORDER BY rowid DESC`,
    )
    .pluck()

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
  const seqs = overCatalogue(db, () => finding(db).all(query))
  lastHits.set(db, { query, revision: columns.revision, seqs })
  return seqs
}

/** The same one by one, for those who need only the first; to be read within `overCatalogue`. */
function firstHits(db: Database, filter: MaterialFilter, columns: Columns): Iterable<number> {
  const query = queryOf(filter)
  if (query === null) return newestFirst(columns)
  return knownHits(db, query, columns) ?? finding(db).iterate(query)
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
}

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
function isOutside({ columns, filter }: Sight, seq: number): boolean {
  const [start, end, year] = [
    columns.start[seq] ?? 0,
    columns.end[seq] ?? 0,
    columns.year[seq] ?? 0,
  ]
  const { yearFrom = 0, yearTo = 9999, validOn, expiresBy } = filter
  if (year < yearFrom || year > yearTo) return true
  if (expiresBy !== undefined && (end === 0 || end > dayNumber(expiresBy))) return true
  if (validOn === undefined) return false
  const day = dayNumber(validOn)
  return end < day || start > day
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

const counted = <T>(counts: Map<T, number>, value: T) =>
  counts.set(value, (counts.get(value) ?? 0) + 1)

type Tally = {
  total: number
  damaged: number
  superseded: number
  readonly kinds: Map<number, number>
  readonly years: Map<number, number>
  readonly validity: Map<ValidityState, number>
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
  if (but(miss.kind)) counted(counts.kinds, columns.kind[seq] ?? 0)
  if (but(miss.year)) counted(counts.years, columns.year[seq] ?? 0)
  if (but(miss.validity)) counted(counts.validity, stateOf(columns, seq, days))
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
    kinds: new Map(),
    years: new Map(),
    validity: new Map(),
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
    kinds: Object.fromEntries([...kinds].map(([code, n]) => [columns.kinds[code] ?? '', n])),
    years: Object.fromEntries(years),
    validity: Object.fromEntries(
      validityStates.map((state) => [state, validity.get(state) ?? 0]),
    ) as MaterialFacets['validity'],
    tags: Object.fromEntries(tags),
    cabinets: Object.fromEntries(cabinets),
    binned: countsOf(house.db).binned,
  }
}
