/**
 * Reads a PDF: the text of its pages with places, its scanned pictures' resolution and QR codes,
 * and what it carries besides. pdf.js runs in this same thread with scripting and evaluation off;
 * fonts and character maps come from a folder; nothing is fetched.
 */
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Mark } from '../../../shared/model/extraction.ts'
import { goingWithout } from './allowance.ts'
import { pdfMarks } from './pdf-marks.ts'
import { decoded, drawnOn, picturesOf } from './pdf-pictures.ts'
import type { CodeReader } from './qr.ts'
import { emptyDocument, type ReadDocument, type Run } from './read-document.ts'

export const pdfLimits = {
  pages: 300,
  /** Pieces of text that are read. */
  runs: 120_000,
  /** Pages whose pictures are looked at. */
  scanned: 3,
  /** Pictures beyond are passed over, in pixels. */
  pixels: 12_000_000,
  /** Reading stops between pages after so many ms; what was read counts. */
  patience: 5000,
} as const

type Spot = { readonly run: Run; readonly turn: number }

/** Quarter turns clockwise, or -1 for what stands askew: watermarks, the circle of a seal. */
function turnOf(a: number, b: number): number {
  if (Math.abs(b) < 0.05 * Math.abs(a)) return a > 0 ? 0 : 2
  if (Math.abs(a) < 0.05 * Math.abs(b)) return b > 0 ? 1 : 3
  return -1
}

const upright = (turn: number, x: number, y: number): readonly [number, number] => {
  if (turn === 1) return [y, -x]
  if (turn === 2) return [-x, -y]
  return turn === 3 ? [-y, x] : [x, y]
}

/** A page is read the way that most of its text stands. */
function mainTurn(spots: readonly Spot[]): number {
  const weights = [0, 0, 0, 0]
  for (const { run, turn } of spots) weights[turn] = (weights[turn] ?? 0) + run.text.length
  return weights.indexOf(Math.max(...weights))
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { items } = await page.getTextContent()
  const { transform } = page.getViewport({ scale: 1 })
  const spots = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = Util.transform(transform, item.transform)
    const turn = turnOf(a, b)
    if (turn < 0) return []
    const [x, y] = upright(turn, e, f)
    const size = Math.hypot(c, d) || item.height
    return [{ turn, run: { text: item.str, x, y, width: item.width, size } }]
  })
  const main = mainTurn(spots)
  return spots.filter(({ turn }) => turn === main).map(({ run }) => run)
}

/** Marks that only the document's own tables show, as in encrypted files. */
async function ownMarks(document: PDFDocumentProxy): Promise<Mark[]> {
  const scripts = await document.getJSActions().catch(() => null)
  const files = await document.getAttachments().catch(() => null)
  return [...(scripts ? (['script'] as const) : []), ...(files ? (['embedded'] as const) : [])]
}

/** Whether there is time left for another page. */
const patience = () => {
  const started = performance.now()
  return () => performance.now() - started <= pdfLimits.patience
}

async function readTexts(document: PDFDocumentProxy, hasTime: () => boolean): Promise<Run[][]> {
  const pages: Run[][] = []
  let runs = 0
  for (let number = 1; number <= Math.min(document.numPages, pdfLimits.pages); number += 1) {
    if (!hasTime() || runs > pdfLimits.runs) break
    const page = await document.getPage(number)
    const found = await runsOf(page)
    runs += found.length
    pages.push(found)
    page.cleanup()
  }
  return pages
}

/** Codes in the pictures of the first pages, and how coarse the scans among them are. */
async function readPictures(
  document: PDFDocumentProxy,
  codes: CodeReader,
  hasTime: () => boolean,
): Promise<Pick<ReadDocument, 'codes' | 'dpi' | 'marks'>> {
  const texts = new Set<string>()
  let dpi: number | null = null
  for (let number = 1; number <= Math.min(document.numPages, pdfLimits.scanned); number += 1) {
    if (!hasTime()) return { codes: [...texts], dpi, marks: ['imageSkipped'] }
    const page = await document.getPage(number)
    const pictures = await picturesOf(page)
    // What was decoded goes before anything else takes memory.
    page.cleanup()
    if (pictures.dpi !== null) dpi = Math.min(dpi ?? pictures.dpi, pictures.dpi)
    for (const file of pictures.files) for (const text of await codes(file)) texts.add(text)
  }
  return { codes: [...texts], dpi, marks: [] }
}

async function picturesOfFirst(
  document: PDFDocumentProxy,
  codes: CodeReader,
  hasTime: () => boolean,
) {
  const { result, refused } = await goingWithout(() => readPictures(document, codes, hasTime))
  return refused ? { ...result, marks: ['imageSkipped'] as const } : result
}

/** pdf.js takes the bytes over; they are copied only where they share their buffer with others. */
const handedOver = (bytes: Buffer): Uint8Array =>
  bytes.length === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes)

/**
 * Opens a PDF with everything off that could run; `assets` is the folder of its fonts and maps. The
 * bytes are gone then.
 */
const openPdf = (bytes: Buffer, assets: string) =>
  getDocument({
    data: handedOver(bytes),
    cMapUrl: `${assets}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    wasmUrl: `${assets}/wasm/`,
    iccUrl: `${assets}/iccs/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: pdfLimits.pixels,
    isOffscreenCanvasSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  })

/**
 * `assets` is the folder of pdf.js's fonts and maps. What cannot be read comes back with its marks
 * and `pdf.password` or `pdf.broken`. The bytes are gone afterwards.
 */
export async function readPdf(
  bytes: Buffer,
  { name, assets, codes }: { name: string; assets: string; codes: CodeReader },
): Promise<ReadDocument> {
  const marks = pdfMarks(bytes, pdfLimits.pixels)
  const task = openPdf(bytes, assets)
  try {
    const document = await task.promise
    const hasTime = patience()
    const pages = await readTexts(document, hasTime)
    const skipped = pages.length < document.numPages ? (['pagesSkipped'] as const) : []
    const pictures = await picturesOfFirst(document, codes, hasTime)
    const all = new Set([...marks, ...pictures.marks, ...(await ownMarks(document)), ...skipped])
    return {
      ...emptyDocument(name),
      ...pictures,
      pages,
      textSource: 'pdfText',
      pageCount: document.numPages,
      marks: [...all],
    }
  } catch (error) {
    const code = error instanceof PasswordException ? 'pdf.password' : 'pdf.broken'
    return { ...emptyDocument(name), marks, trouble: { code, data: {} } }
  } finally {
    await task.destroy()
  }
}

/** A row begins on a byte; 1 is white. */
export type Bits = { readonly bits: Uint8Array; readonly width: number; readonly height: number }

/** The one black-and-white picture of a PDF. Null where it cannot be decoded or is no such picture. */
export async function bitsIn(bytes: Buffer, assets: string): Promise<Bits | null> {
  const task = openPdf(bytes, assets)
  try {
    const page = await (await task.promise).getPage(1)
    const [drawn] = await drawnOn(page)
    const picture = drawn ? await decoded(page, drawn.id) : null
    if (!picture?.data || picture.kind !== 1) return null
    return { bits: Uint8Array.from(picture.data), width: picture.width, height: picture.height }
  } catch {
    return null
  } finally {
    await task.destroy()
  }
}
