/**
 * Where a live vault may lie. SQLite's locks and its write-ahead log are not safe on a network
 * file system, so such a place is refused before anything is written.
 */
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Fault } from '../../../shared/fault.ts'

/** Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph, CODA, NCP. */
const networkTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x73757245, 0x564c,
])

const isUnc = (path: string) => /^[\\/]{2}[^\\/?.]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)

/** False on a write-protected disk and in a folder that this person may not change. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function nearestExisting(path: string): string {
  for (let at = path; ; at = dirname(at)) if (existsSync(at) || at === dirname(at)) return at
}

/**
 * The absolute folder for a vault. Throws `vault.network` for UNC paths, mapped network drives and
 * network mounts.
 */
export function localFolder(folder: string): string {
  const absolute = resolve(folder)
  const existing = nearestExisting(absolute)
  // On Windows the native real path of a mapped drive is its UNC path.
  const real = realpathSync.native(existing)
  const type = statfsSync(existing).type >>> 0
  if (isUnc(folder) || isUnc(real) || networkTypes.has(type)) {
    throw new Fault('vault.network', { folder: absolute })
  }
  return absolute
}

/**
 * The absolute folder for a vault that is to be made: new or empty. Throws `vault.exists`,
 * `vault.notEmpty`, `vault.network`, `target.unwritable`.
 */
export function freshFolder(folder: string): string {
  const dir = localFolder(folder)
  if (!existsSync(dir)) return dir
  if (!statSync(dir).isDirectory()) throw new Fault('target.unwritable', { path: dir })
  const held = readdirSync(dir)
  if (held.includes('vault.json')) throw new Fault('vault.exists', { folder: dir })
  if (held.length > 0) throw new Fault('vault.notEmpty', { folder: dir })
  return dir
}

/** Bytes that the disk lacks for so many more. */
export async function missingSpace(folder: string, needed: number): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.max(0, needed - bavail * bsize)
}
