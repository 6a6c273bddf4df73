/**
 * One file of the vault as a document: the reader that fits its first bytes and its name. Everything
 * foreseen comes back as the document's trouble.
 */
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Trouble, textLimit } from '../../../shared/model/extraction.ts'
import { readImage } from './image.ts'
import { readOfd } from './ofd.ts'
import { isLocked, readOffice } from './office.ts'
import { loadPdfReader } from './pdf-library.ts'
import type { CodeReader } from './qr.ts'
import { emptyDocument, linesAsPage, type ReadDocument, Unreadable } from './read-document.ts'
import { isArchive, isOffice, oldOffice } from './readable.ts'
import { allNodes, decodeText, parseXml } from './xml.ts'

/** What the vault knows of a file; `size` in bytes. */
export type About = { readonly name: string; readonly media: string; readonly size: number }

export type Readers = {
  readonly codes: CodeReader
  /** Folder of pdf.js's fonts and maps. */
  readonly pdfjs: string
}

/** Larger files are stored and shown, but not read. */
export const largest = 64 * 1024 * 1024

/** What of a text is read, in bytes: more than search keeps. */
const textBytes = 1 << 20

function readText(bytes: Buffer, name: string): ReadDocument {
  const lines = decodeText(bytes).split(/\r?\n/)
  return { ...emptyDocument(name), pages: [linesAsPage(lines)] }
}

function readXml(bytes: Buffer, name: string): ReadDocument {
  const root = parseXml(bytes, name)
  const text = [...allNodes(root)].flatMap((node) => (node.text ? [node.text] : [])).join('\n')
  return { ...emptyDocument(name), xml: [{ source: 'xml', root }], text: text.slice(0, textLimit) }
}

/** Word, Excel and the like of before 2007, and any of today's behind a password. */
function readOldOffice(bytes: Buffer, name: string): ReadDocument {
  if (isLocked(bytes)) throw new Unreadable('office.password')
  return emptyDocument(name)
}

async function readBytes(bytes: Buffer, about: About, readers: Readers): Promise<ReadDocument> {
  const { name, media } = about
  const extension = extname(name).toLowerCase()
  if (media === 'application/ofd' || extension === '.ofd') {
    return readOfd(bytes, name, readers.codes)
  }
  if (media === 'application/xml' || extension === '.xml') {
    return readXml(bytes, name)
  }
  if (isOffice(media)) return readOffice(bytes, name)
  if (media === oldOffice) return readOldOffice(bytes, name)
  if (media.startsWith('image/')) return readImage(bytes, about, readers.codes)
  return media === 'text/plain' ? readText(bytes, name) : emptyDocument(name)
}

/** A file whole, or the beginning of a long text, in a buffer of its own. */
async function bytesOf(path: string, { media }: About): Promise<Buffer> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const length = media === 'text/plain' ? Math.min(size, textBytes) : size
    const bytes = Buffer.from(new ArrayBuffer(length))
    const { bytesRead } = await file.read(bytes, 0, length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function readFrom(path: string, about: About, readers: Readers): Promise<ReadDocument> {
  const { name, media } = about
  if (media === 'application/pdf') {
    const { readPdf } = await loadPdfReader()
    return readPdf(await bytesOf(path, about), {
      name,
      assets: readers.pdfjs,
      codes: readers.codes,
    })
  }
  if (isArchive(media)) return { ...emptyDocument(name), marks: ['unopened'] }
  return readBytes(await bytesOf(path, about), about, readers)
}

/** What a reader stumbled over, or null for what nobody foresaw. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Unreadable) return error.trouble
  const { code = '' } = error as NodeJS.ErrnoException
  return /^E[A-Z]+$/.test(code) ? { code: 'file.unreadable', data: { why: code } } : null
}

/** Reads the file at `path`. */
export async function readDocument(
  path: string,
  about: About,
  readers: Readers,
): Promise<ReadDocument> {
  try {
    if (about.size > largest && !isArchive(about.media))
      throw new Unreadable('file.tooLarge', { size: about.size })
    return await readFrom(path, about, readers)
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    return { ...emptyDocument(about.name), trouble }
  }
}
