/**
 * Size and resolution of a picture from its first bytes, before anything is decoded: a small file
 * may claim a picture that no memory holds.
 */
import type { Mark } from '../../../shared/model/extraction.ts'

export type Picture = {
  readonly width: number
  readonly height: number
  /** Dots per inch, or null where the file does not say. */
  readonly dpi: number | null
  /** Bytes of memory that its decoder takes, roughly; null where none is at hand. */
  readonly memory: number | null
  readonly marks: readonly Mark[]
}

const perInch = (perMetre: number) => (perMetre > 0 ? Math.round(perMetre * 0.0254) : null)

function png(bytes: Buffer): Picture {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const channels = [1, 1, 3, 1, 2, 1, 4][bytes[25] ?? 0] ?? 4
  const depth = (bytes[24] ?? 8) > 8 ? 2 : 1
  const at = bytes.subarray(0, 65_536).indexOf('pHYs', 0, 'latin1')
  const metric = at > 0 && bytes[at + 12] === 1
  const isWhole = bytes.subarray(-12).includes('IEND')
  return {
    width,
    height,
    dpi: metric ? perInch(bytes.readUInt32BE(at + 4)) : null,
    memory: width * height * (2 * channels * depth + 1),
    marks: isWhole ? [] : ['truncated'],
  }
}

type Frame = { readonly at: number; readonly marker: number }

/** The frame header (SOFn) of a JPEG, found by stepping over its segments. */
function frameOf(bytes: Buffer): Frame | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { at, marker }
    } else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
  return null
}

function jpegDpi(bytes: Buffer): number | null {
  const at = bytes.subarray(0, 64).indexOf('JFIF\0', 0, 'latin1')
  if (at < 0) return null
  const density = bytes.readUInt16BE(at + 8)
  if (density < 2 || bytes[at + 7] === 0) return null
  return bytes[at + 7] === 2 ? perInch(density * 100) : density
}

function jpeg(bytes: Buffer): Picture | null {
  const frame = frameOf(bytes)
  if (!frame) return null
  const [height, width] = [bytes.readUInt16BE(frame.at + 5), bytes.readUInt16BE(frame.at + 7)]
  const channels = bytes[frame.at + 9] ?? 3
  // A progressive picture keeps two bytes for every sample until its last pass.
  const factor = frame.marker === 0xc2 ? 3 * channels + 1 : channels + 1
  const isWhole = bytes.subarray(-1024).includes(Buffer.from([0xff, 0xd9]))
  const marks: Mark[] = isWhole ? [] : ['truncated']
  return { width, height, dpi: jpegDpi(bytes), memory: width * height * factor, marks }
}

function bmp(bytes: Buffer): Picture {
  const [width, height] = [Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22))]
  const dpi = perInch(bytes.readInt32LE(38))
  return { width, height, dpi, memory: width * height * 5, marks: [] }
}

const gif = (bytes: Buffer): Picture => {
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  return { width, height, dpi: null, memory: width * height * 5, marks: [] }
}

/** Size and resolution of a TIFF's first directory; it is not decoded. */
function tiff(bytes: Buffer): Picture | null {
  const little = bytes[0] === 0x49
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const start = long(4)
  const tags = new Map<number, number>()
  for (let number = 0; number < Math.min(short(start), 200); number += 1) {
    const at = start + 2 + number * 12
    tags.set(short(at), short(at + 2) === 3 ? short(at + 8) : long(at + 8))
  }
  const [width, height, ratio] = [tags.get(256), tags.get(257), tags.get(282)]
  if (!width || !height) return null
  const density = ratio === undefined ? 0 : long(ratio) / Math.max(1, long(ratio + 4))
  const inch = tags.get(296) === 3 ? density * 2.54 : density
  return { width, height, dpi: inch > 1 ? Math.round(inch) : null, memory: null, marks: [] }
}

/** Null for what is no picture or has no readable header. */
export function pictureOf(bytes: Buffer, media: string): Picture | null {
  try {
    if (media === 'image/png') return png(bytes)
    if (media === 'image/jpeg') return jpeg(bytes)
    if (media === 'image/bmp') return bmp(bytes)
    if (media === 'image/gif') return gif(bytes)
    return media === 'image/tiff' ? tiff(bytes) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
