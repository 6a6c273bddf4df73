/**
 * The append-only log of a vault: each line carries the digest of the one before, so nothing in the
 * middle can change unnoticed; the head goes into every bundle. A line's `seq` is also the order of
 * what it records: clocks jump, sequence numbers do not.
 */
import type { Database } from 'better-sqlite3'
import { prepared } from './prepared.ts'
import { rowDigest, save, shapeOf } from './rows.ts'

export type LogLine = {
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly prev: string
  readonly digest: string
}

/** What the first line names as its predecessor. */
export const logRoot = '0'.repeat(64)

const last = (db: Database) =>
  prepared<[], LogLine>(db, 'SELECT * FROM log ORDER BY seq DESC LIMIT 1').get()

/** Digest of the newest line. */
export const logHead = (db: Database): string => last(db)?.digest ?? logRoot

/** Id of the vault that this database was made for: the subject of the first line. */
export const vaultOf = (db: Database): string | undefined =>
  db.prepare<[], string>('SELECT subject FROM log WHERE seq = 1').pluck().get()

/**
 * Adds a line and returns its sequence number. Belongs into the transaction of the change that it
 * records. `detail` must hold no secrets.
 */
export function append(
  db: Database,
  at: Date,
  action: string,
  subject: string,
  detail: Readonly<Record<string, unknown>> = {},
): number {
  const before = last(db)
  const seq = (before?.seq ?? 0) + 1
  const prev = before?.digest ?? logRoot
  const text = JSON.stringify(detail)
  save(db, 'log', { seq, at: at.toISOString(), action, subject, detail: text, prev })
  return seq
}

/** Sequence number of the first line that does not follow from the ones before, or null. */
export function firstBreak(db: Database): number | null {
  // Learnt before the first line is read: a connection that walks through rows answers nothing else.
  shapeOf(db, 'log')
  let seq = 0
  let prev = logRoot
  for (const line of db.prepare<[], LogLine>('SELECT * FROM log ORDER BY seq').iterate()) {
    const follows = line.seq === seq + 1 && line.prev === prev
    if (!follows || line.digest !== rowDigest(db, 'log', line)) return line.seq
    seq = line.seq
    prev = line.digest
  }
  return null
}
