/**
 * Opens a PDF that somebody else made and copies its objects into a volume. Only what a page draws
 * with is followed: no script, action, link, attachment or metadata comes along, and no stream that
 * lies in another file. Streams stay as they are packed. A file that cannot be read whole throws.
 */
import type {
  PDFContext,
  PDFDict,
  PDFObject,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { openBounded, TooMuch } from './pdf-inflate.ts'
import type { PdfOut } from './pdf-out.ts'

export type PdfLib = typeof import('@cantoo/pdf-lib')

/** It is large, and loaded only when a volume is bound. */
export const loadPdfLib = (): Promise<PdfLib> => import('@cantoo/pdf-lib')

/** Why a file's pages cannot be taken over. */
export type Refusal =
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'picture'
  | 'altered'
  | 'tooLarge'
  | 'foreign'

export class UnusablePdf extends Error {
  readonly why: Refusal
  constructor(why: Refusal, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

export type PdfSource = {
  readonly lib: PdfLib
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: readonly PDFPageLeaf[]
  /** Strings were decrypted and hold their bytes as they are. */
  readonly decrypted: boolean
}

/** A whole file ends with its mark; readers look for it in the last two kilobytes. */
const hasEnd = (bytes: Buffer): boolean => bytes.subarray(-2048).includes('%%EOF')

const options = { updateMetadata: false, throwOnInvalidObject: false } as const

/** A file that asks for no password is opened, whatever its owner's password forbids. */
async function load(lib: PdfLib, bytes: Buffer) {
  try {
    // A view of the buffer is sliced without copying.
    return { document: await lib.PDFDocument.load(bytes, options), decrypted: false }
  } catch (error) {
    if (!(error instanceof lib.EncryptedPDFError)) throw error
  }
  try {
    // Decrypting works in place.
    const copy = Uint8Array.from(bytes)
    const document = await lib.PDFDocument.load(copy, { ...options, password: '' })
    return { document, decrypted: true }
  } catch (cause) {
    throw new UnusablePdf('encrypted', { cause })
  }
}

/** Throws UnusablePdf. */
export async function openSource(lib: PdfLib, bytes: Buffer): Promise<PdfSource> {
  try {
    if (!hasEnd(bytes)) throw new UnusablePdf('damaged')
    const { document, decrypted } = await openBounded(lib, () => load(lib, bytes))
    const pages = document.getPages().map(({ node }) => node)
    if (pages.length === 0) throw new UnusablePdf('empty')
    return { lib, context: document.context, catalog: document.catalog, pages, decrypted }
  } catch (error) {
    if (error instanceof UnusablePdf) throw error
    const why = error instanceof TooMuch ? 'tooLarge' : 'damaged'
    throw new UnusablePdf(why, { cause: error })
  }
}

/** Entries that lead away from what is drawn. */
const ledAway: ReadonlySet<string> = new Set(
  ['Metadata', 'PieceInfo', 'StructParent', 'StructParents', 'AF'].map((name) => `/${name}`),
)
/** In a stream's dictionary also its length, which is written anew, and any file beside this one. */
const leftOut: ReadonlySet<string> = new Set([
  ...ledAway,
  ...['Length', 'F', 'FFilter', 'FDecodeParms'].map((name) => `/${name}`),
])

export type Layer = { readonly number: number; readonly hidden: boolean }

export type Copier = {
  /** An object as the volume writes it; what it refers to is copied by the next `settle`. */
  readonly text: (object: PDFObject) => string
  /** Entries of a stream's dictionary. */
  readonly entries: (dict: PDFDict) => string
  /** Writes everything that was referred to and is not there yet. */
  readonly settle: () => Promise<void>
  /** Optional content that was met. */
  readonly layers: Layer[]
}

/** Numbers of objects are kept for the source's whole life: what pages share is copied once. */
export function copier(source: PdfSource, out: PdfOut): Copier {
  const { lib, context } = source
  const numbers = new Map<string, number>()
  const queue: { readonly number: number; readonly object: PDFObject }[] = []
  const layers: Layer[] = []
  const hidden = hiddenLayers(source)

  function refer(ref: PDFRef): string {
    const known = numbers.get(ref.tag)
    if (known !== undefined) return `${known} 0 R`
    const object = context.lookup(ref)
    const isTree = object instanceof lib.PDFPageLeaf || object instanceof lib.PDFPageTree
    if (object === undefined || isTree || object instanceof lib.PDFCatalog) return 'null'
    const number = out.reserve()
    numbers.set(ref.tag, number)
    queue.push({ number, object })
    const isLayer =
      object instanceof lib.PDFDict && object.get(lib.PDFName.of('Type')) === lib.PDFName.of('OCG')
    if (isLayer) layers.push({ number, hidden: hidden(ref.tag) })
    return `${number} 0 R`
  }

  const listed = (dict: PDFDict, without: ReadonlySet<string>): string =>
    dict
      .entries()
      .filter(([key]) => !without.has(key.toString()))
      .map(([key, value]) => `${key.toString()} ${text(value)}`)
      .join('')
  const entries = (dict: PDFDict) => listed(dict, leftOut)

  function text(object: PDFObject): string {
    if (object instanceof lib.PDFRef) return refer(object)
    if (object instanceof lib.PDFDict) return `<<${listed(object, ledAway)}>>`
    if (object instanceof lib.PDFArray) return `[${object.asArray().map(text).join(' ')}]`
    if (object instanceof lib.PDFString && source.decrypted)
      return `<${Buffer.from(object.asString(), 'latin1').toString('hex')}>`
    if (object instanceof lib.PDFInvalidObject || object instanceof lib.PDFStream)
      throw new UnusablePdf('damaged')
    return object.toString()
  }

  async function settle(): Promise<void> {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { number, object } = next
      if (object instanceof lib.PDFRawStream)
        await out.stream(entries(object.dict), object.contents, number)
      else await out.object(text(object), number)
    }
  }
  return { text, entries, settle, layers }
}

/** Which optional content the source hides at first. */
function hiddenLayers({ lib, catalog }: PdfSource): (tag: string) => boolean {
  const { PDFArray, PDFDict, PDFName } = lib
  const properties = catalog.lookup(PDFName.of('OCProperties'))
  const main = properties instanceof PDFDict ? properties.lookup(PDFName.of('D')) : undefined
  if (!(main instanceof PDFDict)) return () => false
  const tags = (key: string) => {
    const list = main.lookup(PDFName.of(key))
    return new Set(list instanceof PDFArray ? list.asArray().map(String) : [])
  }
  const [on, off] = [tags('ON'), tags('OFF')]
  const allOff = main.lookup(PDFName.of('BaseState')) === PDFName.of('OFF')
  return (tag) => (allOff ? !on.has(tag) : off.has(tag))
}

/** The stream behind an object. Throws UnusablePdf where something else lies there. */
export function streamOf({ lib, context }: PdfSource, object: PDFObject | undefined): PDFRawStream {
  const stream = object && context.lookup(object)
  if (stream instanceof lib.PDFRawStream) return stream
  throw new UnusablePdf('damaged')
}
