/**
 * The XML parts of Office files, walked through element by element and never parsed into trees, so
 * that memory stays near the size of the largest.
 */
import { textLimit } from '../../../shared/model/extraction.ts'
import { decodeText, plainText, refuseEntities } from './xml.ts'
import { openZip, type Zip, zipLimits } from './zip-guard.ts'

/** An entry beyond is no document that a person wrote. */
const limits = { ...zipLimits, entry: 24 * 1024 * 1024, total: 256 * 1024 * 1024 }

export type Token = { readonly close: boolean; readonly name: string; readonly attributes: string }
export type Handle = { readonly tag: (token: Token) => void; readonly text: (text: string) => void }

const tokens = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|<[^>]*>|([^<]+)/g

/** Walks through a part's elements and texts in their order, until `enough` says stop. */
export function scan(zip: Zip, name: string, handle: Handle, enough: () => boolean): void {
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

/** Throws Unreadable `zip.*`. */
export const openOffice = (bytes: Buffer): Zip => openZip(bytes, limits)

/** The strings that cells refer to by number; phonetic hints are left out. */
export function sharedStrings(zip: Zip): string[] {
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

/** Parts whose names end in a number, in its order. */
export const numbered = (zip: Zip, pattern: RegExp): string[] =>
  zip.names
    .filter((name) => pattern.test(name))
    .sort((a, b) => Number(/(\d+)\.xml$/.exec(a)?.[1]) - Number(/(\d+)\.xml$/.exec(b)?.[1]))
