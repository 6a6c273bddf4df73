/**
 * Office files, texts and XML to be looked at: headings, paragraphs, lists and tables of a DOCX, the
 * sheets of an XLSX one by one, the beginning of a text. Values are shown as they are stored.
 */
import type { MaterialPreview, TextBlock } from '../../../shared/model/preview.ts'
import { numbered, openOffice, scan, sharedStrings, type Token } from './office-parts.ts'
import { Unreadable } from './read-document.ts'
import { decodeText, plainText, refuseEntities } from './xml.ts'
import type { Zip } from './zip-guard.ts'

export const previewLimits = {
  /** Characters and blocks of a document. */
  characters: 200_000,
  blocks: 3000,
  /** Rows and columns of a sheet. */
  rows: 1000,
  columns: 60,
  /** Bytes of a text or XML file. */
  text: 1 << 20,
} as const

type Shown = Pick<MaterialPreview, 'cut' | 'body'>

const attribute = (attributes: string, name: string): string =>
  plainText(new RegExp(`\\b(?:\\w+:)?${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')

/** What is known of the paragraph that is being read. */
type Open = { text: string; heading: number; item: number | null }

/** Blocks of a WordprocessingML part as they come by. */
function blocksOf() {
  const blocks: TextBlock[] = []
  const rows: string[][] = []
  let open: Open = { text: '', heading: 0, item: null }
  let [size, tables, inText] = [0, 0, false]
  const endParagraph = () => {
    const { text, heading, item } = open
    open = { text: '', heading: 0, item: null }
    const row = rows.at(-1)
    if (tables > 0 && row && row.length > 0) {
      const cell = row.at(-1) ?? ''
      row[row.length - 1] = cell && text ? `${cell}\n${text}` : cell + text
    } else if (tables === 0 && text.trim() !== '') {
      if (heading > 0) blocks.push({ block: 'heading', level: heading, text })
      else if (item !== null) blocks.push({ block: 'item', level: item, text })
      else blocks.push({ block: 'paragraph', text })
    }
  }
  const endTable = () => {
    tables -= 1
    if (tables > 0) return
    const filled = rows.filter((row) => row.some((cell) => cell !== ''))
    if (filled.length > 0) blocks.push({ block: 'table', rows: filled })
    rows.length = 0
  }
  const begin: Readonly<Record<string, (token: Token) => void>> = {
    tbl: () => {
      tables += 1
    },
    // A table inside a cell stays in that cell's lines.
    tr: () => void (tables === 1 && rows.push([])),
    tc: () => void (tables === 1 && rows.at(-1)?.push('')),
    t: () => {
      inText = true
    },
    tab: () => {
      open.text += '\t'
    },
    br: () => {
      open.text += '\n'
    },
    pStyle: ({ attributes }) => {
      open.heading = headingOf(attribute(attributes, 'val'))
    },
    ilvl: ({ attributes }) => {
      open.item = Number(attribute(attributes, 'val')) || 0
    },
  }
  const end: Readonly<Record<string, () => void>> = {
    t: () => {
      inText = false
    },
    p: endParagraph,
    tbl: endTable,
  }
  return {
    blocks,
    isFull: () => size > previewLimits.characters || blocks.length >= previewLimits.blocks,
    tag: (token: Token) => (token.close ? end[token.name]?.() : begin[token.name]?.(token)),
    text: (piece: string) => {
      if (!inText) return
      open.text += plainText(piece)
      size += piece.length
    },
    finish: () => {
      endParagraph()
      while (tables > 0) endTable()
    },
  }
}

/** Level of a heading's style (Heading 1, 标题 1, or its bare number); 0 for others. */
function headingOf(style: string): number {
  if (/^title$/i.test(style)) return 1
  const level = Number(/^(?:heading|标题)?\s*(\d)$/i.exec(style)?.[1] ?? 0)
  return Math.min(level, 6)
}

function wordDocument(zip: Zip): Shown {
  const out = blocksOf()
  scan(zip, 'word/document.xml', out, out.isFull)
  const cut = out.isFull()
  out.finish()
  return { cut, body: { view: 'text', blocks: out.blocks, trouble: null } }
}

/** The place of a cell by its letters: A is 0. */
const columnOf = (place: string): number =>
  [...(/^[A-Z]{1,3}/.exec(place)?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1

function rowsOf(zip: Zip, sheet: string): { rows: string[][]; cut: boolean } {
  const strings = sharedStrings(zip)
  const rows: string[][] = []
  let cell = { at: 0, shared: false, value: '' }
  let [inValue, wide] = [false, false]
  const tag = ({ close, name, attributes }: Token) => {
    if (name === 'row' && !close) rows.push([])
    if (name === 'c' && !close) {
      const at = columnOf(attribute(attributes, 'r'))
      const next = rows.at(-1)?.length ?? 0
      cell = { at: at < 0 ? next : at, shared: /\bt="s"/.test(attributes), value: '' }
    }
    if (name === 'v' || name === 't') inValue = !close
    if (name !== 'c' || !close || cell.value === '') return
    const row = rows.at(-1)
    if (cell.at >= previewLimits.columns) wide = true
    else if (row) {
      while (row.length < cell.at) row.push('')
      row[cell.at] = cell.shared ? (strings[Number(cell.value)] ?? '') : cell.value
    }
  }
  const text = (piece: string) => {
    if (inValue) cell.value += plainText(piece)
  }
  scan(zip, sheet, { tag, text }, () => rows.length > previewLimits.rows)
  const long = rows.length > previewLimits.rows
  return { rows: rows.slice(0, previewLimits.rows), cut: long || wide }
}

/** Names of the tabs, in the order of the book. */
function sheetNames(zip: Zip): string[] {
  const names: string[] = []
  const tag = ({ close, name, attributes }: Token) => {
    if (name === 'sheet' && !close) names.push(attribute(attributes, 'name'))
  }
  scan(zip, 'xl/workbook.xml', { tag, text: () => {} }, () => names.length > 1000)
  return names
}

function workbook(zip: Zip, page: number): MaterialPreview {
  const sheets = numbered(zip, /^xl\/worksheets\/sheet\d+\.xml$/)
  const at = Math.min(page, sheets.length)
  const { rows, cut } = rowsOf(zip, sheets[at - 1] ?? '')
  const name = sheetNames(zip)[at - 1] ?? ''
  return { page: at, pages: sheets.length, cut, body: { view: 'sheet', name, rows } }
}

/** `page` counts sheets from 1. Throws Unreadable: `zip.*`, `xml.entity`. */
export function previewOffice(bytes: Buffer, page: number): MaterialPreview {
  const zip = openOffice(bytes)
  if (zip.names.includes('xl/workbook.xml')) return workbook(zip, page)
  if (!zip.names.includes('word/document.xml')) throw new Unreadable('zip.broken', { place: '' })
  return { page: 1, pages: 1, ...wordDocument(zip) }
}

/** A text or XML file in its lines. Throws Unreadable `xml.entity`. */
export function previewText(bytes: Buffer, isXml: boolean): MaterialPreview {
  const cut = bytes.length > previewLimits.text
  const source = decodeText(bytes.subarray(0, previewLimits.text))
  if (isXml) refuseEntities(source, '')
  const text = source.slice(0, previewLimits.characters)
  const blocks = [{ block: 'paragraph' as const, text }]
  return {
    page: 1,
    pages: 1,
    cut: cut || text.length < source.length,
    body: { view: 'text', blocks, trouble: null },
  }
}
