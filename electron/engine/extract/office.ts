/**
 * The text of DOCX, XLSX and PPTX files, read straight out of their XML: paragraphs, cells and
 * slides as lines. Formulas, macros and links are never looked at; what carries them is told. The
 * parts are scanned and not parsed into trees, so that memory stays near the size of the largest.
 */
import { type Mark, textLimit } from '../../../shared/model/extraction.ts'
import { emptyDocument, linesAsPage, type ReadDocument, Unreadable } from './read-document.ts'
import { decodeText, plainText, refuseEntities } from './xml.ts'
import { openZip, type Zip, zipLimits } from './zip-guard.ts'

/** An entry beyond is no document that a person wrote. */
const limits = { ...zipLimits, entry: 24 * 1024 * 1024, total: 256 * 1024 * 1024 }

type Token = { readonly close: boolean; readonly name: string; readonly attributes: string }
type Handle = { readonly tag: (token: Token) => void; readonly text: (text: string) => void }

const tokens = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|<[^>]*>|([^<]+)/g

/** Walks through a part's elements and texts in their order, until `enough` says stop. */
function scan(zip: Zip, name: string, handle: Handle, enough: () => boolean): void {
  const bytes = zip.read(name)
  if (!bytes) return
  const source = decodeText(bytes)
  refuseEntities(source, name)
  for (const [, slash, tag, attributes = '', text] of source.matchAll(tokens)) {
    if (enough()) return
    if (text !== undefined) handle.text(text)
    else if (tag !== undefined) {
      handle.tag({ close: slash === '/', name: tag, attributes })
      if (attributes.endsWith('/')) handle.tag({ close: true, name: tag, attributes: '' })
    }
  }
}

/** Collects lines, and knows when search would keep no more. */
function collector() {
  const lines: string[] = []
  let line = ''
  let size = 0
  return {
    add: (text: string) => {
      // The end of a cell's last paragraph is no space before the next cell.
      line = (text === '\t' ? line.replace(/ +$/, '') : line) + text
    },
    end: () => {
      const tidy = line.replace(/\t+$/, '').trim()
      line = ''
      if (tidy !== '') lines.push(tidy)
      size += tidy.length + 1
    },
    isFull: () => size + line.length > textLimit,
    lines,
  }
}

/** What an element stands for in a line; the end of every other one means nothing. */
const breaks: Readonly<Record<string, string>> = {
  tab: '\t',
  tc: '\t',
  br: '\n',
  cr: '\n',
  p: '\n',
  tr: '\n',
}

/** Text elements of WordprocessingML and DrawingML, whose cells and paragraphs have the same names. */
function flowing(zip: Zip, parts: readonly string[]): string[] {
  const out = collector()
  let cells = 0
  let inText = false
  const tag = ({ close, name }: Token) => {
    if (name === 't') inText = !close
    if (name === 'tc') cells += close ? -1 : 1
    if (!close) return
    const sign = breaks[name]
    // Paragraphs of a cell stay on its row's line.
    if (sign === '\n' && (cells === 0 || name === 'tr')) out.end()
    else if (sign) out.add(sign === '\n' ? ' ' : sign)
  }
  for (const part of parts) {
    scan(zip, part, { tag, text: (text) => inText && out.add(plainText(text)) }, out.isFull)
    out.end()
  }
  return out.lines
}

/** The strings that cells refer to by number; phonetic hints are left out. */
function sharedStrings(zip: Zip): string[] {
  const all: string[] = []
  let [inText, inHint, size] = [false, false, 0]
  const tag = ({ close, name }: Token) => {
    if (name === 'si' && !close) all.push('')
    if (name === 't') inText = !close
    if (name === 'rPh') inHint = !close
  }
  const text = (piece: string) => {
    if (!inText || inHint || all.length === 0) return
    all[all.length - 1] += plainText(piece)
    size += piece.length
  }
  // A sheet may use the last string in its first cell: more is read than will be kept.
  scan(zip, 'xl/sharedStrings.xml', { tag, text }, () => size > textLimit * 20)
  return all
}

function cells(zip: Zip, sheets: readonly string[]): string[] {
  const strings = sharedStrings(zip)
  const out = collector()
  let [isShared, inValue] = [false, false]
  const tag = ({ close, name, attributes }: Token) => {
    if (name === 'c' && !close) isShared = /\bt="s"/.test(attributes)
    if (name === 'v' || name === 't') inValue = !close
    if (name === 'c' && close) out.add('\t')
    if (name === 'row' && close) out.end()
  }
  const text = (piece: string) => {
    if (inValue) out.add(isShared ? (strings[Number(piece)] ?? '') : plainText(piece))
  }
  for (const sheet of sheets) scan(zip, sheet, { tag, text }, out.isFull)
  return out.lines
}

const numbered = (zip: Zip, pattern: RegExp): string[] =>
  zip.names
    .filter((name) => pattern.test(name))
    .sort((a, b) => Number(/(\d+)\.xml$/.exec(a)?.[1]) - Number(/(\d+)\.xml$/.exec(b)?.[1]))

function linesOf(zip: Zip): string[] | null {
  if (zip.names.includes('word/document.xml')) {
    const rest = zip.names.filter((name) => /^word\/(header|footer|footnotes)\d*\.xml$/.test(name))
    return flowing(zip, ['word/document.xml', ...rest])
  }
  if (zip.names.includes('xl/workbook.xml')) {
    return cells(zip, numbered(zip, /^xl\/worksheets\/sheet\d+\.xml$/))
  }
  const slides = numbered(zip, /^ppt\/slides\/slide\d+\.xml$/)
  return slides.length > 0 ? flowing(zip, slides) : null
}

function marksOf({ names }: Zip): Mark[] {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  return [
    ...(has(/vbaProject\.bin$/i) ? (['script'] as const) : []),
    ...(has(/\/(embeddings|activeX)\//i) ? (['embedded'] as const) : []),
  ]
}

/** Throws Unreadable: `zip.*`, `xml.entity`. */
export function readOffice(bytes: Buffer, name: string): ReadDocument {
  const zip = openZip(bytes, limits)
  const lines = linesOf(zip)
  if (!lines) throw new Unreadable('zip.broken', { place: name })
  return { ...emptyDocument(name), pages: [linesAsPage(lines)], marks: marksOf(zip) }
}

/** A password turns an Office file into a container that names what it hides. */
export const isLocked = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
