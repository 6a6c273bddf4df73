/**
 * Reads a bundle's ZIP and refuses whatever the canonical writer would not have written. Every byte
 * is accounted for: headers are compared whole with what they must be, file data by CRC-32. It never
 * throws on bad input; faults are answers here.
 */
import type { VerifyReason } from '../../../shared/model/bundle.ts'
import { byBytes } from './bag.ts'
import { foldKey, limits, pathFault } from './names.ts'
import {
  centralHeader,
  centralSize,
  endRecord,
  endSize,
  localSize,
  signatures,
  type ZipEntry,
} from './zip-format.ts'

export type Reason = {
  readonly code: VerifyReason
  readonly place: string
  readonly detail: string
}

/** Bytes that can be read anywhere: a file, or memory. `read` fills the target or throws. */
export type Archive = {
  readonly size: number
  readonly read: (target: Uint8Array, position: number) => Promise<void>
}

export type Directory = {
  readonly entries: readonly ZipEntry[]
  /** Offset of the central directory: where the files' data ends. */
  readonly start: number
  readonly reasons: readonly Reason[]
}

/** Far above what 65,534 names of allowed length need. */
const largestDirectory = 0xffff * centralSize(3 * limits.path)
const refuse = (code: VerifyReason, place: string, detail = ''): Directory => ({
  entries: [],
  start: 0,
  reasons: [{ code, place, detail }],
})
const at = (offset: number): string => `@${offset}`

const readAt = async (archive: Archive, position: number, size: number): Promise<Buffer> => {
  const target = Buffer.alloc(size)
  await archive.read(target, position)
  return target
}

/** Where an end record lies that does not end the file: something has been appended. */
async function misplacedEnd(archive: Archive): Promise<number> {
  const size = Math.min(archive.size, 0xffff + endSize)
  const tail = await readAt(archive, archive.size - size, size)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signatures.end, 0)
  const found = tail.lastIndexOf(mark, size - endSize - 1)
  return found < 0 ? -1 : archive.size - size + found
}

/** The directory of a canonical archive, or the reasons why it is none. */
export async function readDirectory(archive: Archive): Promise<Directory> {
  if (archive.size < endSize) return refuse('zip.unreadable', at(0))
  const endAt = archive.size - endSize
  const end = await readAt(archive, endAt, endSize)
  if (end.readUInt32LE(0) !== signatures.end) {
    const misplaced = await misplacedEnd(archive)
    return misplaced < 0
      ? refuse('zip.unreadable', at(endAt))
      : refuse('zip.trailing', at(misplaced + endSize))
  }
  const count = end.readUInt16LE(10)
  const size = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  if (!end.equals(endRecord(count, size, start)) || size > largestDirectory || size > endAt) {
    return refuse('zip.structure', at(endAt))
  }
  const central = await readAt(archive, endAt - size, size)
  if (start !== endAt - size) {
    const shifted = size >= 4 && central.readUInt32LE(0) === signatures.central
    return refuse(shifted && start < endAt - size ? 'zip.leading' : 'zip.structure', at(endAt))
  }
  return parseDirectory(central, start, count)
}

function parseDirectory(central: Buffer, start: number, count: number): Directory {
  const entries: ZipEntry[] = []
  let place = 0
  let offset = 0
  for (let i = 0; i < count; i++) {
    const entry = parseEntry(central, place)
    if (!entry) return refuse('zip.structure', at(start + place))
    const bytes = Buffer.byteLength(entry.name, 'utf8')
    if (entry.offset !== offset) return refuse('zip.structure', entry.name)
    const before = entries.at(-1)
    if (before && byBytes(before.name, entry.name) >= 0) return refuse('zip.entry', entry.name)
    entries.push(entry)
    place += centralSize(bytes)
    offset += localSize(bytes) + entry.size
  }
  if (place !== central.length || offset !== start)
    return refuse('zip.structure', at(start + place))
  return { entries, start, reasons: nameReasons(entries) }
}

/** One central header that is byte for byte what the writer makes of its name, size and CRC. */
function parseEntry(central: Buffer, place: number): ZipEntry | null {
  if (place + centralSize(0) > central.length) return null
  const nameEnd = place + centralSize(central.readUInt16LE(place + 28))
  if (nameEnd > central.length) return null
  const entry = {
    name: central.toString('utf8', place + centralSize(0), nameEnd),
    crc: central.readUInt32LE(place + 16),
    size: central.readUInt32LE(place + 20),
    offset: central.readUInt32LE(place + 42),
  }
  return centralHeader(entry).equals(central.subarray(place, nameEnd)) ? entry : null
}

function nameReasons(entries: readonly ZipEntry[]): Reason[] {
  const reasons: Reason[] = []
  const seen = new Set<string>()
  const [root] = entries[0]?.name.split('/') ?? []
  for (const { name } of entries) {
    const fault = pathFault(name)
    const key = foldKey(name)
    if (fault || seen.has(key)) {
      reasons.push({ code: 'zip.name', place: name, detail: fault ?? 'twin' })
    } else if (!name.startsWith(`${root}/`)) {
      reasons.push({ code: 'zip.root', place: name, detail: '' })
    }
    seen.add(key)
  }
  return entries.length > 0 ? reasons : [{ code: 'zip.root', place: '', detail: '' }]
}
