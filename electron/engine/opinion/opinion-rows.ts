/** The opinions that this vault has taken in. */
import type { Database } from 'better-sqlite3'
import { type Opinion, opinionFile, type TakenOpinion } from '../../../shared/model/review.ts'

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
} & { readonly [K in keyof Came as `came_${K}`]: Came[K] | null }

type Came = NonNullable<TakenOpinion['came']>

const cameOf = ({ came_name: name, came_sha256: sha256, came_trust: trust, came_step }: Row) =>
  name === null || sha256 === null || trust === null
    ? null
    : { name, sha256, trust, step: came_step }

const view = (row: Row): TakenOpinion => ({
  id: row.id,
  fingerprint: row.fingerprint,
  importedAt: row.imported_at,
  // Read as it is read from a file, so that what later versions added has its default.
  opinion: opinionFile.parse(JSON.parse(row.body)),
  came: cameOf(row),
})

/** Newest first. */
export const opinionsTaken = (db: Database, application: string): TakenOpinion[] =>
  db
    .prepare<[string], Row>(
      `SELECT o.*, f.name AS came_name, f.sha256 AS came_sha256, f.trust AS came_trust,
         f.step AS came_step
       FROM opinion o LEFT JOIN opinion_file f ON f.opinion = o.id
       WHERE o.application = ? ORDER BY o.seq DESC`,
    )
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
