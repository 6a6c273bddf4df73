/**
 * Looks through the directory of a small ZIP (an OFD is one) before a byte of it is unpacked, and
 * refuses what no honest writer makes: names that lead elsewhere, twins, links, overlapping or
 * encrypted entries, bombs. It reads whole files in memory only and never writes.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './read-document.ts'

export const zipLimits = {
  entries: 5000,
  /** Unpacked sizes in bytes, of one entry and of all. */
  entry: 32 * 1024 * 1024,
  total: 96 * 1024 * 1024,
  /** How much larger than packed an entry of a megabyte and more may be. */
  ratio: 200,
} as const

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly rawName: Buffer
}

/** Files by name, with `/` between folders; unpacked only when asked for. */
export type Zip = {
  readonly names: readonly string[]
  /** The bytes of a file, or null where there is none. Throws Unreadable `zip.broken`. */
  readonly read: (name: string) => Buffer | null
}

const broken = (place: string, cause?: unknown) =>
  new Unreadable('zip.broken', { place }, { cause })

function endOf(bytes: Buffer) {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue
    if (at + 22 + bytes.readUInt16LE(at + 20) !== bytes.length) continue
    const count = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 12)
    const start = bytes.readUInt32LE(at + 16)
    if (start + size !== at || bytes.readUInt16LE(at + 8) !== count) throw broken('@end')
    return { count, start, end: at }
  }
  throw broken('@end')
}

function nameOf(raw: Buffer, flags: number): string {
  const utf8 = (flags & 0x800) !== 0 || !raw.some((byte) => byte > 0x7f)
  return new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(raw).replaceAll('\\', '/')
}

/** A name that stays below the folder it is unpacked into. */
const isInside = (name: string): boolean =>
  !name.includes('\0') &&
  !/^([a-z]:|\/)/i.test(name) &&
  !name.split('/').some((part) => part === '..' || part === '.')

function checkEntry(entry: Entry, flags: number, mode: number): void {
  const place = entry.name.slice(0, 200)
  if (flags & 1) throw new Unreadable('zip.encrypted', { place })
  if (!isInside(entry.name)) throw new Unreadable('zip.path', { place })
  if ((mode & 0o170000) === 0o120000) throw new Unreadable('zip.link', { place })
  if (entry.method !== 0 && entry.method !== 8) throw broken(place)
  if (entry.size > zipLimits.entry) throw new Unreadable('zip.tooLarge', { place })
  if (entry.size > 1 << 20 && entry.size > entry.packed * zipLimits.ratio) {
    throw new Unreadable('zip.ratio', { place })
  }
}

function entryAt(bytes: Buffer, at: number, end: number): { entry: Entry; next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw broken(`@${at}`)
  const flags = bytes.readUInt16LE(at + 8)
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  if (next > end) throw broken(`@${at}`)
  const rawName = bytes.subarray(at + 46, nameEnd)
  const entry = {
    name: nameOf(rawName, flags),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    rawName,
  }
  checkEntry(entry, flags, bytes.readUInt32LE(at + 38) >>> 16)
  return { entry, next }
}

/** Where an entry's data lies. Its local header must name the same file. */
function dataOf(bytes: Buffer, entry: Entry, limit: number): readonly [number, number] {
  const at = entry.offset
  if (at + 30 > limit || bytes.readUInt32LE(at) !== 0x04034b50) throw broken(entry.name)
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  const start = nameEnd + bytes.readUInt16LE(at + 28)
  if (!bytes.subarray(at + 30, nameEnd).equals(entry.rawName)) throw broken(entry.name)
  if (start + entry.packed > limit) throw broken(entry.name)
  return [start, start + entry.packed]
}

function checkTogether(bytes: Buffer, entries: readonly Entry[], limit: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > zipLimits.total) throw new Unreadable('zip.tooLarge', { place: '' })
  const names = new Set<string>()
  for (const { name } of entries) {
    const key = name.normalize('NFC').toLowerCase()
    if (names.has(key)) throw new Unreadable('zip.duplicate', { place: name.slice(0, 200) })
    names.add(key)
  }
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new Unreadable('zip.overlap', { place: entry.name.slice(0, 200) })
    end = dataOf(bytes, entry, limit)[1]
  }
}

function unpack(bytes: Buffer, entry: Entry, limit: number): Buffer {
  const data = bytes.subarray(...dataOf(bytes, entry, limit))
  try {
    const plain =
      entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) })
    if (plain.length === entry.size && crc32(plain) === entry.crc) return plain
  } catch (cause) {
    throw broken(entry.name, cause)
  }
  throw broken(entry.name)
}

/** Checks a ZIP that lies in memory. Throws Unreadable with a `zip.*` code. */
export function openZip(bytes: Buffer): Zip {
  if (bytes.length < 22) throw broken('@0')
  const { count, start, end } = endOf(bytes)
  if (count > zipLimits.entries) throw new Unreadable('zip.tooMany', { count })
  const entries: Entry[] = []
  let at = start
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = entryAt(bytes, at, end)
    entries.push(entry)
    at = next
  }
  if (at !== end) throw broken('@end')
  checkTogether(bytes, entries, start)
  const files = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: [...files.keys()],
    read: (name) => {
      const entry = files.get(name)
      return entry ? unpack(bytes, entry, start) : null
    },
  }
}
