/**
 * Materials that wait to be read: they are put here with their import and leave with their reading,
 * so that what a kill or a person's cancel left unread is read by the next import.
 */
import type { Database } from 'better-sqlite3'
import { prepared } from '../store/prepared.ts'

/** Files whose reading brought the program down this often are read only when asked for by name. */
const mostTries = 3

/** Belongs into the transaction that writes the material. */
export const awaitReading = (db: Database, seq: number): void => {
  prepared<[number], void>(db, 'INSERT OR IGNORE INTO unread (material) VALUES (?)').run(seq)
}

/** Belongs into the transaction that writes what was read. */
export const endWait = (db: Database, seq: number): void => {
  prepared<[number], void>(db, 'DELETE FROM unread WHERE material = ?').run(seq)
}

/** Those of these materials that wait, each once. */
export function unreadAmong(db: Database, sha256s: readonly string[]): string[] {
  const waits = db.prepare<[string]>(
    'SELECT 1 FROM unread JOIN material ON seq = material WHERE sha256 = ?',
  )
  return [...new Set(sha256s)].filter((sha256) => waits.get(sha256) !== undefined)
}

/** All that wait, but for those in the bin and those that were tried too often, in their order. */
export const leftUnread = (db: Database): string[] =>
  db
    .prepare<[number], string>(
      `SELECT sha256 FROM unread JOIN material ON seq = material
       WHERE deleted_at IS NULL AND tries < ? ORDER BY seq`,
    )
    .pluck()
    .all(mostTries)

/** A reading of all that is left begins; one that never ends leaves its count behind. */
export const countTry = (db: Database): void => {
  db.prepare('UPDATE unread SET tries = tries + 1').run()
}

/** It came to its end. What was tried too often before it is counted beyond, and stays so. */
export const forgetTries = (db: Database): void => {
  db.prepare('UPDATE unread SET tries = 0 WHERE tries <= ?').run(mostTries)
}
