/**
 * Writes rows of sealed tables ([Note: Sealed rows]). It must never write a row without its digest.
 */
import type { Database } from 'better-sqlite3'
import { sha256 } from '../crypto.ts'
import { prepared } from './prepared.ts'

export type Value = string | number | null
export type RowValues = Readonly<Record<string, Value>>

type Shape = { readonly columns: readonly string[]; readonly key: readonly string[] }
type TableInfo = { readonly name: string; readonly pk: number }

const shapes = new WeakMap<Database, Map<string, Shape>>()

/** Columns without the digest, in their order, and the primary key. Kept per connection. */
export function shapeOf(db: Database, table: string): Shape {
  const known = shapes.get(db) ?? new Map<string, Shape>()
  shapes.set(db, known)
  const found = known.get(table)
  if (found) return found
  const info = db.pragma(`table_info(${table})`) as TableInfo[]
  const shape = {
    columns: info.map((column) => column.name).filter((name) => name !== 'digest'),
    key: info.filter((column) => column.pk > 0).map((column) => column.name),
  }
  known.set(table, shape)
  return shape
}

/** Names of all sealed tables, in alphabetical order. */
export const sealedTables = (db: Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'digest' ORDER BY m.name`,
    )
    .pluck()
    .all()

/** The digest of a row: SHA-256 of the JSON of its table's name and its columns, in their order. */
export const rowDigest = (db: Database, table: string, row: RowValues): string =>
  sha256(JSON.stringify([table, ...shapeOf(db, table).columns.map((column) => row[column])]))

/** Half a character (an emoji cut in two) reads back as another one: the digest must not know it. */
const wellFormed = (row: RowValues): RowValues =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.toWellFormed() : value,
    ]),
  )

/** Inserts a row, or replaces the one with the same primary key. */
export function save(db: Database, table: string, given: RowValues): void {
  const row = wellFormed(given)
  const { columns, key } = shapeOf(db, table)
  const all = [...columns, 'digest']
  const updates = all.filter((column) => !key.includes(column)).map((c) => `${c} = excluded.${c}`)
  const values = columns.map((column) => {
    const value = row[column]
    if (value === undefined) throw new TypeError(`${table}.${column} has no value`)
    return value
  })
  prepared<Value[], void>(
    db,
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')}`,
  ).run(...values, rowDigest(db, table, row))
}
