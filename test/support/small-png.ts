/** PNG pictures of a few dots. */
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

export type PngParts = {
  /** As PNG counts them: 2 for colours, 3 for a palette, 4 and 6 for grey and colours with transparency. */
  readonly colour: 2 | 3 | 4 | 6
  /** Dots in a row; two where it is not said. */
  readonly width?: number
  /** Eight bits a channel. */
  readonly rows: readonly (readonly number[])[]
  readonly palette?: readonly number[]
  readonly alpha?: readonly number[]
}

export function pngOf({ colour, width = 2, rows, palette, alpha }: PngParts): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(rows.length, 4)
  head.set([8, colour], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', Uint8Array.from(palette))] : []),
    ...(alpha ? [chunk('tRNS', Uint8Array.from(alpha))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows.map((row) => Buffer.from([0, ...row]))))),
    chunk('IEND', new Uint8Array()),
  ])
}
