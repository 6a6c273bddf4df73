/**
 * Tidies a store (a vault, a reviewer's desk) at its start: half files of a killed run, and blobs that no row refers to (a crash
 * between file and row, renderings that were only looked at). It must never touch what a row names.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { blobPath, blobsDir, tmpDir } from './paths.ts'

const hex64 = /^[0-9a-f]{64}$/

/** What lies in the folder of all files; nothing where it is gone, null where it is none. */
function foldersOf(dir: string) {
  try {
    return readdirSync(blobsDir(dir), { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') return null
    throw error
  }
}

/** Names of all files under `blobs/`, and whatever else lies there, by its path inside it. */
export function listBlobs(dir: string): { blobs: string[]; foreign: string[] } {
  const blobs: string[] = []
  const foreign: string[] = []
  const folders = foldersOf(dir)
  if (!folders) return { blobs, foreign: ['.'] }
  for (const folder of folders) {
    if (!folder.isDirectory()) {
      foreign.push(folder.name)
      continue
    }
    for (const name of readdirSync(join(blobsDir(dir), folder.name))) {
      const proper = hex64.test(name) && name.startsWith(folder.name)
      if (proper) blobs.push(name)
      else foreign.push(`${folder.name}/${name}`)
    }
  }
  return { blobs, foreign }
}

/** SHA-256 of every blob that a row refers to. */
export const referredBlobs = (db: Database): Set<string> =>
  new Set(db.prepare<[], string>('SELECT sha256 FROM material').pluck().all())

/** Runs before anything is imported: whatever no row names is nobody's. */
export function sweep(dir: string, referred: ReadonlySet<string>): void {
  for (const name of readdirSync(tmpDir(dir))) {
    rmSync(join(tmpDir(dir), name), { recursive: true, force: true })
  }
  for (const name of listBlobs(dir).blobs) {
    if (!referred.has(name)) rmSync(blobPath(dir, name), { force: true })
  }
}
