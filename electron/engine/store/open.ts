/**
 * Opens a vault's database: one connection, exclusive, durable at every commit. Nothing else may
 * open `vault.db`, and nobody may touch it through `fs` while it is open (closing such a handle
 * drops SQLite's lock on POSIX).
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import { syncFile, syncFolder } from '../vault/durable.ts'
import { backupsDir, databaseFile } from '../vault/paths.ts'
import { append } from './log.ts'
import type { Migration } from './migrations/migration.ts'

export type Store = {
  readonly db: Database.Database
  /** True when a newer program has migrated the vault: look, but never write. */
  readonly readOnly: boolean
}

/** How long a second process waits for the first before it is refused, in ms. */
const patience = 400

const version = (db: Database.Database) => db.pragma('user_version', { simple: true }) as number

function connect(file: string, readonly: boolean): Database.Database {
  const db = new Database(file, { timeout: patience, readonly, fileMustExist: readonly })
  try {
    if (!readonly) {
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.exec('BEGIN EXCLUSIVE; COMMIT')
    }
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('mmap_size = 0')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A verified copy of the database as it is, in `backups/`, before a migration touches it. */
function copyBefore(dir: string, db: Database.Database, now: Date): void {
  const stamp = now
    .toISOString()
    .replace(/[^0-9]/g, '')
    .slice(0, 14)
  const target = join(backupsDir(dir), `before-migration-${version(db)}-${stamp}.db`)
  const part = `${target}.part`
  rmSync(part, { force: true })
  db.prepare('VACUUM INTO ?').run(part)
  const copy = new Database(part, { readonly: true })
  const sound = copy.pragma('integrity_check', { simple: true })
  copy.close()
  if (sound !== 'ok') throw new Fault('vault.damaged', { what: 'vault.db' })
  syncFile(part)
  renameSync(part, target)
  syncFolder(backupsDir(dir))
}

function migrate(dir: string, db: Database.Database, steps: readonly Migration[], now: Date) {
  const from = version(db)
  if (from === steps.length) return
  if (from > 0) copyBefore(dir, db, now)
  db.transaction(() => {
    for (const step of steps.slice(from)) step.up(db)
    if (from > 0) append(db, now, 'vault.migrate', String(steps.length))
    db.pragma(`user_version = ${steps.length}`)
  })()
}

/**
 * Brings the database of the vault in `dir` up to date; makes one only where it may. An existing
 * vault's must be there and must not be empty: a fresh one in its place would know none of its files.
 * Throws SQLite's SQLITE_BUSY when another process holds it, `vault.damaged` where it is lost.
 */
export function openStore(
  dir: string,
  steps: readonly Migration[],
  now: Date,
  place: 'new' | 'existing' = 'new',
): Store {
  const file = databaseFile(dir)
  const lost = () => new Fault('vault.damaged', { what: 'vault.db' })
  if (place === 'existing' && !existsSync(file)) throw lost()
  const db = connect(file, false)
  try {
    if (place === 'existing' && version(db) === 0) throw lost()
    if (version(db) > steps.length) {
      db.close()
      return { db: connect(file, true), readOnly: true }
    }
    migrate(dir, db, steps, now)
    return { db, readOnly: false }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens an existing database only to read it; used by `fsck`, which never writes. */
export const openStoreToRead = (dir: string): Database.Database => connect(databaseFile(dir), true)

/**
 * Folds the write-ahead log into the database file. Where there is no room for it, what was
 * committed stays in the log, as durable as before: no reason to call the commit a failure.
 */
export function checkpoint(db: Database.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!/^SQLITE_(FULL|IOERR)/.test((error as { code?: string }).code ?? '')) throw error
  }
}
