/**
 * The directory of somebody else's ZIP, read before a byte of the archive is unpacked. What no
 * honest writer makes refuses the whole archive: names that lead elsewhere, lying or overlapping
 * entries, bombs. Pure; our own bundles are read far more strictly (`bundle/zip-check.ts`).
 */
import type { TroubleCode } from '../../../shared/model/extraction.ts'
import { endSize, signatures } from '../bundle/zip-format.ts'
import { Unreadable } from '../extract/read-document.ts'
import { type NameCoding, nameOf } from './names.ts'

export type ZipLimits = {
  readonly entries: number
  /** Unpacked sizes in bytes, of one entry and of all. */
  readonly entry: number
  readonly total: number
  /** How much larger than packed an entry of `ratioFrom` bytes and more may be. */
  readonly ratio: number
  readonly ratioFrom: number
}

export type ZipEntry = {
  readonly name: string
  readonly rawName: Buffer
  /** Whether the archive says in which coding the name is written. */
  readonly marked: boolean
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header lies, and where the next entry's does: its data ends before. */
  readonly offset: number
  readonly limit: number
  /** Why this entry alone cannot be taken, or null. */
  readonly fault: TroubleCode | null
}

/** Refuses the archive; `at` is the offset or the entry that shows why. */
export const broken = (place: string, cause?: unknown) =>
  new Unreadable('zip.broken', { place }, { cause })

export const placeOf = ({ name }: Pick<ZipEntry, 'name'>): string => name.slice(0, 200)

/** How many last bytes of a file hold the end of its directory, comment included. */
export const tailSize = 0xffff + endSize

export type ZipEnd = { readonly count: number; readonly start: number; readonly size: number }

/** The end record in the last bytes of a file of `size` bytes. Throws `zip.broken`, `zip.tooLarge`. */
export function endOf(tail: Buffer, size: number): ZipEnd {
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== signatures.end) continue
    if (at + endSize + tail.readUInt16LE(at + 20) !== tail.length) continue
    const count = tail.readUInt16LE(at + 10)
    const bytes = tail.readUInt32LE(at + 12)
    const start = tail.readUInt32LE(at + 16)
    // Larger ones continue in records of their own, which nothing that we take needs.
    if (count === 0xffff || start === 0xffff_ffff)
      throw new Unreadable('zip.tooLarge', { place: '' })
    const own = size - tail.length + at
    if (start + bytes !== own || tail.readUInt16LE(at + 8) !== count) throw broken('@end')
    return { count, start, size: bytes }
  }
  throw broken('@end')
}

/** A name that stays below the folder it is unpacked into. */
const isInside = (name: string): boolean =>
  !/\p{Cc}/u.test(name) &&
  !/^([a-z]:|\/)/i.test(name) &&
  !name.split('/').some((part) => part === '..' || part === '.')

function faultOf(entry: Omit<ZipEntry, 'fault' | 'limit'>, mode: number): TroubleCode | null {
  if (entry.flags & 1) return 'zip.encrypted'
  if ((mode & 0o170000) === 0o120000) return 'zip.link'
  return entry.method === 0 || entry.method === 8 ? null : 'zip.method'
}

type Read = { readonly entry: Omit<ZipEntry, 'limit'>; readonly next: number }

function entryAt(bytes: Buffer, at: number, coding: NameCoding): Read {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signatures.central) {
    throw broken(`@${at}`)
  }
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw broken(`@${at}`)
  const flags = bytes.readUInt16LE(at + 8)
  const rawName = bytes.subarray(at + 46, nameEnd)
  const { name, marked } = nameOf(rawName, flags, bytes.subarray(nameEnd, extraEnd), coding)
  const entry = {
    name,
    rawName,
    marked,
    flags,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  return { entry: { ...entry, fault: faultOf(entry, bytes.readUInt32LE(at + 38) >>> 16) }, next }
}

function checkEntry(entry: Omit<ZipEntry, 'limit'>, limits: ZipLimits): void {
  const place = placeOf(entry)
  if (!isInside(entry.name)) throw new Unreadable('zip.path', { place })
  if (entry.size > limits.entry) throw new Unreadable('zip.tooLarge', { place })
  if (entry.size >= limits.ratioFrom && entry.size > entry.packed * limits.ratio) {
    throw new Unreadable('zip.ratio', { place })
  }
}

/**
 * The entries of a directory, in its order, those of folders left out. `bytes` are the directory's
 * own. Throws Unreadable `zip.*` for what refuses the archive whole.
 */
export function entriesOf(
  bytes: Buffer,
  { count, start }: ZipEnd,
  limits: ZipLimits,
  coding: NameCoding,
): ZipEntry[] {
  if (count > limits.entries) throw new Unreadable('zip.tooMany', { count })
  const all: Omit<ZipEntry, 'limit'>[] = []
  let at = 0
  let total = 0
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = entryAt(bytes, at, coding)
    checkEntry(entry, limits)
    total += entry.size
    all.push(entry)
    at = next
  }
  if (at !== bytes.length) throw broken('@end')
  if (total > limits.total) throw new Unreadable('zip.tooLarge', { place: '' })
  return withLimits(all, start).filter(({ name }) => !name.endsWith('/'))
}

/** Entries lie one behind the other, each before the next one begins. */
function withLimits(entries: readonly Omit<ZipEntry, 'limit'>[], start: number): ZipEntry[] {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  const limits = new Map<Omit<ZipEntry, 'limit'>, number>()
  sorted.forEach((entry, index) => {
    const limit = sorted[index + 1]?.offset ?? start
    if (entry.offset + 30 + entry.rawName.length + entry.packed > limit) {
      throw new Unreadable('zip.overlap', { place: placeOf(sorted[index + 1] ?? entry) })
    }
    limits.set(entry, limit)
  })
  return entries.map((entry) => ({ ...entry, limit: limits.get(entry) ?? start }))
}

/** Bytes of a local header before its name. */
export const localStart = 30

/**
 * Where an entry's data begins, by its local header, which must name the same file. Throws
 * `zip.broken`, and `zip.overlap` where its data runs into the next entry.
 */
export function dataStart(header: Buffer, entry: ZipEntry): number {
  const place = placeOf(entry)
  if (header.length < localStart || header.readUInt32LE(0) !== signatures.local) throw broken(place)
  const nameEnd = localStart + header.readUInt16LE(26)
  if (!header.subarray(localStart, nameEnd).equals(entry.rawName)) throw broken(place)
  if (header.readUInt16LE(8) !== entry.method) throw broken(place)
  const start = entry.offset + nameEnd + header.readUInt16LE(28)
  if (start + entry.packed > entry.limit) throw new Unreadable('zip.overlap', { place })
  return start
}
