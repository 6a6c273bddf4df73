/**
 * Which kind of paper a document is, by its data first and its printed title second, and what the
 * kind's own recogniser finds in it. Pure.
 */
import type {
  FactSource,
  InvoiceItem,
  KindSign,
  ReadFact,
} from '../../../shared/model/extraction.ts'
import { invoiceFromCode } from './invoice-code.ts'
import { invoiceFromText, isInvoiceText } from './invoice-text.ts'
import { graphOf, invoiceFromTree } from './invoice-tree.ts'
import { type Paper, paperOf } from './papers/paper.ts'
import type { Findings, ReadDocument, XmlNode } from './read-document.ts'

export type Recognised = {
  readonly kind: string | null
  readonly kindFrom: string
  readonly kindBy: KindSign | null
  readonly facts: readonly ReadFact[]
  readonly items: readonly InvoiceItem[]
  readonly words: string
}

const nothing: Recognised = {
  kind: null,
  kindFrom: '',
  kindBy: null,
  facts: [],
  items: [],
  words: '',
}

type Tree = { readonly root: XmlNode; readonly source: FactSource }

const invoice = (all: readonly Findings[], kindBy: KindSign, kindFrom: string): Recognised => ({
  kind: 'invoice',
  kindFrom,
  kindBy,
  facts: all.flatMap(({ facts }) => facts),
  items: all.find(({ items }) => items && items.length > 0)?.items ?? [],
  words: all.find(({ words }) => words)?.words ?? '',
})

function invoiceOf(document: ReadDocument, lines: readonly string[]): Recognised | null {
  const trees: Tree[] = [
    ...document.xml,
    ...document.tags.map((root) => ({ root, source: 'ofdTag' as const })),
  ]
  const named = trees.flatMap(({ root, source }) => invoiceFromTree(root, source) ?? [])
  const codes = [...document.codes, ...document.xml.flatMap(({ root }) => graphOf(root))]
  const coded = codes.flatMap((code) => invoiceFromCode(code) ?? [])
  const printed = isInvoiceText(lines) ? [invoiceFromText(lines, document.textSource)] : []
  const all = [...named, ...printed, ...coded]
  if (named.length > 0) return invoice(all, 'data', trees[0]?.root.name ?? '')
  if (coded.length > 0) return invoice(all, 'code', 'QR')
  const title = printed[0]?.facts.find(({ key }) => key === 'title')?.value
  if (printed.length === 0) return null
  return title ? invoice(all, 'title', title) : invoice(all, 'text', '发票号码')
}

const asPaper = ({ kind, kindFrom, facts, words = '' }: Paper): Recognised => ({
  kind,
  kindFrom,
  kindBy: 'title',
  facts,
  items: [],
  words,
})

/** `pages` are the document's lines of text, page by page. */
export function recognise(
  document: ReadDocument,
  pages: readonly (readonly string[])[],
): Recognised {
  const found = invoiceOf(document, pages[0] ?? [])
  if (found) return found
  const paper = paperOf(pages, document.textSource, document.codes.length)
  return paper ? asPaper(paper) : nothing
}
