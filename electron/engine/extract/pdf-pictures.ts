/**
 * The pictures of a PDF page: pixels for the QR reader, and the resolution of a scan that fills the
 * page. It follows the page's drawing only as far as pictures go.
 */
import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { greyPicture } from './qr.ts'

const limits = {
  /** Pictures looked at on a page. */
  pictures: 4,
  /** Smallest side of a QR code. */
  side: 40,
  /** Pixels handed to the reader of codes: a scanned page of 200 dpi. */
  pixels: 4_000_000,
  /** Share of the page that a scan covers. */
  share: 0.5,
  /** How long a picture is waited for, in ms. */
  patience: 3000,
} as const

type Drawn = { readonly id: string; readonly matrix: readonly number[] }

/** What pdf.js decodes a picture to. */
type Decoded = {
  readonly data?: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly kind?: number
}

type State = { matrix: number[]; readonly saved: number[][] }

function follow(state: State, op: number, args: unknown): void {
  if (op === OPS.save) state.saved.push(state.matrix)
  else if (op === OPS.restore) state.matrix = state.saved.pop() ?? state.matrix
  else if (op === OPS.transform) state.matrix = Util.transform(state.matrix, args as number[])
  else if (op === OPS.paintFormXObjectBegin) {
    state.saved.push(state.matrix)
    const [matrix] = args as readonly (number[] | null)[]
    if (matrix) state.matrix = Util.transform(state.matrix, matrix)
  } else if (op === OPS.paintFormXObjectEnd) state.matrix = state.saved.pop() ?? state.matrix
}

/** The pictures that a page draws, in its order. */
export async function drawnOn(page: PDFPageProxy): Promise<Drawn[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const state: State = { matrix: [1, 0, 0, 1, 0, 0], saved: [] }
  const drawn: Drawn[] = []
  fnArray.forEach((op, at) => {
    const args: unknown = argsArray[at]
    follow(state, op, args)
    const [id] = Array.isArray(args) ? (args as readonly unknown[]) : []
    if (op === OPS.paintImageXObject && typeof id === 'string') {
      drawn.push({ id, matrix: state.matrix })
    }
  })
  return drawn
}

/** A picture that pdf.js could not decode never arrives: it is waited for only so long. */
export function decoded(page: PDFPageProxy, id: string): Promise<Decoded | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), limits.patience)
    objects.get(id, (found: Decoded | null) => {
      clearTimeout(late)
      resolve(found)
    })
  })
}

/** Bytes of a pixel: `kind` 1 is a bit a pixel, 2 is RGB, 3 is RGBA. */
const pixelBytes = (kind: number | undefined) => (kind === 3 ? 4 : 3)

/** The shade of a pixel. */
function shadeOf({ data, width, kind }: Decoded, x: number, y: number): number {
  if (!data) return 255
  if (kind === 1) {
    const byte = data[y * ((width + 7) >> 3) + (x >> 3)] ?? 0
    return byte & (128 >> (x & 7)) ? 255 : 0
  }
  const at = (y * width + x) * pixelBytes(kind)
  const [red = 255, green = 255, blue = 255] = [data[at], data[at + 1], data[at + 2]]
  return (red * 77 + green * 150 + blue * 29) >> 8
}

/** Grey for the reader of codes; of a large picture every second or third pixel is enough. */
function greyOf(picture: Decoded): Uint8Array | null {
  if (!picture.data || Math.min(picture.width, picture.height) < limits.side) return null
  const step = Math.ceil(Math.sqrt((picture.width * picture.height) / limits.pixels))
  const width = Math.floor(picture.width / step)
  const height = Math.floor(picture.height / step)
  return greyPicture(width, height, (pixels) => {
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        pixels[y * width + x] = shadeOf(picture, x * step, y * step)
  })
}

function densityOf(page: PDFPageProxy, { matrix }: Drawn, { width, height }: Decoded) {
  const [a = 0, b = 0, c = 0, d = 0] = matrix
  const { userUnit = 1 } = page
  const [across, down] = [Math.hypot(a, b) * userUnit, Math.hypot(c, d) * userUnit]
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  if (across * down < limits.share * (right - left) * (top - bottom)) return null
  return Math.round(Math.min((width * 72) / across, (height * 72) / down))
}

type Pictures = {
  /** Those that may hold codes, as picture files in grey. */
  readonly files: readonly Uint8Array[]
  /** The resolution of the scan that fills the page. */
  readonly dpi: number | null
}

/** The pictures of a page. */
export async function picturesOf(page: PDFPageProxy): Promise<Pictures> {
  const files: Uint8Array[] = []
  let dpi: number | null = null
  for (const drawn of (await drawnOn(page)).slice(0, limits.pictures)) {
    const picture = await decoded(page, drawn.id)
    if (!picture) continue
    dpi ??= densityOf(page, drawn, picture)
    const found = greyOf(picture)
    if (found) files.push(found)
  }
  return { files, dpi }
}
