/** The opinions that this vault has taken in. */
import type { Database } from 'better-sqlite3'
import type { Opinion, TakenOpinion } from '../../../shared/model/review.ts'

type Row = {
  readonly id: string
  readonly seq: number
  readonly application: string
  readonly receipt: number
  readonly desk: string
  readonly number: number
  readonly office: string
  readonly fingerprint: string
  readonly body: string
  readonly imported_at: string
}

const view = ({ id, fingerprint, body, imported_at: importedAt }: Row): TakenOpinion => ({
  id,
  fingerprint,
  importedAt,
  opinion: JSON.parse(body) as Opinion,
})

/** Newest first. */
export const opinionsTaken = (db: Database, application: string): TakenOpinion[] =>
  db
    .prepare<[string], Row>('SELECT * FROM opinion WHERE application = ? ORDER BY seq DESC')
    .all(application)
    .map(view)

export const isTaken = (db: Database, id: string): boolean =>
  db.prepare<[string]>('SELECT 1 FROM opinion WHERE id = ?').get(id) !== undefined

/** True where this desk has said something later on the same export. */
export const isOutdated = (db: Database, receipt: number, { desk }: Opinion): boolean =>
  db
    .prepare<[number, string, number]>(
      'SELECT 1 FROM opinion WHERE receipt = ? AND desk = ? AND number >= ?',
    )
    .get(receipt, desk.id, desk.number) !== undefined
