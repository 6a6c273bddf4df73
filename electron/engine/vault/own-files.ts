/**
 * Keeps a vault's own files from being read as papers, and other files out of its folder. On POSIX,
 * closing any handle on `vault.db` drops SQLite's lock: a second program could then write into a
 * vault that is open.
 */
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, relative, sep } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { databaseFile, reviewFile, tmpDir, vaultFile } from './paths.ts'

/** True for the folder of any vault, and of any reviewer's desk. */
export const isVault = (folder: string): boolean =>
  (existsSync(vaultFile(folder)) || existsSync(reviewFile(folder))) &&
  existsSync(databaseFile(folder))

function whereIs(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** Whether `path`, links followed, is a vault's folder or lies in the vault `dir`. */
function isOwn(dir: string, path: string): boolean {
  const real = whereIs(path)
  if (real === null) return false
  const home = realpathSync(dir)
  // What the program itself has staged.
  if (dirname(real) === tmpDir(home)) return false
  const way = relative(home, real)
  const inside = way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== real)
  return inside || isVault(real)
}

/** Throws `file.ofVault` where `path` is the vault's own; one that leads nowhere passes. */
export function refuseOwn(dir: string, path: string): void {
  if (isOwn(dir, path)) throw new Fault('file.ofVault', { name: basename(path) })
}

/** Throws `target.ofVault` where what is written to `path`, there already or not, would lie in a vault. */
export function refuseOwnTarget(dir: string, path: string): void {
  if (isOwn(dir, path) || isOwn(dir, dirname(path))) throw new Fault('target.ofVault', { path })
}
