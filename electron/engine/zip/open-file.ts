/**
 * A ZIP on a disk that a person wants in the archive: its entries, checked before anything is
 * unpacked, and their bytes one stream at a time. Memory stays small whatever the archive holds.
 */
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { Unreadable } from '../extract/read-document.ts'
import {
  broken,
  dataStart,
  endOf,
  entriesOf,
  localStart,
  placeOf,
  tailSize,
  type ZipEntry,
  type ZipLimits,
} from './directory.ts'
import { asUtf8, type NameCoding } from './names.ts'

export const archiveLimits: ZipLimits = {
  entries: 20_000,
  entry: 2 * 1024 ** 3,
  total: 4 * 1024 ** 3,
  ratio: 200,
  // A blank page scanned without compression shrinks by far more: small ones are let through.
  ratioFrom: 64 * 1024 * 1024,
}

/** Above what 20,000 names of usual length need. */
const directoryLimit = 16 * 1024 * 1024

export type ZipFile = {
  readonly entries: readonly ZipEntry[]
  /** Names that the archive does not tell the coding of, as they read in either. */
  readonly unmarked: {
    readonly gb18030: readonly string[]
    /** Null where they cannot be UTF-8. */
    readonly 'utf-8': readonly string[] | null
  }
}

async function readAt(file: FileHandle, position: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  const { bytesRead } = await file.read(bytes, 0, size, position)
  return bytes.subarray(0, bytesRead)
}

/** Throws Unreadable with a `zip.*` code, and what opening and reading the file throws. */
export async function openZipFile(path: string, coding: NameCoding): Promise<ZipFile> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = Math.min(size, tailSize)
    const end = endOf(await readAt(file, size - tail, tail), size)
    if (end.size > directoryLimit) throw new Unreadable('zip.tooMany', { count: end.count })
    const directory = await readAt(file, end.start, end.size)
    const entries = entriesOf(directory, end, archiveLimits, coding)
    const raw = entries.filter(({ marked }) => !marked).map(({ rawName }) => rawName)
    const inUtf8 = raw.flatMap((name) => asUtf8(name) ?? [])
    return {
      entries,
      unmarked: {
        gb18030: raw.map((name) => new TextDecoder('gb18030').decode(name)),
        'utf-8': inUtf8.length === raw.length ? inUtf8 : null,
      },
    }
  } finally {
    await file.close()
  }
}

const pieceSize = 256 * 1024

function packedBytes(file: FileHandle, start: number, { packed }: ZipEntry): Readable {
  const end = start + packed - 1
  return file.createReadStream({ start, end, autoClose: false, highWaterMark: pieceSize })
}

/**
 * The bytes of an entry, in pieces. Throws Unreadable `zip.broken` where they are not what the
 * directory says: never more than its size is handed out, and the checksum is told at the end.
 */
export async function* entryBytes(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const header = await readAt(file, entry.offset, localStart + entry.rawName.length)
    const start = dataStart(header, entry)
    if (entry.size === 0 && entry.packed === 0) return
    const packed = packedBytes(file, start, entry)
    const plain = entry.method === 0 ? packed : packed.pipe(createInflateRaw())
    packed.once('error', (error) => plain.destroy(error))
    yield* checked(plain, entry)
  } finally {
    await file.close()
  }
}

async function* checked(plain: Readable, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0
  let crc = 0
  try {
    for await (const piece of plain as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > entry.size) throw broken(placeOf(entry))
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw code.startsWith('Z_') ? broken(placeOf(entry), error) : error
  }
  if (size !== entry.size || crc !== entry.crc) throw broken(placeOf(entry))
}
