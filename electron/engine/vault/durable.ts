/** Bytes that are really on the disk: nothing is acknowledged before these have returned. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomHex } from '../crypto.ts'

/** Windows cannot sync a folder; its renamed files are flushed themselves instead. */
const foldersSync = process.platform !== 'win32'

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A file's bytes onto the disk. */
export const syncFile = (path: string): void => syncPath(path, 'r+')

/** A folder's entries (names made, renamed, removed) onto the disk. */
export const syncFolder = (path: string): void => {
  if (foldersSync) syncPath(path, 'r')
}

/** Several folders at once, which the disk's journal takes together. */
export async function syncFolders(paths: Iterable<string>): Promise<void> {
  if (!foldersSync) return
  await Promise.all(
    [...paths].map(async (path) => {
      const folder = await open(path, 'r')
      await folder.sync().finally(() => folder.close())
    }),
  )
}

/** Makes a folder and its missing parents, each durably. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; ; made = dirname(made)) {
    syncFolder(dirname(made))
    if (made === first) return
  }
}

/**
 * Writes a whole small file so that readers see the old one or the new one, never a part; what fails
 * leaves nothing behind.
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  const part = join(dirname(path), `.${randomHex(8)}.part`)
  const handle = openSync(part, 'wx', mode)
  try {
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  if (foldersSync) syncFolder(dirname(path))
  else syncFile(path)
}
