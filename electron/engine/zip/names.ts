/**
 * Names inside somebody else's ZIP. Newer archives mark them as UTF-8; Chinese Windows programs
 * write GBK and some macOS ones UTF-8 without a word, so that a person has to look at them. Pure.
 */
import { crc32 } from 'node:zlib'
import type { NameCoding } from '../../../shared/model/material.ts'

export type { NameCoding }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030')

/** The text in UTF-8, or null where the bytes are none. */
export function asUtf8(raw: Uint8Array): string | null {
  try {
    return utf8.decode(raw)
  } catch {
    return null
  }
}

/** The name in the extra field 0x7075, which holds only for the name that it was made for. */
function unicodePath(raw: Buffer, extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, size] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)]
    const body = extra.subarray(at + 4, at + 4 + size)
    if (id === 0x7075 && body.length > 5 && body[0] === 1) {
      return body.readUInt32LE(1) === crc32(raw) ? asUtf8(body.subarray(5)) : null
    }
    at += 4 + size
  }
  return null
}

type Named = { readonly name: string; readonly marked: boolean }

/** An entry's name with `/` between folders, and whether the archive tells its coding. */
export function nameOf(raw: Buffer, flags: number, extra: Buffer, coding: NameCoding): Named {
  const plain = (name: string, marked: boolean) => ({ name: name.replaceAll('\\', '/'), marked })
  if (!raw.some((byte) => byte > 0x7f)) return plain(raw.toString('latin1'), true)
  const told = flags & 0x800 ? asUtf8(raw) : unicodePath(raw, extra)
  if (told !== null) return plain(told, true)
  return plain((coding === 'utf-8' ? asUtf8(raw) : null) ?? gb18030.decode(raw), false)
}
