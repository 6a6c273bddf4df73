/**
 * Writes the canonical ZIP: stored entries, SHA-256 and CRC-32 in one pass over the data, in bounded
 * memory. It must never finish an archive in which a file differs from the hash that was promised.
 */
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { Fault } from '../../../shared/fault.ts'
import { sha256, sha256Stream } from '../crypto.ts'
import type { Job } from '../house.ts'
import { byBytes } from './bag.ts'
import { blockSize, blocksOf, damaged, inOrder, type Source } from './file-source.ts'
import {
  archiveSize,
  centralHeader,
  endRecord,
  localHeader,
  localSize,
  type ZipEntry,
  zipLimits,
} from './zip-format.ts'

/** Throws `bundle.tooLarge` for what a ZIP without extensions cannot hold. Returns its size. */
export function checkSize(sources: readonly Source[]): number {
  const bytes = archiveSize(sources)
  if (bytes >= zipLimits.bytes || sources.length >= zipLimits.entries) {
    throw new Fault('bundle.tooLarge', { bytes, files: sources.length })
  }
  return bytes
}

/** Collects small pieces and keeps one write on its way while the next data is prepared. */
function outlet(file: FileHandle) {
  let pieces: Uint8Array[] = []
  let waiting = 0
  let position = 0
  let writing: Promise<unknown> = Promise.resolve()

  const send = async () => {
    await writing
    const batch = pieces
    const at = position - waiting
    pieces = []
    waiting = 0
    writing = writeAll(file, batch, at)
    writing.catch(() => {})
  }
  return {
    position: () => position,
    /** `piece` may be reused once two further calls have returned. */
    add: async (piece: Uint8Array): Promise<void> => {
      pieces.push(piece)
      waiting += piece.length
      position += piece.length
      if (waiting >= blockSize || pieces.length >= 512) await send()
    },
    settle: async (): Promise<void> => {
      await send()
      await writing
    },
  }
}
type Outlet = ReturnType<typeof outlet>

async function writeAll(file: FileHandle, pieces: readonly Uint8Array[], at: number) {
  if (pieces.length === 0) return
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const { bytesWritten } = await file.writev(pieces as Uint8Array[], at)
  if (bytesWritten === total) return
  const rest = Buffer.concat(pieces).subarray(bytesWritten)
  for (let done = 0; done < rest.length; ) {
    const more = await file.write(rest, done, rest.length - done, at + bytesWritten + done)
    done += more.bytesWritten
  }
}

async function addLarge(file: FileHandle, out: Outlet, source: Source, job: Job): Promise<number> {
  const offset = out.position()
  const hash = sha256Stream()
  let crc = 0
  let size = 0
  // The CRC is known only at the end: the header's place is kept, and filled then.
  await out.add(new Uint8Array(localSize(Buffer.byteLength(source.name, 'utf8'))))
  for await (const block of blocksOf(source)) {
    stopIfCancelled(job)
    size += block.length
    if (size > source.size) throw damaged(source)
    hash.update(block)
    crc = crc32(block, crc)
    await out.add(block)
    report(job, out, source)
  }
  if (size !== source.size || hash.digest('hex') !== source.sha256) throw damaged(source)
  await out.settle()
  await writeAll(file, [localHeader({ name: source.name, size, crc, offset })], offset)
  return crc
}

async function addSmall(out: Outlet, source: Source, content: Uint8Array): Promise<number> {
  if (content.length !== source.size || sha256(content) !== source.sha256) throw damaged(source)
  const crc = crc32(content)
  await out.add(localHeader({ name: source.name, size: source.size, crc, offset: 0 }))
  await out.add(content)
  return crc
}

/** Throws `job.cancelled`. */
export function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) throw new Fault('job.cancelled')
}

const report = (job: Job, out: Outlet, source: Source): void =>
  job.progress({ done: out.position(), total: 0, unit: 'bytes', item: source.name })

/**
 * Writes all sources, sorted by the bytes of their names, into an empty file. Does not sync. Throws
 * `material.damaged` naming the file that is not what its hash says, `bundle.tooLarge`,
 * `job.cancelled`. Progress counts bytes written; `total` is for the caller to add.
 */
export async function writeZip(
  file: FileHandle,
  sources: readonly Source[],
  job: Job,
): Promise<void> {
  checkSize(sources)
  const sorted = sources.toSorted((a, b) => byBytes(a.name, b.name))
  const out = outlet(file)
  const entries: ZipEntry[] = []
  for await (const { source, content } of inOrder(sorted)) {
    stopIfCancelled(job)
    const offset = out.position()
    const crc = content
      ? await addSmall(out, source, content)
      : await addLarge(file, out, source, job)
    entries.push({ name: source.name, size: source.size, crc, offset })
    report(job, out, source)
  }
  const start = out.position()
  for (const entry of entries) await out.add(centralHeader(entry))
  await out.add(endRecord(entries.length, out.position() - start, start))
  await out.settle()
}
