/**
 * One file of the vault as a document: the reader that fits its first bytes and its name. Everything
 * foreseen comes back as the document's trouble.
 */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { readImage } from './image.ts'
import { readOfd } from './ofd.ts'
import { readPdf } from './pdf.ts'
import type { CodeReader } from './qr.ts'
import { emptyDocument, type ReadDocument, Unreadable } from './read-document.ts'
import { decodeText, parseXml } from './xml.ts'

/** What the vault knows of a file; `size` in bytes. */
export type About = { readonly name: string; readonly media: string; readonly size: number }

export type Readers = {
  readonly codes: CodeReader
  /** Folder of pdf.js's fonts and maps. */
  readonly pdfjs: string
}

/** Larger files are stored and shown, but not read. */
const largest = 64 * 1024 * 1024

function readText(bytes: Buffer, name: string): ReadDocument {
  const lines = decodeText(bytes).slice(0, 400_000).split(/\r?\n/)
  const runs = lines.map((text, at) => ({ text, x: 0, y: at * 2, width: text.length, size: 1 }))
  return { ...emptyDocument(name), pages: [runs] }
}

async function readBytes(bytes: Buffer, about: About, readers: Readers): Promise<ReadDocument> {
  const { name, media } = about
  const extension = extname(name).toLowerCase()
  if (media === 'application/pdf') {
    return readPdf(bytes, { name, assets: readers.pdfjs, codes: readers.codes })
  }
  if (media === 'application/ofd' || extension === '.ofd') {
    return readOfd(bytes, name, readers.codes)
  }
  if (media === 'application/xml' || extension === '.xml') {
    return { ...emptyDocument(name), xml: [{ source: 'xml', root: parseXml(bytes, name) }] }
  }
  if (media.startsWith('image/')) return readImage(bytes, about, readers.codes)
  return media === 'text/plain' ? readText(bytes, name) : emptyDocument(name)
}

/** Whether there is a reader for such a file; others are kept unread. */
export const isReadable = ({ name, media }: Pick<About, 'name' | 'media'>): boolean =>
  /^(application\/(pdf|ofd|xml)|image\/|text\/plain)/.test(media) || /\.(ofd|xml)$/i.test(name)

/** Reads the file at `path`. */
export async function readDocument(
  path: string,
  about: About,
  readers: Readers,
): Promise<ReadDocument> {
  try {
    if (about.size > largest) throw new Unreadable('file.tooLarge', { size: about.size })
    return await readBytes(await readFile(path), about, readers)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...emptyDocument(about.name), trouble: error.trouble }
  }
}
