/** ZIP files for tests, honest ones and others: every field of an entry can be told to lie. */
import { crc32, deflateRawSync } from 'node:zlib'

export type Entry = {
  readonly name: string
  /** The name's bytes, where they are not UTF-8. */
  readonly rawName?: Uint8Array
  readonly data: string | Uint8Array
  /** Claimed size, where it is not the true one. */
  readonly size?: number
  /** Unix mode, for links. */
  readonly mode?: number
  readonly flags?: number
  /** Offset in the directory, where it is not the true one. */
  readonly offset?: number
}

type Written = Entry & { readonly packed: Buffer; readonly crc: number; readonly at: number }

const fields = (entry: Written, name: Buffer): Buffer => {
  const part = Buffer.alloc(26)
  part.writeUInt16LE(20, 0)
  part.writeUInt16LE(entry.flags ?? 0x800, 2)
  part.writeUInt16LE(8, 4)
  part.writeUInt32LE(entry.crc, 10)
  part.writeUInt32LE(entry.packed.length, 14)
  part.writeUInt32LE(entry.size ?? Buffer.from(entry.data).length, 18)
  part.writeUInt16LE(name.length, 22)
  return part
}

function central(entry: Written): Buffer {
  const name = Buffer.from(entry.rawName ?? entry.name)
  const start = Buffer.from('504b01021403', 'hex')
  const end = Buffer.alloc(14)
  end.writeUInt32LE(((entry.mode ?? 0o100644) * 0x1_0000) >>> 0, 6)
  end.writeUInt32LE(entry.offset ?? entry.at, 10)
  return Buffer.concat([start, fields(entry, name), end, name])
}

/** The bytes of an archive with these entries, in their order. */
export function zipOf(entries: readonly Entry[]): Buffer {
  let at = 0
  const parts: Buffer[] = []
  const written = entries.map((entry) => {
    const data = Buffer.from(entry.data)
    const result = { ...entry, packed: deflateRawSync(data), crc: crc32(data), at }
    const name = Buffer.from(entry.rawName ?? entry.name)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields(result, name), name])
    parts.push(local, result.packed)
    at += local.length + result.packed.length
    return result
  })
  const directory = Buffer.concat(written.map(central))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}
