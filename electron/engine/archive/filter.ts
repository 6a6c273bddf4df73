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

/** What the index finds, newest first; null when nothing was asked of it. */
function hitsOf(
  db: Database,
  filter: MaterialFilter,
  { revision }: Columns,
): readonly number[] | null {
  const asked = [
    filter.text === undefined ? null : textQuery(filter.text),
    filter.initials === undefined ? null : initialsOnly(filter.initials),
  ].filter((query) => query !== null)
  if (asked.length === 0) return null
  const query = asked.join(' AND ')
  const last = lastHits.get(db)
  if (last?.query === query && last.revision === revision) return last.seqs
  const seqs = overCatalogue(db, () =>
    db
      .prepare<[string], number>(
        `SELECT rowid FROM catalogue_index WHERE catalogue_index MATCH ? ORDER BY rowid DESC`,
      )
      .pluck()
      .all(query),
  )
  lastHits.set(db, { query, revision, seqs })
  return seqs
}

const usedIn = (db: Database): Set<number> =>
  new Set(db.prepare<[], number>('SELECT DISTINCT material FROM link').pluck().all())

type Days = { readonly on: number; readonly soon: number }

const stateOf = (end: number, { on, soon }: Days): ValidityState =>
  end === 0 ? 'unknown' : end < on ? 'expired' : end <= soon ? 'expiring' : 'valid'

/** What a question says of one material, value by value. */
type Sight = {
  readonly columns: Columns
  readonly used: ReadonlySet<number>
  readonly days: Days
  readonly filter: MaterialFilter
  /** Code of the wanted kind; -1 for a kind that no material has; null when not asked. */
  readonly kind: number | null
}

function sightOf(house: House, filter: MaterialFilter): Sight {
  const columns = columnsOf(house.db)
  const on = filter.on ?? todayInChina(house.clock())
  return {
    columns,
    used: usedIn(house.db),
    days: { on: dayNumber(on), soon: dayNumber(addDays(on, notice)) },
    filter,
    kind: filter.kind === undefined ? null : columns.kinds.indexOf(filter.kind),
  }
}

/** Groups of facets, each a bit of what a material fails. */
const miss = { kind: 1, year: 2, validity: 4, used: 8, confirmed: 16, damaged: 32 } as const
const outside = -1

/** Which groups keep this material out: 0 fits, `outside` is none of the list's business. */
function missesOf(sight: Sight, seq: number): number {
  const { columns, filter, days } = sight
  const flags = columns.flags[seq] ?? 0
  const end = columns.end[seq] ?? 0
  if (!(flags & flag.present) || Boolean(flags & flag.binned) !== filter.deleted) return outside
  if (filter.expiresBy !== undefined && (end === 0 || end > dayNumber(filter.expiresBy))) {
    return outside
  }
  const differs = (asked: boolean | undefined, is: boolean) => asked !== undefined && asked !== is
  return (
    (sight.kind !== null && columns.kind[seq] !== sight.kind ? miss.kind : 0) |
    (filter.year !== undefined && columns.year[seq] !== filter.year ? miss.year : 0) |
    (filter.validity !== undefined && stateOf(end, days) !== filter.validity ? miss.validity : 0) |
    (differs(filter.used, sight.used.has(seq)) ? miss.used : 0) |
    (differs(filter.confirmed, (flags & flag.confirmed) !== 0) ? miss.confirmed : 0) |
    (differs(filter.damaged, (flags & flag.damaged) !== 0) ? miss.damaged : 0)
  )
}

function* newestFirst({ newest }: Columns): Generator<number> {
  for (let seq = newest; seq > 0; seq -= 1) yield seq
}

/** Sequence numbers of all materials that fit, in the order of the list. */
export function fitting(house: House, filter: MaterialFilter): number[] {
  const sight = sightOf(house, filter)
  const { columns } = sight
  const found: number[] = []
  for (const seq of hitsOf(house.db, filter, columns) ?? newestFirst(columns)) {
    if (missesOf(sight, seq) === 0) found.push(seq)
  }
  const end = (seq: number) => columns.end[seq] ?? 0
  return filter.expiresBy === undefined ? found : found.sort((a, b) => end(a) - end(b) || b - a)
}

const counted = <T>(counts: Map<T, number>, value: T) =>
  counts.set(value, (counts.get(value) ?? 0) + 1)

/** Counts of every group under the other groups' conditions. */
export function facetsOf(house: House, filter: MaterialFilter): MaterialFacets {
  const sight = sightOf(house, filter)
  const { columns, days, used } = sight
  const kinds = new Map<number, number>()
  const years = new Map<number, number>()
  const validity = new Map<ValidityState, number>()
  const uses = { yes: 0, no: 0 }
  const confirmed = { yes: 0, no: 0 }
  let damaged = 0
  let total = 0
  for (const seq of hitsOf(house.db, filter, columns) ?? newestFirst(columns)) {
    const misses = missesOf(sight, seq)
    if (misses === outside) continue
    const but = (group: number) => (misses & ~group) === 0
    const flags = columns.flags[seq] ?? 0
    if (misses === 0) total += 1
    if (but(miss.kind)) counted(kinds, columns.kind[seq] ?? 0)
    if (but(miss.year)) counted(years, columns.year[seq] ?? 0)
    if (but(miss.validity)) counted(validity, stateOf(columns.end[seq] ?? 0, days))
    if (but(miss.used)) uses[used.has(seq) ? 'yes' : 'no'] += 1
    if (but(miss.confirmed)) confirmed[flags & flag.confirmed ? 'yes' : 'no'] += 1
    if (but(miss.damaged) && flags & flag.damaged) damaged += 1
  }
  return {
    total,
    kinds: Object.fromEntries([...kinds].map(([code, n]) => [columns.kinds[code] ?? '', n])),
    years: Object.fromEntries(years),
    validity: Object.fromEntries(
      validityStates.map((state) => [state, validity.get(state) ?? 0]),
    ) as MaterialFacets['validity'],
    used: uses,
    confirmed,
    damaged,
    binned: countsOf(house.db).binned,
  }
}
