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
import { isWritable } from './place.ts'
import { sealHolds } from './seal.ts'

/** Null when the database cannot be opened at all. */
function openDamaged(dir: string): Database.Database | null {
  let db: Database.Database | null = null
  try {
    db = openStoreToRead(dir)
    // The first read takes the lock; a holder shows here.
    db.pragma('user_version')
    return db
  } catch (error) {
    db?.close()
    const { code = '' } = error as { code?: string }
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) throw inUse(dir, error)
    if (/^SQLITE_(FULL|IOERR_SHM)/.test(code)) throw new Fault('disk.full', {}, { cause: error })
    // SQLite keeps its shared memory beside the database, even to read it.
    if (code === 'SQLITE_CANTOPEN' && !isWritable(dir)) {
      throw new Fault('target.unwritable', { path: dir }, { cause: error })
    }
    return null
  }
}

/** Throws `vault.missing`, `vault.inUse`, `disk.full`, `job.cancelled`; damage is reported, not thrown. */
export async function inspectVault(dir: string, job: Job): Promise<FsckReport> {
  if (!existsSync(vaultFile(dir)) && !existsSync(databaseFile(dir))) {
    throw new Fault('vault.missing', { folder: dir })
  }
  const db = openDamaged(dir)
  const report = await fsck(dir, db, job).finally(() => db?.close())
  if (sealHolds(dir, report.logHead)) return report
  const broken = { code: 'database.seal', place: 'vault.db', detail: '', materials: [] } as const
  return { ...report, ok: false, damages: [broken, ...report.damages] }
}
