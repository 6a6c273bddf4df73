/**
 * JBIG2 pictures (the QR codes of tax invoices are such). The file is put into a PDF of one page, so
 * that pdf.js decodes it: the one decoder that is shipped.
 */
import { loadPdfReader } from '../pdf-library.ts'
import { bitPng } from './png.ts'

const mark = Buffer.from('974a42320d0a1a0a', 'hex')

export const isJbig2 = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(mark)

type Segment = {
  readonly type: number
  readonly from: number
  readonly data: number
  readonly to: number
}

/** Page, end of page, end of file. */
const types = { page: 48, endOfPage: 49, endOfFile: 51 } as const

function segmentAt(bytes: Buffer, from: number): Segment {
  const number = bytes.readUInt32BE(from)
  const flags = bytes[from + 4] ?? 0
  const counts = bytes[from + 5] ?? 0
  const isLong = counts >> 5 === 7
  const references = isLong ? bytes.readUInt32BE(from + 5) & 0x1fffffff : counts >> 5
  const width = number <= 256 ? 1 : number <= 65_536 ? 2 : 4
  const after = from + 5 + (isLong ? 4 + ((references + 8) >> 3) : 1) + references * width
  const size = after + (flags & 0x40 ? 4 : 1)
  const data = size + 4
  return { type: flags & 0x3f, from, data, to: data + bytes.readUInt32BE(size) }
}

type Embedded = { readonly width: number; readonly height: number; readonly stream: Buffer }

/** What a PDF keeps of such a file: its segments but the ends. Null where it is not one after another. */
function embedded(bytes: Buffer): Embedded | null {
  const flags = bytes[8] ?? 0
  if ((flags & 1) === 0) return null
  const kept: Buffer[] = []
  let size: { width: number; height: number } | null = null
  for (let at = flags & 2 ? 9 : 13; at + 11 <= bytes.length; ) {
    const segment = segmentAt(bytes, at)
    if (segment.to > bytes.length) return null
    if (segment.type === types.page) {
      // Only the first page is a picture of its own.
      if (size) break
      size = {
        width: bytes.readUInt32BE(segment.data),
        height: bytes.readUInt32BE(segment.data + 4),
      }
    }
    if (segment.type !== types.endOfPage && segment.type !== types.endOfFile) {
      kept.push(bytes.subarray(segment.from, segment.to))
    }
    at = segment.to
  }
  return size && { ...size, stream: Buffer.concat(kept) }
}

function pdfOf({ width, height, stream }: Embedded): Buffer {
  const draw = `${width} 0 0 ${height} 0 0 cm /I Do`
  const parts = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>`,
    ),
    Buffer.from(`<</Length ${draw.length}>>stream\n${draw}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode/Length ${stream.length}>>stream\n`,
      ),
      stream,
      Buffer.from('\nendstream'),
    ]),
  ]
  let out = Buffer.from('%PDF-1.4\n')
  const places = parts.map((part, at) => {
    const place = out.length
    out = Buffer.concat([out, Buffer.from(`${at + 1} 0 obj\n`), part, Buffer.from('\nendobj\n')])
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer<</Size ${parts.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`
  return Buffer.concat([out, Buffer.from(table + end)])
}

/** Pixels beyond are no code and no seal. */
const largest = 12_000_000

/** The picture as PNG, or null where it cannot be decoded. `assets` is pdf.js's folder. */
export async function jbig2AsPng(bytes: Buffer, assets: string): Promise<Buffer | null> {
  try {
    const inner = embedded(bytes)
    if (!inner || inner.width * inner.height > largest) return null
    const { bitsIn } = await loadPdfReader()
    const picture = await bitsIn(pdfOf(inner), assets)
    return picture && bitPng(picture.bits, picture.width, picture.height)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
