/**
 * Keeps a vault's own files from being read as papers. On POSIX, closing any handle on `vault.db`
 * drops SQLite's lock: a second program could then write into a vault that is open.
 */
import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, relative, sep } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { databaseFile, reviewFile, tmpDir, vaultFile } from './paths.ts'

/** True for the folder of any vault, and of any reviewer's desk. */
export const isVault = (folder: string): boolean =>
  (existsSync(vaultFile(folder)) || existsSync(reviewFile(folder))) &&
  existsSync(databaseFile(folder))

/**
 * Throws `file.ofVault` where `path`, links followed, is a vault's folder or lies in the vault `dir`;
 * what the program itself has staged in `tmp/` may pass. A path that leads nowhere passes too.
 */
export async function refuseOwn(dir: string, path: string): Promise<void> {
  const real = await realpath(path).catch(() => null)
  if (real === null) return
  const home = await realpath(dir)
  if (dirname(real) === tmpDir(home)) return
  const way = relative(home, real)
  const inside = way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== real)
  if (inside || isVault(real)) throw new Fault('file.ofVault', { name: basename(path) })
}
