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
import { invoiceFromForm } from './invoice-form.ts'
import { invoiceFromText, isInvoiceText } from './invoice-text.ts'
import { graphOf, invoiceFromTree } from './invoice-tree.ts'
import { type Paper, paperOf } from './papers/paper.ts'
import type { Findings, ReadDocument, XmlNode } from './read-document.ts'
import { tidyLines } from './tidy-lines.ts'

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

/** The invoice that a page's lines print, by its labels or at least by its form. */
function printedOn(lines: readonly string[], source: FactSource): Findings | null {
  const tidy = tidyLines(lines)
  return isInvoiceText(tidy) ? invoiceFromText(tidy, source) : null
}

function invoiceOf(document: ReadDocument, lines: readonly string[]): Recognised | null {
  const trees: Tree[] = [
    ...document.xml,
    ...document.tags.map((root) => ({ root, source: 'ofdTag' as const })),
  ]
  const named = trees.flatMap(({ root, source }) => {
    const found = invoiceFromTree(root, source)
    return found ? [{ found, name: root.name }] : []
  })
  const codes = [...document.codes, ...document.xml.flatMap(({ root }) => graphOf(root))]
  const coded = codes.flatMap((code) => invoiceFromCode(code) ?? [])
  const printed = printedOn(lines, document.textSource)
  const all = [...named.map(({ found }) => found), ...(printed ? [printed] : []), ...coded]
  if (named.length > 0) return invoice(all, 'data', named[0]?.name ?? '')
  if (coded.length > 0) return invoice(all, 'code', 'QR')
  return printed && asPrinted(printed)
}

function asPrinted(printed: Findings): Recognised {
  const title = printed.facts.find(({ key }) => key === 'title')?.value
  return title ? invoice([printed], 'title', title) : invoice([printed], 'text', '发票号码')
}

/** Pages behind the first that may still show what a document is: covers come before. */
const pagesLookedAt = 4

/** An invoice behind a cover, or one without labels; only where nothing else is recognised. */
function hiddenInvoice(document: ReadDocument, pages: readonly (readonly string[])[]) {
  const some = pages.slice(0, pagesLookedAt)
  for (const lines of some) {
    const printed = printedOn(lines, document.textSource)
    if (printed) return asPrinted(printed)
  }
  for (const lines of some) {
    const formed = invoiceFromForm(tidyLines(lines), document.textSource)
    const number = formed?.facts.find(({ key }) => key === 'number')?.value
    if (formed) return invoice([formed], 'text', number ?? '')
  }
  return null
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
  return paper ? asPaper(paper) : (hiddenInvoice(document, pages) ?? nothing)
}
