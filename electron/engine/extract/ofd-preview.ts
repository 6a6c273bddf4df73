/** A page of an OFD to be looked at: drawn, or as text with the reason why it is not drawn. */
import type { MaterialPreview, PreviewBody, TextBlock } from '../../../shared/model/preview.ts'
import { documentsOf, type Listed, pagesOf } from './drawing/documents.ts'
import { drawSheet, linesOn } from './drawing/page.ts'
import { drawSeals } from './drawing/stamps.ts'
import { Unreadable } from './read-document.ts'
import { openZip, type Zip } from './zip-guard.ts'

async function draw(zip: Zip, page: Listed, assets: string): Promise<PreviewBody> {
  const ledger = { objects: 0, pictures: 0, leftOut: 0, seals: 0 }
  const { box, parts } = await drawSheet(zip, page, { assets, ledger })
  const seals = await drawSeals(zip, page, { assets, ledger })
  const { leftOut } = ledger
  const drawing = { box, parts: [...parts, ...seals], seals: ledger.seals, leftOut }
  return { view: 'drawing', drawing }
}

/** Throws Unreadable where not even the text can be read. */
function asText(zip: Zip, page: Listed, { trouble }: Unreadable): PreviewBody {
  const blocks: TextBlock[] = linesOn(zip, page).map((text) => ({ block: 'paragraph', text }))
  return { view: 'text', blocks, trouble }
}

/** `number` counts from 1; `assets` is pdf.js's folder. Throws Unreadable: `zip.*`, `xml.*`, `ofd.*`. */
export async function previewOfd(
  bytes: Buffer,
  number: number,
  assets: string,
): Promise<MaterialPreview> {
  const zip = openZip(bytes)
  const pages = pagesOf(documentsOf(zip))
  const at = Math.min(number, pages.length)
  const page = pages[at - 1]
  if (!page) throw new Unreadable('ofd.noDocument', { place: 'OFD.xml' })
  const shown = { page: at, pages: pages.length, cut: false }
  try {
    return { ...shown, body: await draw(zip, page, assets) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...shown, body: asText(zip, page, error) }
  }
}
