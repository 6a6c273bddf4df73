/**
 * The pages of a PDF as drawings that a volume places on its own sheets: each page becomes one form
 * with its resources, and what is laid over it (seals, signatures, filled-in fields) comes with it.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import type { PDFDict, PDFObject, PDFPageLeaf } from '@cantoo/pdf-lib'
import { unpack } from './pdf-inflate.ts'
import type { PdfOut } from './pdf-out.ts'
import { type Copier, type PdfSource, streamOf, UnusablePdf } from './pdf-source.ts'
import { type Matrix, matrixText, num } from './pdf-text.ts'

/** Something to be placed on a page: its box in its own space, turned clockwise by `turn`. */
export type Drawing = {
  readonly box: readonly [number, number, number, number]
  readonly turn: 0 | 90 | 180 | 270
  /** Names of the drawing's forms and pictures, with their object numbers. */
  readonly parts: readonly (readonly [name: string, number: number])[]
  /** Operators that draw it in its own space. */
  readonly operators: string
  /** Objects of the page that could not be drawn. */
  readonly leftOut: number
}

/** Contents are unpacked up to this size; honest pages stay far below. */
const largestContents = 256 * 1024 * 1024

/** Annotations that are no part of the paper. */
const screenOnly = new Set(
  ['Popup', 'Link', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen'].map((name) => `/${name}`),
)
const hiddenFlags = 2 | 32

/** Writes a page's form and says how to draw it. Throws UnusablePdf. */
export async function drawingOf(
  source: PdfSource,
  page: PDFPageLeaf,
  copy: Copier,
  out: PdfOut,
): Promise<Drawing> {
  const { PDFName } = source.lib
  const box = boxOf(source, page)
  const contents = contentsOf(source, page, copy)
  const resources = page.getInheritableAttribute(PDFName.of('Resources'))
  const group = page.get(PDFName.of('Group'))
  const form = await out.stream(
    `/Type/XObject/Subtype/Form/BBox[${box.map(num).join(' ')}]` +
      `/Resources ${resources ? copy.text(resources) : '<<>>'}` +
      `${group ? `/Group ${copy.text(group)}` : ''}${contents.entries}`,
    contents.bytes,
  )
  const over = overlays(source, page, copy)
  await copy.settle()
  return {
    box,
    turn: turnOf(source, page),
    parts: [['P', form], ...over.map(({ number }, at) => [`A${at}`, number] as const)],
    operators: [
      '/P Do',
      ...over.map(({ matrix }, at) => `q ${matrixText(matrix)} cm /A${at} Do Q`),
    ].join('\n'),
    leftOut: 0,
  }
}

function numbersOf({ lib, context }: PdfSource, object: PDFObject | undefined): number[] | null {
  const list = object && context.lookup(object)
  if (!(list instanceof lib.PDFArray)) return null
  const values = list.asArray().map((item) => {
    const value = context.lookup(item)
    return value instanceof lib.PDFNumber ? value.asNumber() : Number.NaN
  })
  return values.every(Number.isFinite) ? values : null
}

type Box = readonly [number, number, number, number]

function rectangle(values: number[] | null): Box | null {
  if (values?.length !== 4) return null
  const [a = 0, b = 0, c = 0, d = 0] = values
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** What a reader shows: the crop box inside the media box; A4 where the page names neither. */
function boxOf(source: PdfSource, page: PDFPageLeaf): Box {
  const inherited = (name: string) =>
    rectangle(numbersOf(source, page.getInheritableAttribute(source.lib.PDFName.of(name))))
  const media = inherited('MediaBox') ?? [0, 0, 595.28, 841.89]
  const crop = inherited('CropBox') ?? media
  const both = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ] as const
  const box = both[2] - both[0] > 1 && both[3] - both[1] > 1 ? both : media
  if (box[2] - box[0] < 1 || box[3] - box[1] < 1) throw new UnusablePdf('damaged')
  return box
}

function turnOf(source: PdfSource, page: PDFPageLeaf): Drawing['turn'] {
  const { PDFName, PDFNumber } = source.lib
  const raw = page.getInheritableAttribute(PDFName.of('Rotate'))
  const value = raw && source.context.lookup(raw)
  const turn = value instanceof PDFNumber ? value.asNumber() : 0
  return ((((Math.round(turn / 90) * 90) % 360) + 360) % 360) as Drawing['turn']
}

type Contents = { readonly entries: string; readonly bytes: Uint8Array }

/** One stream stays packed as it is; several are unpacked and joined. */
function contentsOf(source: PdfSource, page: PDFPageLeaf, copy: Copier): Contents {
  const { lib, context } = source
  const raw = page.get(lib.PDFName.of('Contents'))
  const object = raw && context.lookup(raw)
  if (raw === undefined) return { entries: '', bytes: new Uint8Array() }
  if (!(object instanceof lib.PDFArray)) {
    const { dict, contents } = streamOf(source, object)
    return { entries: copy.entries(dict), bytes: contents }
  }
  const pieces: Uint8Array[] = []
  let size = 0
  for (const item of object.asArray()) {
    const piece = unpacked(source, item)
    size += piece.length
    // The same stream may be named a thousand times.
    if (size > largestContents) throw new UnusablePdf('tooLarge')
    pieces.push(piece)
  }
  const joined = Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]))
  return { entries: '/Filter/FlateDecode', bytes: deflateSync(joined, { level: 1 }) }
}

function unpacked(source: PdfSource, item: PDFObject): Uint8Array {
  const { PDFName } = source.lib
  const stream = streamOf(source, item)
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return stream.contents
  const plain = stream.dict.get(PDFName.of('DecodeParms')) === undefined
  if (filter === PDFName.of('FlateDecode') && plain) {
    try {
      return inflateSync(stream.contents, { maxOutputLength: largestContents, finishFlush: 2 })
    } catch (cause) {
      throw new UnusablePdf('damaged', { cause })
    }
  }
  return unpack(source.lib, stream)
}

type Overlay = { readonly number: number; readonly matrix: Matrix }

/** Appearances of the annotations that belong to the paper, each brought to its place. */
function overlays(source: PdfSource, page: PDFPageLeaf, copy: Copier): Overlay[] {
  const { lib, context } = source
  const raw = page.get(lib.PDFName.of('Annots'))
  const list = raw && context.lookup(raw)
  if (!(list instanceof lib.PDFArray)) return []
  return list.asArray().flatMap((item) => {
    const annotation = context.lookup(item)
    return annotation instanceof lib.PDFDict ? (overlay(source, annotation, copy) ?? []) : []
  })
}

function overlay(source: PdfSource, annotation: PDFDict, copy: Copier): Overlay | null {
  const { lib, context } = source
  const { PDFName, PDFNumber, PDFDict, PDFRawStream, PDFRef } = lib
  const flags = annotation.lookup(PDFName.of('F'))
  const isHidden = flags instanceof PDFNumber && (flags.asNumber() & hiddenFlags) !== 0
  const subtype = String(annotation.lookup(PDFName.of('Subtype')))
  if (isHidden || screenOnly.has(subtype)) return null
  const looks = annotation.lookup(PDFName.of('AP'))
  let normal = looks instanceof PDFDict ? looks.get(PDFName.of('N')) : undefined
  const states = normal && context.lookup(normal)
  if (states instanceof PDFDict) {
    const state = annotation.lookup(PDFName.of('AS'))
    normal = state instanceof PDFName ? states.get(state) : undefined
  }
  const look = normal && context.lookup(normal)
  const rect = rectangle(numbersOf(source, annotation.get(PDFName.of('Rect'))))
  if (!(normal instanceof PDFRef) || !(look instanceof PDFRawStream) || !rect) return null
  const matrix = placeAppearance(source, look.dict, rect)
  const number = Number(copy.text(normal).split(' ')[0])
  return matrix && Number.isFinite(number) ? { number, matrix } : null
}

/** ISO 32000-1, 12.5.5: the appearance's box, turned by its matrix, fills the annotation's. */
function placeAppearance(source: PdfSource, look: PDFDict, rect: Box): Matrix | null {
  const { PDFName } = source.lib
  const box = rectangle(numbersOf(source, look.get(PDFName.of('BBox'))))
  if (!box) return null
  const own = numbersOf(source, look.get(PDFName.of('Matrix')))
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own?.length === 6 ? own : []
  const corners = [box[0], box[2]].flatMap((x) =>
    [box[1], box[3]].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  )
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom]
  if (width <= 0 || height <= 0) return null
  const [sx, sy] = [(rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height]
  return [sx, 0, 0, sy, rect[0] - left * sx, rect[1] - bottom * sy]
}
