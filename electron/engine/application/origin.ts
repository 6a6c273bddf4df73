/** Where an application comes from, and what of its source is still to be renewed. */
import type { Database } from 'better-sqlite3'
import type { LeftBehind, Origin } from '../../../shared/model/reserve.ts'
import { packOf } from './pack.ts'
import { recordOf } from './rows.ts'

type OriginRow = {
  readonly source: string
  readonly day: string
  readonly shifted: number
  readonly body: string
}

/** Null where it was begun afresh. */
export function originOf(db: Database, application: string): Origin | null {
  const row = db
    .prepare<[string], OriginRow>('SELECT * FROM origin WHERE application = ?')
    .get(application)
  if (!row) return null
  const source = recordOf(db, row.source)
  return {
    source: source.id,
    title: packOf(db, source.pack_hash).title,
    edition: source.edition,
    day: row.day,
    shifted: row.shifted === 1,
    left: JSON.parse(row.body) as LeftBehind[],
  }
}
