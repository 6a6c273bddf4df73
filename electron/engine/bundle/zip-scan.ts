/**
 * One pass over the data of an archive: local headers compared with what the directory demands,
 * SHA-256 and CRC-32 of every file. Memory is two blocks and the few small files that are kept.
 */
import { crc32 } from 'node:zlib'
import { Fault } from '../../../shared/fault.ts'
import { sha256, sha256Stream } from '../crypto.ts'
import type { Job } from '../house.ts'
import type { Archive, Directory, Reason } from './zip-check.ts'
import { localHeader, type ZipEntry } from './zip-format.ts'

const blockSize = 1 << 20

export type Scan = {
  readonly hashes: ReadonlyMap<string, string>
  readonly kept: ReadonlyMap<string, Uint8Array>
  readonly reasons: readonly Reason[]
}

/** What is being read: a local header or a file's data, until `left` bytes have passed. */
type Part = { entry: ZipEntry; header: Buffer; left: number; inHeader: boolean; same: boolean }

/** Blocks of the archive up to `end`, in order, the next one on its way while one is looked at. */
async function* inBlocks(archive: Archive, end: number): AsyncGenerator<Uint8Array> {
  const size = Math.min(blockSize, end)
  const buffers = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)]
  const next = async (turn: number): Promise<Uint8Array> => {
    const from = turn * blockSize
    const block = (buffers[turn % 2] as Buffer).subarray(
      0,
      Math.max(0, Math.min(blockSize, end - from)),
    )
    if (block.length > 0) await archive.read(block, from)
    return block
  }
  let pending = next(0)
  for (let turn = 1; ; turn++) {
    const block = await pending
    if (block.length === 0) return
    pending = next(turn)
    pending.catch(() => {})
    yield block
  }
}

/** Takes the pieces of one file's data and knows its hashes at the end. */
function digester(entry: ZipEntry, keep: boolean) {
  let hash: ReturnType<typeof sha256Stream> | null = null
  let whole: string | null = null
  let crc = 0
  const kept: Uint8Array[] = []
  return {
    take: (piece: Uint8Array) => {
      crc = crc32(piece, crc)
      if (keep) kept.push(Uint8Array.from(piece))
      if (!hash && piece.length === entry.size) whole = sha256(piece)
      else {
        hash ??= sha256Stream()
        hash.update(piece)
      }
    },
    end: () => ({
      sha256: whole ?? (hash ? hash.digest('hex') : sha256('')),
      crc,
      content: Buffer.concat(kept),
    }),
  }
}

/**
 * Scans all entries. `keeps` says which files' bytes the caller wants. Throws `job.cancelled`, and
 * whatever the reading itself throws.
 */
export async function scan(
  archive: Archive,
  directory: Directory,
  keeps: (entry: ZipEntry) => boolean,
  job: Job,
): Promise<Scan> {
  const reader = entryReader(directory.entries, keeps)
  let done = 0
  for await (const block of inBlocks(archive, directory.start)) {
    if (job.signal.aborted) throw new Fault('job.cancelled')
    reader.take(block)
    done += block.length
    job.progress({ done, total: directory.start, unit: 'bytes' })
  }
  return reader.result
}

function entryReader(entries: readonly ZipEntry[], keeps: (entry: ZipEntry) => boolean) {
  const hashes = new Map<string, string>()
  const kept = new Map<string, Uint8Array>()
  const reasons: Reason[] = []
  let index = 0
  let part = headerOf(entries[0])
  let data = entries[0] && digester(entries[0], keeps(entries[0]))

  const finish = ({ entry, same }: Part): void => {
    const { sha256, crc, content } = (data as ReturnType<typeof digester>).end()
    hashes.set(entry.name, sha256)
    if (keeps(entry)) kept.set(entry.name, content)
    if (!same) reasons.push({ code: 'zip.entry', place: entry.name, detail: '' })
    if (crc !== entry.crc) reasons.push({ code: 'zip.crc', place: entry.name, detail: '' })
    index += 1
    const next = entries[index]
    part = headerOf(next)
    data = next && digester(next, keeps(next))
  }
  const take = (block: Uint8Array): void => {
    for (let at = 0; part && at < block.length; ) {
      const piece = block.subarray(at, at + part.left)
      if (part.inHeader) part.same &&= sameHeader(part, piece)
      else data?.take(piece)
      at += piece.length
      part.left -= piece.length
      if (part.left === 0 && part.inHeader) {
        part.inHeader = false
        part.left = part.entry.size
      }
      // An empty file ends with its header.
      if (part.left === 0) finish(part)
    }
  }
  return { take, result: { hashes, kept, reasons } }
}

function headerOf(entry: ZipEntry | undefined): Part | null {
  if (!entry) return null
  const header = localHeader(entry)
  return { entry, header, left: header.length, inHeader: true, same: true }
}

function sameHeader({ header, left }: Part, piece: Uint8Array): boolean {
  const from = header.length - left
  return header.subarray(from, from + piece.length).equals(piece)
}
