/**
 * PNG pictures as PDF holds them. PDF unpacks PNG's own rows, so an opaque picture that is not
 * interlaced goes in as it is packed; one with transparency is unpacked and laid on white.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import type { Raster } from './pictures.ts'

type Head = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly interlaced: boolean
}

type Chunks = {
  readonly head: Head
  readonly palette: Buffer | null
  readonly transparent: boolean
  readonly data: Buffer
  readonly dpi: number | null
}

/** Unpacked pictures beyond are refused. */
const largest = 1 << 30

function chunksOf(bytes: Buffer): Chunks | null {
  let head: Head | null = null
  let palette: Buffer | null = null
  let [transparent, ended] = [false, false]
  let dpi: number | null = null
  const data: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length && !ended; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length < length) return null
    if (type === 'IHDR')
      head = {
        width: body.readUInt32BE(0),
        height: body.readUInt32BE(4),
        depth: body[8] ?? 0,
        colour: body[9] ?? 0,
        interlaced: body[12] !== 0,
      }
    if (type === 'PLTE') palette = body
    if (type === 'tRNS') transparent = true
    if (type === 'pHYs' && body[8] === 1) dpi = body.readUInt32BE(0) * 0.0254
    if (type === 'IDAT') data.push(body)
    ended = type === 'IEND'
    at += 12 + length
  }
  if (!head || !ended || head.width < 1 || head.height < 1) return null
  return { head, palette, transparent, data: Buffer.concat(data), dpi }
}

const channelsOf = (colour: number) => [1, 0, 3, 1, 2, 0, 4][colour] ?? 0

/** Undoes PNG's row filters in place; answers with the rows without their filter bytes. */
function unfiltered(rows: Buffer, rowBytes: number, pixelBytes: number): Buffer {
  const height = rows.length / (rowBytes + 1)
  const out = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (rowBytes + 1)]
    const from = y * (rowBytes + 1) + 1
    const to = y * rowBytes
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x >= pixelBytes ? (out[to + x - pixelBytes] ?? 0) : 0
      const up = y > 0 ? (out[to + x - rowBytes] ?? 0) : 0
      const corner = x >= pixelBytes && y > 0 ? (out[to + x - rowBytes - pixelBytes] ?? 0) : 0
      out[to + x] = (rows[from + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Grey or colour with transparency, eight bits each, laid on white. */
function flattened(pixels: Buffer, channels: number): Buffer {
  const colours = channels - 1
  const out = Buffer.alloc((pixels.length / channels) * colours)
  for (let from = 0, to = 0; from < pixels.length; from += channels, to += colours) {
    const alpha = pixels[from + colours] ?? 255
    for (let at = 0; at < colours; at += 1) {
      out[to + at] = 255 - Math.round(((255 - (pixels[from + at] ?? 0)) * alpha) / 255)
    }
  }
  return out
}

/** Null for what cannot be taken over: damaged, interlaced, or of a rare transparency. */
export function pngRaster(bytes: Buffer): Raster | null {
  const chunks = chunksOf(bytes)
  if (!chunks) return null
  const { head, palette, transparent, data, dpi } = chunks
  const { width, height, depth, colour, interlaced } = head
  const channels = channelsOf(colour)
  const alpha = colour === 4 || colour === 6
  if (channels === 0 || interlaced || (alpha && depth !== 8)) return null
  const space =
    colour === 3
      ? palette && `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${palette.toString('hex')}>]`
      : [0, 4].includes(colour)
        ? '/DeviceGray'
        : '/DeviceRGB'
  if (!space) return null
  const common = { width, height, dpi, orientation: 1, space, bits: depth }
  if (!alpha) {
    const parms = `/DecodeParms<</Predictor 15/Colors ${channels}/BitsPerComponent ${depth}/Columns ${width}>>`
    // A colour that stands for nothing is printed as it is: white paper shows no ground either.
    return transparent && colour === 3
      ? null
      : { ...common, packing: `/Filter/FlateDecode${parms}`, bands: [{ height, bytes: data }] }
  }
  const rowBytes = width * channels
  if ((rowBytes + 1) * height > largest) return null
  try {
    const rows = inflateSync(data, { maxOutputLength: (rowBytes + 1) * height })
    if (rows.length !== (rowBytes + 1) * height) return null
    const flat = flattened(unfiltered(rows, rowBytes, channels), channels)
    const band = { height, bytes: deflateSync(flat, { level: 1 }) }
    return { ...common, packing: '/Filter/FlateDecode', bands: [band] }
  } catch {
    return null
  }
}
