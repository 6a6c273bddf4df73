/**
 * PNG pictures as PDF holds them. PDF unpacks PNG's own rows, so an opaque picture that is not
 * interlaced goes in as it is packed; one with transparency is unpacked, and laid on white or parted
 * from it.
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
  /** How opaque each colour of the palette is, or which colour is not. */
  readonly transparent: Buffer | null
  readonly data: Buffer
  readonly dpi: number | null
}

/** Unpacked pictures beyond are refused. */
const largest = 1 << 30

function chunksOf(bytes: Buffer): Chunks | null {
  let head: Head | null = null
  let palette: Buffer | null = null
  let transparent: Buffer | null = null
  let ended = false
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
    if (type === 'tRNS') transparent = body
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

type Parted = { readonly colours: Buffer; readonly alpha: Buffer }

/** Grey or colour with transparency, eight bits each. */
function parted(pixels: Buffer, channels: number): Parted {
  const count = channels - 1
  const colours = Buffer.alloc((pixels.length / channels) * count)
  const alpha = Buffer.alloc(pixels.length / channels)
  for (let from = 0, to = 0, at = 0; from < pixels.length; from += channels, at += 1) {
    for (let channel = 0; channel < count; channel += 1, to += 1)
      colours[to] = pixels[from + channel] ?? 0
    alpha[at] = pixels[from + count] ?? 255
  }
  return { colours, alpha }
}

/** Colours laid on white, in place. */
function flattened({ colours, alpha }: Parted): Buffer {
  const count = colours.length / alpha.length
  for (let at = 0; at < colours.length; at += 1) {
    const share = alpha[Math.floor(at / count)] ?? 255
    colours[at] = 255 - Math.round(((255 - (colours[at] ?? 0)) * share) / 255)
  }
  return colours
}

/** The rows without their filters, or null where they are damaged or too many. */
function rowsOf({ head, data }: Chunks, channels: number): Buffer | null {
  const { width, height, depth } = head
  const rowBytes = Math.ceil((width * channels * depth) / 8)
  const size = (rowBytes + 1) * height
  if (size > largest) return null
  try {
    const rows = inflateSync(data, { maxOutputLength: size })
    if (rows.length !== size) return null
    return unfiltered(rows, rowBytes, Math.max(1, (channels * depth) / 8))
  } catch {
    return null
  }
}

/** How opaque each dot of a picture with a palette is. */
function paletteAlpha({ head, transparent }: Chunks, rows: Buffer): Buffer {
  const { width, height, depth } = head
  const rowBytes = rows.length / height
  const alpha = Buffer.alloc(width * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const bit = x * depth
      const byte = rows[y * rowBytes + (bit >> 3)] ?? 0
      const index = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
      alpha[at] = transparent?.[index] ?? 255
    }
  }
  return alpha
}

/** Unfiltered pixels as PDF holds them. */
export const packed = (height: number, pixels: Buffer) => ({
  packing: '/Filter/FlateDecode',
  bands: [{ height, bytes: deflateSync(pixels, { level: 1 }) }],
})

/** A picture and, where it has any, its transparency. */
export type Layers = { readonly raster: Raster; readonly mask: Raster | null }

type Common = Omit<Raster, 'packing' | 'bands'>

function commonOf({ head, palette, dpi }: Chunks): Common | null {
  const { width, height, depth, colour } = head
  const space =
    colour === 3
      ? palette && `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${palette.toString('hex')}>]`
      : [0, 4].includes(colour)
        ? '/DeviceGray'
        : '/DeviceRGB'
  return space ? { width, height, dpi, orientation: 1, space, bits: depth } : null
}

const hasAlpha = ({ colour }: Head) => colour === 4 || colour === 6

/** Null for what cannot be taken over: damaged, interlaced, or of a rare depth. */
function taken(bytes: Buffer): { readonly chunks: Chunks; readonly common: Common } | null {
  const chunks = chunksOf(bytes)
  const common = chunks && commonOf(chunks)
  if (!chunks || !common) return null
  const { colour, interlaced, depth } = chunks.head
  const isRare = channelsOf(colour) === 0 || interlaced || (hasAlpha(chunks.head) && depth !== 8)
  return isRare ? null : { chunks, common }
}

function asPacked({ head, data }: Chunks, common: Common): Raster {
  const { width, height, depth, colour } = head
  const parms = `/DecodeParms<</Predictor 15/Colors ${channelsOf(colour)}/BitsPerComponent ${depth}/Columns ${width}>>`
  const packing = `/Filter/FlateDecode${parms}`
  return { ...common, packing, bands: [{ height, bytes: data }] }
}

function partsOf(chunks: Chunks): Parted | null {
  const channels = channelsOf(chunks.head.colour)
  const pixels = rowsOf(chunks, channels)
  return pixels && parted(pixels, channels)
}

/** Null also for a palette with transparency. */
export function pngRaster(bytes: Buffer): Raster | null {
  const png = taken(bytes)
  if (!png) return null
  const { chunks, common } = png
  // A colour that stands for nothing is printed as it is: white paper shows no ground either.
  if (!hasAlpha(chunks.head))
    return chunks.transparent && chunks.head.colour === 3 ? null : asPacked(chunks, common)
  const parts = partsOf(chunks)
  return parts && { ...common, ...packed(common.height, flattened(parts)) }
}

/** The picture beside its transparency, for what lies over something else. */
export function pngLayers(bytes: Buffer): Layers | null {
  const png = taken(bytes)
  if (!png) return null
  const { chunks, common } = png
  const { head, transparent } = chunks
  const maskOf = (alpha: Buffer): Raster => ({
    ...{ ...common, space: '/DeviceGray', bits: 8 },
    ...packed(common.height, alpha),
  })
  if (hasAlpha(head)) {
    const parts = partsOf(chunks)
    const raster = parts && { ...common, ...packed(common.height, parts.colours) }
    return raster && { raster, mask: maskOf(parts.alpha) }
  }
  const raster = asPacked(chunks, common)
  if (!transparent) return { raster, mask: null }
  if (head.colour === 3) {
    const rows = rowsOf(chunks, 1)
    return rows && { raster, mask: maskOf(paletteAlpha(chunks, rows)) }
  }
  const key = Array.from({ length: channelsOf(head.colour) }, (_, at) =>
    transparent.length >= 2 * at + 2 ? transparent.readUInt16BE(2 * at) : 0,
  )
  const packing = `${raster.packing}/Mask[${key.flatMap((value) => [value, value]).join(' ')}]`
  return { raster: { ...raster, packing }, mask: null }
}
