/** What a machine has read out of a document: proposals with their source, and its doubts. */

/** Where a fact was read. The order is the order of trust. */
export const factSources = ['xml', 'ofdAttachment', 'ofdTag', 'pdfText', 'text', 'qr'] as const
export type FactSource = (typeof factSources)[number]

/** `high`: named by the document's own data; `medium`: behind its label; `low`: by its form alone. */
export type Confidence = 'high' | 'medium' | 'low'

export type ReadFact = {
  /** Key of the kind's registry, or `validFrom` and `validTo`. */
  readonly key: string
  readonly value: string
  readonly source: FactSource
  readonly confidence: Confidence
}

export type DoubtCode =
  | 'amount.words'
  | 'amount.sum'
  | 'amount.items'
  | 'taxId.check'
  | 'date.impossible'
  | 'number.form'
  | 'source.differs'

/** A contradiction inside the paper. It is shown and never put right. */
export type Doubt = {
  readonly code: DoubtCode
  /** Key of the fact in doubt. */
  readonly fact: string
  readonly data: Readonly<Record<string, string>>
}

/** What a document carries besides its pages; it is stored, and never run. */
export type Mark =
  | 'script'
  | 'launch'
  | 'outward'
  | 'embedded'
  | 'truncated'
  | 'imageSkipped'
  | 'pagesSkipped'
  | 'unopened'

export type TroubleCode =
  | 'file.tooLarge'
  | 'file.unreadable'
  | 'zip.broken'
  | 'zip.tooMany'
  | 'zip.tooLarge'
  | 'zip.ratio'
  | 'zip.path'
  | 'zip.duplicate'
  | 'zip.overlap'
  | 'zip.link'
  | 'zip.encrypted'
  | 'zip.name'
  | 'zip.method'
  | 'xml.entity'
  | 'xml.broken'
  | 'xml.tooLarge'
  | 'ofd.path'
  | 'ofd.noDocument'
  | 'ofd.crowded'
  | 'pdf.password'
  | 'pdf.broken'
  | 'office.password'
  | 'image.tooLarge'
  | 'image.broken'
  | 'time'
  | 'memory'
  | 'crash'

/** Why a document could not be read, wholly or at all. */
export type Trouble = {
  readonly code: TroubleCode
  readonly data: Readonly<Record<string, string | number>>
}

/** A line of an invoice; amounts are exact decimals in 元, absent parts empty. */
export type InvoiceItem = {
  readonly name: string
  readonly specification: string
  readonly unit: string
  readonly quantity: string
  readonly price: string
  readonly amount: string
  readonly rate: string
  readonly tax: string
}

/**
 * What shows the kind: data with names of its own, a QR code, a printed title, or mere words of the
 * page.
 */
export type KindSign = 'data' | 'code' | 'title' | 'text'

export type Extraction = {
  /** Id of the kind that the content shows, or null where it shows none. */
  readonly kind: string | null
  /** What in the document shows it: a printed title, the name of an element, a QR code. */
  readonly kindFrom: string
  readonly kindBy: KindSign | null
  readonly facts: readonly ReadFact[]
  readonly items: readonly InvoiceItem[]
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly doubts: readonly Doubt[]
  readonly marks: readonly Mark[]
  readonly trouble: Trouble | null
  readonly pages: number | null
  /** Resolution of the coarsest scanned page in dots per inch, or null where nothing is scanned. */
  readonly dpi: number | null
  /** Count of QR codes that could be read. */
  readonly codes: number
  /** The document's text, for search; cut at `textLimit`. */
  readonly text: string
}

/** A reading as it is kept and shown: without the text, which only search needs. */
export type Reading = Omit<Extraction, 'text'>

/** Longest text that is kept of a document, in characters. */
export const textLimit = 200_000
