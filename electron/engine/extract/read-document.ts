/**
 * A document as the readers hand it to the recognisers: text with its places, named values, XML and
 * QR strings, already read and bounded. Recognisers are pure functions of it.
 */
import type {
  Confidence,
  FactSource,
  InvoiceItem,
  Mark,
  ReadFact,
  Trouble,
  TroubleCode,
} from '../../../shared/model/extraction.ts'

/** A piece of text as drawn. The unit is the document's own; `y` is the baseline, downwards. */
export type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export type XmlNode = {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The element's own text, trimmed. */
  readonly text: string
  /** The same with the spaces around it, where it has any and no elements below. */
  readonly spaced?: string
  readonly children: readonly XmlNode[]
}

export type XmlSource = { readonly source: 'xml' | 'ofdAttachment'; readonly root: XmlNode }

export type ReadDocument = {
  readonly name: string
  readonly xml: readonly XmlSource[]
  /** Names mapped to page text, as elements whose texts are the values. */
  readonly tags: readonly XmlNode[]
  /** Runs of each page. */
  readonly pages: readonly (readonly Run[])[]
  /** Text for search alone, which no recogniser looks at. */
  readonly text: string
  readonly textSource: 'pdfText' | 'text'
  readonly pageCount: number | null
  readonly dpi: number | null
  readonly codes: readonly string[]
  readonly marks: readonly Mark[]
  readonly trouble: Trouble | null
}

export const emptyDocument = (name: string): ReadDocument => ({
  name,
  xml: [],
  tags: [],
  pages: [],
  text: '',
  textSource: 'text',
  pageCount: null,
  dpi: null,
  codes: [],
  marks: [],
  trouble: null,
})

/** Lines of text without places, as a page. */
export const linesAsPage = (lines: readonly string[]): Run[] =>
  lines.map((text, at) => ({ text, x: 0, y: at * 2, width: text.length, size: 1 }))

/** What a recogniser found: its kind's facts, in its own order, and an invoice's lines. */
export type Findings = {
  readonly facts: readonly ReadFact[]
  readonly items?: readonly InvoiceItem[]
  /** The amount in capital numerals, as printed. */
  readonly words?: string
}

/** Facts out of keyed values; what is empty was not found. */
export const factsFrom = (
  values: Readonly<Record<string, string | null | undefined>>,
  source: FactSource,
  confidence: Confidence,
): ReadFact[] =>
  Object.entries(values).flatMap(([key, value]) => {
    const tidy = value?.trim() ?? ''
    return tidy === '' ? [] : [{ key, value: tidy, source, confidence }]
  })

/** Thrown by readers; `extract` answers with it instead of failing. */
export class Unreadable extends Error {
  readonly trouble: Trouble
  constructor(code: TroubleCode, data: Trouble['data'] = {}, options?: ErrorOptions) {
    super(code, options)
    this.trouble = { code, data }
  }
}
