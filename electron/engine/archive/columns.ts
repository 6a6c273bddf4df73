/**
 * The catalogue's narrow rows in memory, by sequence number, so that filters and counts over 100,000
 * materials take a millisecond or two and not a walk through the database. Only ever a copy: it is
 * brought up to the database's revision before each use.
 */
import type { Database } from 'better-sqlite3'
import { readyCatalogue } from './catalogue.ts'

/** Bits of `flags`. */
export const flag = { present: 1, binned: 2, confirmed: 4, damaged: 8 } as const

export type Columns = {
  revision: number
  cuts: number
  /** Highest sequence number; arrays may be longer. */
  newest: number
  readonly kinds: string[]
  flags: Uint8Array
  /** Index into `kinds`. */
  kind: Uint16Array
  /** 0 where nothing tells the year. */
  year: Uint16Array
  /** Beginning of validity as the number yyyymmdd; 0 where the paper names none. */
  start: Uint32Array
  /** End of validity as the number yyyymmdd; 0 where the paper names none. */
  end: Uint32Array
  /** Only papers that have them. */
  readonly tags: Map<number, readonly string[]>
  readonly cabinets: Map<number, string>
}

type Entry = [
  seq: number,
  binned: number,
  kind: string,
  year: number,
  validFrom: string | null,
  validTo: string | null,
  confirmed: number,
  damaged: number,
  cabinet: string,
  tags: string,
]

const empty = (cuts: number): Columns => ({
  revision: 0,
  cuts,
  newest: 0,
  kinds: [],
  flags: new Uint8Array(1024),
  kind: new Uint16Array(1024),
  year: new Uint16Array(1024),
  start: new Uint32Array(1024),
  end: new Uint32Array(1024),
  tags: new Map(),
  cabinets: new Map(),
})

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(old: T, size: number): T {
  const next = new (old.constructor as new (size: number) => T)(size)
  next.set(old)
  return next
}

function makeRoom(columns: Columns, seq: number): void {
  if (seq < columns.flags.length) return
  const size = Math.max(seq + 1, columns.flags.length * 2)
  columns.flags = grown(columns.flags, size)
  columns.kind = grown(columns.kind, size)
  columns.year = grown(columns.year, size)
  columns.start = grown(columns.start, size)
  columns.end = grown(columns.end, size)
}

/** 2024-05-06 as 20240506. */
export const dayNumber = (day: string | null): number =>
  day === null ? 0 : Number(day.replaceAll('-', ''))

function enter(columns: Columns, codes: Map<string, number>, entry: Entry): void {
  const [seq, binned, kind, year, validFrom, validTo, confirmed, damaged, cabinet, tags] = entry
  makeRoom(columns, seq)
  const code = codes.get(kind) ?? columns.kinds.push(kind) - 1
  codes.set(kind, code)
  columns.newest = Math.max(columns.newest, seq)
  columns.kind[seq] = code
  columns.year[seq] = year
  columns.start[seq] = dayNumber(validFrom)
  columns.end[seq] = dayNumber(validTo)
  if (tags === '[]') columns.tags.delete(seq)
  else columns.tags.set(seq, JSON.parse(tags) as string[])
  if (cabinet === '') columns.cabinets.delete(seq)
  else columns.cabinets.set(seq, cabinet)
  columns.flags[seq] =
    flag.present |
    (binned ? flag.binned : 0) |
    (confirmed ? flag.confirmed : 0) |
    (damaged ? flag.damaged : 0)
}

const held = new WeakMap<Database, Columns>()

/** The catalogue as it is now. What is returned changes with the next call. */
export function columnsOf(db: Database): Columns {
  readyCatalogue(db)
  const state = db
    .prepare<[], { revision: number; cuts: number }>('SELECT revision, cuts FROM catalogue_state')
    .get()
  const { revision, cuts } = state ?? { revision: 0, cuts: 0 }
  const before = held.get(db)
  // Rows that left leave no trace to follow: everything is read again.
  const columns =
    before && before.cuts === cuts && before.revision <= revision ? before : empty(cuts)
  held.set(db, columns)
  if (columns.revision === revision) return columns
  const codes = new Map(columns.kinds.map((kind, code) => [kind, code]))
  const changed = db
    .prepare<[number], Entry>(
      `SELECT seq, binned, kind, year, valid_from, valid_to, confirmed, damaged, cabinet, tags
       FROM catalogue WHERE revision > ?`,
    )
    .raw()
  for (const entry of changed.iterate(columns.revision)) enter(columns, codes, entry as never)
  columns.revision = revision
  return columns
}
