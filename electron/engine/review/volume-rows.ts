/** The rows of the files that a bundle in volumes came in. */
import type { Database } from 'better-sqlite3'
import type { ReviewVolume } from '../../../shared/model/review.ts'

/** The files of one bundle in order; none where it came as a single file. */
export const volumesOn = (db: Database, seq: number): readonly ReviewVolume[] =>
  db
    .prepare<[number], ReviewVolume>(
      'SELECT number, sha256, name, size FROM volume WHERE submission = ? ORDER BY number',
    )
    .all(seq)

/** The bundle that a file is a volume of, removed ones included. */
export const setOf = (
  db: Database,
  sha256: string,
): { readonly seq: number; readonly removed: boolean } | undefined => {
  const found = db
    .prepare<[string], { seq: number; removed_at: string | null }>(
      `SELECT s.seq, s.removed_at FROM volume v JOIN submission s ON s.seq = v.submission
       WHERE v.sha256 = ?`,
    )
    .get(sha256)
  return found && { seq: found.seq, removed: found.removed_at !== null }
}
