/** Chains of versions: each paper takes the place of at most one, and one at most takes its place. */
import type { Database } from 'better-sqlite3'
import type { PaperVersion } from '../../../shared/model/version.ts'
import type { MaterialRow } from './material-rows.ts'
import { bundlesOf, usesOf } from './uses.ts'

/** The chain that a paper stands in, newest first; the paper alone where it stands in none. */
export const chainOf = (db: Database, seq: number): MaterialRow[] =>
  db
    .prepare<[number, number], MaterialRow>(
      `WITH RECURSIVE newer (seq, place) AS (
         VALUES (?, 0)
         UNION SELECT s.material, place - 1 FROM succession s JOIN newer ON s.older = newer.seq
       ), older (seq, place) AS (
         VALUES (?, 0)
         UNION SELECT s.older, place + 1 FROM succession s JOIN older ON s.material = older.seq
       )
       SELECT m.* FROM (SELECT * FROM newer UNION SELECT * FROM older) chain
       JOIN material m ON m.seq = chain.seq ORDER BY chain.place`,
    )
    .all(seq, seq)

const toVersion = (db: Database, row: MaterialRow): PaperVersion => ({
  sha256: row.sha256,
  name: row.name,
  importedAt: row.imported_at,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  binned: row.deleted_at !== null,
  uses: usesOf(db, row),
  bundles: bundlesOf(db, row.seq),
})

/** Newest first; empty where there is only this one. */
export function versionsOf(db: Database, seq: number): PaperVersion[] {
  const chain = chainOf(db, seq)
  return chain.length > 1 ? chain.map((row) => toVersion(db, row)) : []
}

/** Which of these materials a newer version has taken the place of. */
export const supersededOf = (db: Database, seqs: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .prepare<[string], number>(
        'SELECT older FROM succession WHERE older IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .all(JSON.stringify(seqs)),
  )
