/**
 * Reads an archive as a bag: the ZIP byte for byte, every file's hash, and the few texts that say
 * what it is. Whether the bag holds, and what it is worth, is its verifiers' business.
 */
import { open, stat } from 'node:fs/promises'
import { Fault } from '../../../shared/fault.ts'
import type { Job } from '../house.ts'
import { archiveOn } from './archive-file.ts'
import type { Bag } from './bag-check.ts'
import { type Archive, type Directory, readDirectory } from './zip-check.ts'
import { type Pass, passInThread, passOver, type Scan, scan } from './zip-scan.ts'

/** From here on a thread of its own reads and hashes the whole file. */
const threadFrom = 8 * 1024 * 1024

const below = (root: string, name: string): string => name.slice(root.length + 1)

function bagOf(root: string, directory: Directory, { hashes, kept }: Scan): Bag {
  const moved = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([name, value]) => [below(root, name), value]))
  const sizes = new Map(directory.entries.map(({ name, size }) => [name, size]))
  return { root, hashes: moved(hashes), sizes: moved(sizes), texts: moved(kept) }
}

export type ScannedBag = {
  readonly directory: Directory
  readonly scanned: Scan
  readonly bag: Bag
}

/**
 * Reads all of it. `keeps` says which files' bytes are wanted, by their path below the root. An
 * archive that is none has reasons in its directory and an empty bag. Throws `job.cancelled`.
 */
export async function scanBag(
  archive: Archive,
  keeps: (path: string, size: number) => boolean,
  job: Job,
  pass: Pass,
): Promise<ScannedBag> {
  const directory = await readDirectory(archive)
  const root = directory.entries[0]?.name.split('/')[0] ?? ''
  const wanted = ({ name, size }: { name: string; size: number }) => keeps(below(root, name), size)
  const scanned = await scan(pass, archive.size, directory, wanted, job)
  return { directory, scanned, bag: bagOf(root, directory, scanned) }
}

/**
 * Opens an archive for one pass over it. Throws `file.missing`, `file.notRegular`,
 * `file.unreadable`, `job.cancelled`.
 */
export async function passThrough<T>(
  path: string,
  job: Job,
  work: (archive: Archive, pass: Pass) => Promise<T>,
): Promise<T> {
  // Looked at before it is opened: opening a pipe waits for somebody who writes.
  const kind = await stat(path).catch(() => null)
  if (kind && !kind.isFile()) throw new Fault('file.notRegular', { name: path })
  const file = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'file.missing' : 'file.unreadable'
    throw new Fault(code, { name: path, why: cause.code ?? '' }, { cause })
  })
  try {
    const info = await file.stat()
    const archive = archiveOn(file, info.size)
    const small = info.size < threadFrom
    const pass = small ? passOver(archive) : passInThread(file.fd, job.signal)
    return await work(archive, pass)
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    if (job.signal.aborted) throw new Fault('job.cancelled', {}, { cause })
    throw new Fault('file.unreadable', { name: path, why: String(cause) }, { cause })
  } finally {
    await file.close()
  }
}
