/** Writes a file to a place that the person chose, whole or not at all. */
import { constants } from 'node:fs'
import { chmod, copyFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../shared/fault.ts'
import { randomHex } from './crypto.ts'
import { syncFile, syncFolder, writeWhole } from './vault/durable.ts'
import { missingSpace } from './vault/place.ts'
import { renamePatiently } from './vault/rename-patiently.ts'

/** What a place that is gone, or is no place for a file, answers. */
const unwritable = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'ENAMETOOLONG', 'EBUSY']

function asFault(cause: unknown, path: string): unknown {
  if (!unwritable.includes((cause as NodeJS.ErrnoException).code ?? '')) return cause
  return new Fault('target.unwritable', { path }, { cause })
}

/** Throws `target.unwritable`, and the system's other failures as `fault-of` names them. */
export function writeOut(path: string, content: Uint8Array): void {
  try {
    writeWhole(path, content)
  } catch (cause) {
    throw asFault(cause, path)
  }
}

/**
 * A copy of a file of any size, synced before it gets its name. Throws what `writeOut` throws, and
 * `disk.full` with the bytes that are missing.
 */
export async function copyOut(from: string, path: string): Promise<void> {
  const part = join(dirname(path), `.${randomHex(8)}.part`)
  const { size } = await stat(from)
  try {
    const missing = await missingSpace(dirname(path), size)
    if (missing > 0) throw new Fault('disk.full', { missing })
    await copyFile(from, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    await chmod(part, 0o644)
    syncFile(part)
    await renamePatiently(part, path, basename(path))
    syncFolder(dirname(path))
  } catch (cause) {
    await rm(part, { force: true })
    throw asFault(cause, path)
  }
}
