/**
 * The text of DOCX, XLSX and PPTX files, read straight out of their XML: paragraphs, cells and
 * slides as lines. Formulas, macros and links are never looked at; what carries them is told.
 */
import { type Mark, textLimit } from '../../../shared/model/extraction.ts'
import { numbered, openOffice, scan, sharedStrings, type Token } from './office-parts.ts'
import { emptyDocument, linesAsPage, type ReadDocument, Unreadable } from './read-document.ts'
import { plainText } from './xml.ts'
import type { Zip } from './zip-guard.ts'

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
  const zip = openOffice(bytes)
  const lines = linesOf(zip)
  if (!lines) throw new Unreadable('zip.broken', { place: name })
  return { ...emptyDocument(name), pages: [linesAsPage(lines)], marks: marksOf(zip) }
}

/** A password turns an Office file into a container that names what it hides. */
export const isLocked = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
