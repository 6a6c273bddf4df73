/**
 * TIFF pictures, page by page, as PDF holds them: fax, LZW, deflate, PackBits and JPEG strips go in as
 * they are packed. Tiles, separate planes and transparency are not taken over.
 */
import type { Raster } from './pictures.ts'

type Tags = ReadonlyMap<number, readonly number[]>

type Reader = {
  readonly short: (at: number) => number
  readonly long: (at: number) => number
  readonly bytes: Buffer
}

const limits = { pages: 500, entries: 200, values: 200_000 } as const

/** Bytes of a value, by type: BYTE, ASCII, SHORT, LONG, RATIONAL; UNDEFINED is 7. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }

function tagsAt(reader: Reader, start: number): { tags: Tags; next: number } {
  const { short, long, bytes } = reader
  const count = Math.min(short(start), limits.entries)
  const tags = new Map<number, readonly number[]>()
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12
    const [type, length] = [short(at + 2), long(at + 4)]
    const size = sizes[type]
    if (!size || length > limits.values) continue
    const from = size * length <= 4 ? at + 8 : long(at + 8)
    const valueAt = (i: number) => {
      const place = from + i * size
      if (size === 1) return bytes.readUInt8(place)
      if (size === 2) return short(place)
      return size === 4 ? long(place) : long(place) / Math.max(1, long(place + 4))
    }
    tags.set(
      short(at),
      Array.from({ length }, (_, i) => valueAt(i)),
    )
  }
  return { tags, next: long(start + 2 + short(start) * 12) }
}

/** The pages' pictures; none where one of them cannot be taken over. */
export function tiffRasters(bytes: Buffer): readonly Raster[] {
  try {
    const little = bytes[0] === 0x49
    const reader: Reader = {
      bytes,
      short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
      long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    }
    const rasters: Raster[] = []
    for (let at = reader.long(4); at !== 0 && rasters.length < limits.pages; ) {
      const { tags, next } = tagsAt(reader, at)
      const raster = rasterOf(tags, bytes, little)
      if (!raster) return []
      rasters.push(raster)
      at = next > at || next === 0 ? next : 0
    }
    return rasters
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

type Facts = {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly samples: number
  readonly compression: number
  readonly photometric: number
}

function rasterOf(tags: Tags, bytes: Buffer, little: boolean): Raster | null {
  const first = (tag: number, otherwise: number) => tags.get(tag)?.[0] ?? otherwise
  const facts: Facts = {
    width: first(256, 0),
    height: first(257, 0),
    bits: first(258, 1),
    samples: first(277, 1),
    compression: first(259, 1),
    photometric: first(262, 0),
  }
  const { width, height, bits } = facts
  const isOdd = tags.has(322) || first(284, 1) !== 1 || (bits === 16 && little)
  const space = spaceOf(facts, tags)
  const packing = packingOf(facts, first(317, 1), first(292, 0))
  if (width < 1 || height < 1 || isOdd || !space || packing === null) return null
  const strips = stripsOf(facts, tags, bytes)
  const density = first(282, 0) * (first(296, 2) === 3 ? 2.54 : 1)
  const orientation = first(274, 1)
  return (
    strips && {
      width,
      height,
      space,
      bits,
      packing,
      bands: strips,
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      dpi: density >= 30 ? density : null,
    }
  )
}

function spaceOf({ photometric, samples, bits, compression }: Facts, tags: Tags): string | null {
  const isFax = compression >= 2 && compression <= 4
  if (photometric === 0 && samples === 1) return isFax ? '/DeviceGray' : '/DeviceGray/Decode[1 0]'
  if (photometric === 1 && samples === 1) return '/DeviceGray'
  if (photometric === 2 && samples === 3) return '/DeviceRGB'
  if (photometric === 5 && samples === 4) return '/DeviceCMYK'
  if (photometric === 6 && samples === 3 && compression === 7) return '/DeviceRGB'
  const map = tags.get(320)
  const colours = 1 << bits
  if (photometric !== 3 || samples !== 1 || bits > 8 || map?.length !== colours * 3) return null
  const hex = Array.from({ length: colours }, (_, i) =>
    [0, 1, 2].map((channel) =>
      ((map[channel * colours + i] ?? 0) >> 8).toString(16).padStart(2, '0'),
    ),
  )
  return `[/Indexed/DeviceRGB ${colours - 1}<${hex.flat().join('')}>]`
}

function packingOf(facts: Facts, predictor: number, fax: number): string | null {
  const { compression, width, samples, bits, photometric } = facts
  const rows =
    predictor === 2
      ? `/DecodeParms<</Predictor 2/Colors ${samples}/BitsPerComponent ${bits}/Columns ${width}>>`
      : ''
  const black = photometric === 1 ? '/BlackIs1 true' : ''
  const faxed = (parms: string) =>
    `/Filter/CCITTFaxDecode/DecodeParms<<${parms}/Columns ${width}${black}>>`
  switch (compression) {
    case 1:
      return ''
    case 2:
      return faxed('/K 0/EncodedByteAlign true')
    case 3:
      return faxed(`/K ${fax & 1}${fax & 4 ? '/EncodedByteAlign true' : ''}`)
    case 4:
      return faxed('/K -1')
    case 5:
      return `/Filter/LZWDecode${rows}`
    case 7:
      return `/Filter/DCTDecode${photometric === 2 ? '/DecodeParms<</ColorTransform 0>>' : ''}`
    case 8:
    case 32946:
      return `/Filter/FlateDecode${rows}`
    case 32773:
      return '/Filter/RunLengthDecode'
    default:
      return null
  }
}

/** Each strip with its height; null where one is missing or reaches past the file's end. */
function stripsOf(facts: Facts, tags: Tags, bytes: Buffer): Raster['bands'] | null {
  const offsets = tags.get(273) ?? []
  const counts = tags.get(279) ?? []
  const perStrip = Math.min(tags.get(278)?.[0] ?? facts.height, facts.height)
  const mirrored = tags.get(266)?.[0] === 2
  if (perStrip < 1 || offsets.length < Math.ceil(facts.height / perStrip)) return null
  const bands = offsets.map((offset, at) => {
    const strip = bytes.subarray(offset, offset + (counts[at] ?? 0))
    const whole = strip.length > 0 && strip.length === counts[at]
    const height = Math.min(perStrip, facts.height - at * perStrip)
    const turned = mirrored ? Buffer.from(strip.map(mirroredByte)) : strip
    const packed = facts.compression === 7 ? withTables(turned, tags.get(347)) : turned
    return whole && height > 0 ? { height, bytes: packed } : null
  })
  return bands.every((band) => band !== null) ? bands : null
}

const mirroredByte = (byte: number): number => {
  let out = 0
  for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) out |= 128 >> bit
  return out
}

/** A JPEG strip without tables of its own takes those that all strips share. */
function withTables(strip: Buffer, tables: readonly number[] | undefined): Buffer {
  return tables ? Buffer.concat([Buffer.from(tables).subarray(0, -2), strip.subarray(2)]) : strip
}
