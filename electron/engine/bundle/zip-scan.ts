/**
 * One pass over an archive: local headers compared with what the directory demands, SHA-256 and
 * CRC-32 of every file, SHA-256 of the whole. Memory is a few blocks and the small files that are
 * kept.
 */
import { crc32 } from 'node:zlib'
import { Fault } from '../../../shared/fault.ts'
import { readHashed, sha256, sha256Stream } from '../crypto.ts'
import type { Job } from '../house.ts'
import type { Archive, Directory, Reason } from './zip-check.ts'
import { localHeader, type ZipEntry } from './zip-format.ts'

const blockSize = 1 << 20

export type Scan = {
  readonly hashes: ReadonlyMap<string, string>
  readonly kept: ReadonlyMap<string, Uint8Array>
  readonly reasons: readonly Reason[]
  /** Of the whole archive. */
  readonly sha256: string
}

/** What is being read: a local header or a file's data, until `left` bytes have passed. */
type Part = { entry: ZipEntry; header: Buffer; left: number; inHeader: boolean; same: boolean }

/** All bytes of an archive in order; `sha256` is theirs once the last of them has been taken. */
export type Pass = {
  readonly blocks: AsyncIterable<Uint8Array>
  readonly sha256: () => string
}

/** A pass that reads and hashes here: for what is in memory, or too small to begin a thread for. */
export function passOver(archive: Archive): Pass {
  const hash = sha256Stream()
  async function* blocks(): AsyncGenerator<Uint8Array> {
    const buffer = Buffer.allocUnsafeSlow(Math.min(blockSize, archive.size))
    for (let at = 0; at < archive.size; at += buffer.length) {
      const block = buffer.subarray(0, archive.size - at)
      await archive.read(block, at)
      hash.update(block)
      yield block
    }
  }
  return { blocks: blocks(), sha256: () => hash.digest('hex') }
}

/** A pass over an open file in a thread of its own, which costs the scan next to nothing. */
export function passInThread(file: number, signal: AbortSignal): Pass {
  let digest = ''
  const blocks = readHashed(file, signal, (sha256) => {
    digest = sha256
  })
  return { blocks, sha256: () => digest }
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
 * Scans all entries; an archive whose directory does not hold is only hashed. `keeps` says which
 * files' bytes the caller wants. Throws `job.cancelled`, and whatever the reading itself throws.
 */
export async function scan(
  { blocks, sha256: whole }: Pass,
  size: number,
  directory: Directory,
  keeps: (entry: ZipEntry) => boolean,
  job: Job,
): Promise<Scan> {
  const sound = directory.reasons.length === 0
  const reader = entryReader(sound ? directory.entries : [], keeps)
  let done = 0
  for await (const block of blocks) {
    if (job.signal.aborted) throw new Fault('job.cancelled')
    reader.take(block)
    done += block.length
    job.progress({ done, total: size, unit: 'bytes' })
  }
  if (done !== size) throw new Error('the file changed its size while it was read')
  return { ...reader.result, sha256: whole() }
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
