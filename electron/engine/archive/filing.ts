/** The `filing` table: where originals lie, and their tags. A paper without either has no row. */
import type { Database } from 'better-sqlite3'
import { type Filing, unfiled } from '../../../shared/model/filing.ts'
import { prepared } from '../store/prepared.ts'
import { save } from '../store/rows.ts'

export type FilingRow = { readonly cabinet: string; readonly number: string; readonly tags: string }

export const toFiling = ({ cabinet, number, tags }: FilingRow): Filing => ({
  cabinet,
  number,
  tags: JSON.parse(tags) as string[],
})

export function filingOf(db: Database, seq: number): Filing {
  const row = prepared<[number], FilingRow>(
    db,
    'SELECT cabinet, number, tags FROM filing WHERE material = ?',
  ).get(seq)
  return row ? toFiling(row) : unfiled
}

/**
 * Belongs into a transaction, before the material's row is saved: what finds materials is written
 * with that row.
 */
export function saveFiling(db: Database, seq: number, filing: Filing): void {
  const tags = [...new Set(filing.tags.map((each) => each.normalize('NFC')))].toSorted()
  const { cabinet, number } = filing
  if (cabinet === '' && number === '' && tags.length === 0) {
    db.prepare('DELETE FROM filing WHERE material = ?').run(seq)
    return
  }
  save(db, 'filing', { material: seq, cabinet, number, tags: JSON.stringify(tags) })
}
