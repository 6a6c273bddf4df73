/**
 * The seal of a closed database: SHA-256 of the whole file, in the form that `sha256sum -c` reads,
 * and the head of the log that it was put on. It lies beside `vault.db` only while nobody has the
 * vault open, and lets `fsck` notice a flipped bit even where no row is. After a kill there is none,
 * and the rows' own digests stand alone.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { sha256Stream } from '../crypto.ts'
import { syncFolder, writeWhole } from './durable.ts'
import { databaseFile, sealFile } from './paths.ts'

function sealOf(dir: string, logHead: string): string {
  const hash = sha256Stream()
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(databaseFile(dir), 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return `# ${logHead}\n${hash.digest('hex')}  ${basename(databaseFile(dir))}\n`
}

/** Only for a database that this process has closed: see `store/open.ts`. */
export const putSeal = (dir: string, logHead: string): void =>
  writeWhole(sealFile(dir), sealOf(dir, logHead))

/** Before the first write, durably: an old seal over a changed database would be a false alarm. */
export function breakSeal(dir: string): void {
  if (!existsSync(sealFile(dir))) return
  rmSync(sealFile(dir))
  syncFolder(dir)
}

/**
 * False when the database is sealed and no longer what was sealed. A seal on another head of the
 * log is an old one (the vault was opened again and its program killed) and says nothing.
 */
export function sealHolds(dir: string, logHead: string): boolean {
  if (!existsSync(sealFile(dir))) return true
  const seal = readFileSync(sealFile(dir), 'utf8')
  return !seal.startsWith(`# ${logHead}\n`) || seal === sealOf(dir, logHead)
}
