/**
 * Writes an archive so that it is there whole and proven, or not at all: `.part`, sync, re-open and
 * prove, rename, sync. It never overwrites a file, and leaves nothing behind when it fails.
 */
import { type FileHandle, lstat, open, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { Job } from '../house.ts'
import { syncFile, syncFolder } from '../vault/durable.ts'
import { missingSpace } from '../vault/place.ts'
import { renamePatiently } from '../vault/rename-patiently.ts'
import type { Source } from './file-source.ts'
import { stopIfCancelled, writeZip } from './zip-write.ts'

/** All that is written. */
export type ArchiveSpec = {
  /** The bag's root folder; `<root>.zip` is the name to offer. */
  readonly root: string
  readonly sources: readonly Source[]
  /** Size of the whole archive in bytes. */
  readonly size: number
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** Foreseen failures of writing get their code; everything else stays what it is. */
export async function asFault(error: unknown, to: string, needed: number): Promise<unknown> {
  if (error instanceof Fault) return error
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const missing = (await missingSpace(dirname(to), needed).catch(() => 0)) || needed
    return new Fault('disk.full', { missing }, { cause: error })
  }
  const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']
  return unwritable.includes(code)
    ? new Fault('target.unwritable', { path: to }, { cause: error })
    : error
}

async function refuseTaken(to: string): Promise<void> {
  if (await exists(to)) throw new Fault('target.exists', { path: to, name: basename(to) })
}

/** A `.part` left by a killed export: a plain file that is empty or begins as our archives do. */
async function isOurs(part: string): Promise<boolean> {
  if (!(await lstat(part)).isFile()) return false
  const file = await open(part, 'r')
  try {
    const head = Buffer.alloc(4)
    const { bytesRead } = await file.read(head, 0, 4, 0)
    return bytesRead === 0 || ['504b0304', '00000000'].includes(head.toString('hex'))
  } finally {
    await file.close()
  }
}

/** Parts that this process is writing: one that is being written is not one that a kill has left. */
const underWay = new Set<string>()

async function openPart(part: string): Promise<FileHandle> {
  try {
    return await open(part, 'wx')
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (!(await isOurs(part))) {
      throw new Fault('target.exists', { path: part, name: basename(part) }, { cause: error })
    }
    await rm(part)
    return open(part, 'wx')
  }
}

/** Progress in bytes over writing and verifying together, a report for every part in a hundred. */
function shareOf(job: Job, base: number, total: number): Job {
  let last = -1
  return {
    signal: job.signal,
    progress: (progress) => {
      const done = base + progress.done
      if (done - last < total / 100) return
      last = done
      job.progress({ ...progress, done, total })
    },
  }
}

async function fill(file: FileHandle, spec: ArchiveSpec, job: Job): Promise<void> {
  try {
    await writeZip(file, spec.sources, shareOf(job, 0, spec.size * 2))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function settle(part: string, to: string): Promise<void> {
  await refuseTaken(to)
  await renamePatiently(part, to, basename(to))
  if (process.platform === 'win32') syncFile(to)
  else syncFolder(dirname(to))
}

/**
 * Writes the archive to `to` and returns only when `prove` has read it back under its temporary name
 * and found it as it should be. Throws `target.exists`, `target.unwritable`, `disk.full` (with the
 * missing bytes), `material.damaged`, `file.busy`, `job.cancelled` and what `prove` throws; after any
 * of them nothing is left.
 */
export async function writeArchive<T>(
  spec: ArchiveSpec,
  to: string,
  job: Job,
  prove: (part: string, job: Job) => Promise<T>,
): Promise<T> {
  const part = `${to}.part`
  if (underWay.has(part)) throw new Fault('target.exists', { path: part, name: basename(part) })
  underWay.add(part)
  let mine = false
  try {
    stopIfCancelled(job)
    await refuseTaken(to)
    const missing = await missingSpace(dirname(to), spec.size)
    if (missing > 0) throw new Fault('disk.full', { missing })
    const file = await openPart(part)
    mine = true
    await fill(file, spec, job)
    const proof = await prove(part, shareOf(job, spec.size, spec.size * 2))
    stopIfCancelled(job)
    await settle(part, to)
    return proof
  } catch (error) {
    if (mine) await rm(part, { force: true }).catch(() => {})
    throw await asFault(error, to, spec.size)
  } finally {
    underWay.delete(part)
  }
}
