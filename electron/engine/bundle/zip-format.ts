/**
 * The canonical ZIP of a bundle: every header is a pure function of name, size and CRC-32. Writer
 * and verifier share it, so the verifier compares whole headers instead of trusting any field.
 */

export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly crc: number
  /** Offset of the local header. */
  readonly offset: number
}

/** Beyond these a ZIP would need ZIP64, which bundles never use. */
export const zipLimits = { bytes: 0xffff_ffff, entries: 0xffff } as const

const version = 20
const madeByUnix = (3 << 8) | version
const utf8Flag = 0x0800
/** 1980-01-01, the earliest date of the format. */
const fixedDate = 0x0021
const regularFile = 0o100644

/** Sizes of the headers in bytes, for a name of so many bytes. */
export const localSize = (nameBytes: number): number => 30 + nameBytes
export const centralSize = (nameBytes: number): number => 46 + nameBytes
export const endSize = 22
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const

/** The fields that local and central header share, from "version needed" to the extra length. */
function shared(entry: ZipEntry, name: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(utf8Flag, 2)
  fields.writeUInt16LE(fixedDate, 8)
  fields.writeUInt32LE(entry.crc, 10)
  fields.writeUInt32LE(entry.size, 14)
  fields.writeUInt32LE(entry.size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

/** What stands before a file's data. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const start = Buffer.alloc(4)
  start.writeUInt32LE(signatures.local, 0)
  return Buffer.concat([start, shared(entry, name), name])
}

/** A file's line in the central directory. */
export function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const start = Buffer.alloc(6)
  start.writeUInt32LE(signatures.central, 0)
  start.writeUInt16LE(madeByUnix, 4)
  const end = Buffer.alloc(14)
  end.writeUInt32LE(regularFile * 0x1_0000, 6)
  end.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([start, shared(entry, name), end, name])
}

/** The end of the archive: number of files, size and offset of the central directory. */
export function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(endSize)
  end.writeUInt32LE(signatures.end, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** Size of the archive that these files make. */
export function archiveSize(files: readonly { readonly name: string; readonly size: number }[]) {
  return files.reduce((sum, { name, size }) => {
    const bytes = Buffer.byteLength(name, 'utf8')
    return sum + localSize(bytes) + size + centralSize(bytes)
  }, endSize)
}
