/** Uncompressed BMP pictures as PDF holds them. */
import type { Raster } from './pictures.ts'
import { packed } from './png.ts'

/** Null for what is packed, odd or cut short. */
export function bmpRaster(bytes: Buffer): Raster | null {
  if (bytes.length < 54) return null
  const [start, headSize] = [bytes.readUInt32LE(10), bytes.readUInt32LE(14)]
  const [width, signed, bits] = [
    bytes.readInt32LE(18),
    bytes.readInt32LE(22),
    bytes.readUInt16LE(28),
  ]
  const height = Math.abs(signed)
  const plain = bytes.readUInt32LE(30) === 0 || (bytes.readUInt32LE(30) === 3 && bits === 32)
  const stride = Math.ceil((width * bits) / 32) * 4
  const isWhole =
    headSize >= 40 && width > 0 && height > 0 && start + stride * height <= bytes.length
  if (!isWhole || !plain || ![1, 4, 8, 24, 32].includes(bits)) return null
  // Rows are stored from the foot up, unless the height is negative.
  const rowAt = (y: number) => start + stride * (signed > 0 ? height - 1 - y : y)
  const perMetre = bytes.readInt32LE(38)
  const common = { width, height, dpi: perMetre > 1000 ? perMetre * 0.0254 : null, orientation: 1 }
  if (bits <= 8) {
    const colours = bytes.readUInt32LE(46) || 1 << bits
    const table = bytes.subarray(14 + headSize, 14 + headSize + colours * 4)
    const palette = Array.from({ length: colours }, (_, i) =>
      [2, 1, 0].map((channel) => (table[i * 4 + channel] ?? 0).toString(16).padStart(2, '0')),
    ).flat()
    const rowBytes = Math.ceil((width * bits) / 8)
    const rows = Array.from({ length: height }, (_, y) =>
      bytes.subarray(rowAt(y), rowAt(y) + rowBytes),
    )
    const space = `[/Indexed/DeviceRGB ${colours - 1}<${palette.join('')}>]`
    return { ...common, space, bits, ...packed(height, Buffer.concat(rows)) }
  }
  const [step, out] = [bits / 8, Buffer.alloc(width * height * 3)]
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0, from = rowAt(y); x < width; x += 1, from += step, to += 3) {
      out[to] = bytes[from + 2] ?? 0
      out[to + 1] = bytes[from + 1] ?? 0
      out[to + 2] = bytes[from] ?? 0
    }
  }
  return { ...common, space: '/DeviceRGB', bits: 8, ...packed(height, out) }
}
