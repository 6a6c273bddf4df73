/**
 * The folder of a store, a vault's or a reviewer's desk: its rooms, its database, and how it is
 * closed. Knows nothing of what is kept in it.
 */
import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import { makeFolder } from '../vault/durable.ts'
import { clearHolder, inUse } from '../vault/holder.ts'
import {
  backupsDir,
  blobsDir,
  databaseFile,
  keysDir,
  quarantineDir,
  tmpDir,
} from '../vault/paths.ts'
import { isWritable } from '../vault/place.ts'
import { putSeal } from '../vault/seal.ts'
import { logHead } from './log.ts'
import type { Migration } from './migrations/migration.ts'
import { checkpoint, openStore, type Store } from './open.ts'

const rooms = [blobsDir, tmpDir, quarantineDir, backupsDir, keysDir]

/** Makes what is missing of a store's rooms. Throws `target.unwritable`. */
export function makeRooms(dir: string): void {
  try {
    for (const room of rooms) makeFolder(room(dir))
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    const noPlace = ['EEXIST', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EROFS']
    throw noPlace.includes(code) ? new Fault('target.unwritable', { path: dir }, { cause }) : cause
  }
}

const isBusy = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test((error as { code?: string }).code ?? '')

const isBroken = (error: unknown) =>
  /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')

/** Opens the database. Throws `vault.inUse` (naming the holder), `vault.damaged`, `target.unwritable`. */
export function openIn(
  dir: string,
  steps: readonly Migration[],
  now: Date,
  place: 'new' | 'existing',
): Store {
  try {
    return openStore(dir, steps, now, place)
  } catch (error) {
    if (isBusy(error)) throw inUse(dir, error)
    if (!isWritable(dir)) throw new Fault('target.unwritable', { path: dir }, { cause: error })
    if (isBroken(error)) throw new Fault('vault.damaged', { what: 'vault.db' }, { cause: error })
    throw error
  }
}

/** Runs what a closed store can do without. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // The folder is gone or the disk is full; nothing that was acknowledged depends on it.
  }
}

/** Takes away what a store that could not be made has left behind. */
export function clearOut(dir: string): void {
  attempt(() => {
    for (const room of rooms) rmSync(room(dir), { recursive: true, force: true })
    for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile(dir)}${end}`, { force: true })
  })
}

/** Closes the database and seals it, as far as the folder is still there. */
export function closeIn(dir: string, db: Database): void {
  const head = logHead(db)
  attempt(() => checkpoint(db))
  db.close()
  attempt(() => putSeal(dir, head))
  attempt(() => clearHolder(dir))
}
