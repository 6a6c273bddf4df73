/**
 * What a volume must know of a JPEG to place it as it is packed: its size, its colours, its
 * resolution, and how the camera was held (EXIF).
 */

export type Jpeg = {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  /** Adobe's CMYK pictures are stored inverted. */
  readonly inverted: boolean
  /** 1 to 8, as EXIF counts them. */
  readonly orientation: number
  /** Dots per inch, or null. */
  readonly dpi: number | null
}

type Segment = { readonly marker: number; readonly body: Buffer }

/** The segments before the picture's data. */
function* segmentsOf(bytes: Buffer): Generator<Segment> {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda || marker === 0xd9) return
    const length = Math.max(2, bytes.readUInt16BE(at + 2))
    yield { marker, body: bytes.subarray(at + 4, at + 2 + length) }
    at += 2 + length
  }
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** How the camera was held, out of an APP1 segment; 1 where it does not say. */
function orientationIn(body: Buffer): number {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const tiff = body.subarray(6)
  const little = tiff[0] === 0x49
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const start = long(4)
  for (let entry = 0; entry < Math.min(short(start), 200); entry += 1) {
    const at = start + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}

function densityIn(body: Buffer): number | null {
  if (body.toString('latin1', 0, 5) !== 'JFIF\0') return null
  const [unit, density] = [body[7], body.readUInt16BE(8)]
  if (density < 30 || (unit !== 1 && unit !== 2)) return null
  return unit === 2 ? density * 2.54 : density
}

/** Null for what is no JPEG that PDF can hold, or is cut short. */
export function jpegOf(bytes: Buffer): Jpeg | null {
  if (!bytes.subarray(-1024).includes(Buffer.from([0xff, 0xd9]))) return null
  let [orientation, inverted, dpi] = [1, false, null as number | null]
  try {
    for (const { marker, body } of segmentsOf(bytes)) {
      if (marker === 0xe0) dpi = densityIn(body)
      if (marker === 0xe1) orientation = orientationIn(body)
      if (marker === 0xee) inverted = body.toString('latin1', 0, 5) === 'Adobe'
      if (!isFrame(marker)) continue
      const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
      const channels = body[5]
      if (body[0] !== 8 || (channels !== 1 && channels !== 3 && channels !== 4)) return null
      const known = orientation >= 1 && orientation <= 8 ? orientation : 1
      return width > 0 && height > 0
        ? { width, height, channels, inverted: inverted && channels === 4, orientation: known, dpi }
        : null
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}
