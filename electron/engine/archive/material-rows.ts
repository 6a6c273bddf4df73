/** The `material` table and its shape on the wire. */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { Facts, Material } from '../../../shared/model/material.ts'
import { prepared } from '../store/prepared.ts'
import { save } from '../store/rows.ts'
import { catalogueRow } from './catalogue.ts'

export type MaterialRow = {
  readonly seq: number
  readonly sha256: string
  readonly name: string
  readonly kind: string
  readonly size: number
  readonly media: string
  readonly facts: string
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly note: string
  readonly confirmed: number
  readonly damaged: number
  readonly sample: number
  readonly imported_at: string
  readonly deleted_at: string | null
}

export const toMaterial = (row: MaterialRow): Material => ({
  seq: row.seq,
  sha256: row.sha256,
  name: row.name,
  kind: row.kind,
  size: row.size,
  media: row.media,
  facts: JSON.parse(row.facts) as Facts,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  note: row.note,
  confirmed: row.confirmed === 1,
  damaged: row.damaged === 1,
  sample: row.sample === 1,
  importedAt: row.imported_at,
  deletedAt: row.deleted_at,
})

export const findRow = (db: Database, sha256: string): MaterialRow | undefined =>
  prepared<[string], MaterialRow>(db, 'SELECT * FROM material WHERE sha256 = ?').get(sha256)

/** Throws `material.unknown`. */
export function rowOf(db: Database, sha256: string): MaterialRow {
  const row = findRow(db, sha256)
  if (!row) throw new Fault('material.unknown', { sha256 })
  return row
}

/** Belongs into a transaction: the row and what finds it are written together. */
export function saveMaterial(db: Database, row: MaterialRow): void {
  save(db, 'material', row)
  catalogueRow(db, row)
}
