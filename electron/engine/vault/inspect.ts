/** `fsck` of a vault that nobody has open: reads the database without writing a byte of it. */

import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { FsckReport } from '../../../shared/model/vault.ts'
import type { Job } from '../house.ts'
import { openStoreToRead } from '../store/open.ts'
import { fsck } from './fsck.ts'
import { inUse } from './holder.ts'
import { databaseFile, vaultFile } from './paths.ts'

function openDamaged(dir: string): Database.Database | null {
  try {
    const db = openStoreToRead(dir)
    // The first read takes the lock; a holder shows here.
    db.pragma('user_version')
    return db
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? ''))
      throw inUse(dir, error)
    return null
  }
}

/** Throws `vault.missing`, `vault.inUse`, `job.cancelled`; damage is reported, not thrown. */
export async function inspectVault(dir: string, job: Job): Promise<FsckReport> {
  if (!existsSync(vaultFile(dir)) && !existsSync(databaseFile(dir))) {
    throw new Fault('vault.missing', { folder: dir })
  }
  const db = openDamaged(dir)
  try {
    return await fsck(dir, db, job)
  } finally {
    db?.close()
  }
}
