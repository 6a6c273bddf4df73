/**
 * Opens a small ZIP in memory (OFD and Office files are ZIPs) after its directory has been looked
 * through: any entry that no honest writer makes refuses it whole. It never writes.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import {
  broken,
  dataStart,
  endOf,
  entriesOf,
  placeOf,
  tailSize,
  type ZipEntry,
  type ZipLimits,
} from '../zip/directory.ts'
import { Unreadable } from './read-document.ts'

export const zipLimits: ZipLimits = {
  entries: 5000,
  entry: 32 * 1024 * 1024,
  total: 96 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 1024 * 1024,
}

/** Files by name, with `/` between folders; unpacked only when asked for. */
export type Zip = {
  readonly names: readonly string[]
  /** The bytes of a file, or null where there is none. Throws Unreadable `zip.broken`. */
  readonly read: (name: string) => Buffer | null
}

function refuseTwins(entries: readonly ZipEntry[]): void {
  const names = new Set<string>()
  for (const entry of entries) {
    if (entry.fault) throw new Unreadable(entry.fault, { place: placeOf(entry) })
    const key = entry.name.normalize('NFC').toLowerCase()
    if (names.has(key)) throw new Unreadable('zip.duplicate', { place: placeOf(entry) })
    names.add(key)
  }
}

function unpack(bytes: Buffer, entry: ZipEntry): Buffer {
  const start = dataStart(bytes.subarray(entry.offset), entry)
  const data = bytes.subarray(start, start + entry.packed)
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
export function openZip(bytes: Buffer, limits: ZipLimits = zipLimits): Zip {
  const end = endOf(bytes.subarray(-tailSize), bytes.length)
  const directory = bytes.subarray(end.start, end.start + end.size)
  const entries = entriesOf(directory, end, limits, 'gb18030')
  refuseTwins(entries)
  const files = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: [...files.keys()],
    read: (name) => {
      const entry = files.get(name)
      return entry ? unpack(bytes, entry) : null
    },
  }
}
