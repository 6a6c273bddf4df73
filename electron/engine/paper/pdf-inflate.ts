/**
 * Bounds what the PDF library unpacks: it does so in this process, whole, and a few kilobytes can
 * stand for gigabytes. What would pass the bound is never allocated.
 */
import type { PDFRawStream } from '@cantoo/pdf-lib'
import type { PdfLib } from './pdf-source.ts'

/** Tables of objects in one file, or the content of one page. */
export const mostUnpacked = 64 << 20

/** What the library's unpacking streams have in common. */
type Unpacking = {
  buffer: Uint8Array
  ensureBuffer(requested: number): Uint8Array
}

export class TooMuch extends Error {}

let left = Number.POSITIVE_INFINITY
let passed = false
let bounded = false

/** Every one of them grows through one method of the class that they come from. */
function bound({ PDFContext, PDFRawStream: Raw, decodePDFRawStream }: PdfLib): void {
  if (bounded) return
  bounded = true
  const dict = PDFContext.create().obj({ Filter: 'FlateDecode' })
  const probe = decodePDFRawStream(Raw.of(dict, Uint8Array.of(0x78, 0x9c)))
  const shared = Object.getPrototypeOf(Object.getPrototypeOf(probe)) as Unpacking
  const grow = shared.ensureBuffer
  shared.ensureBuffer = function (this: Unpacking, requested: number) {
    const before = this.buffer.byteLength
    if (requested - before > left) {
      passed = true
      throw new TooMuch('a PDF unpacks to more than it may')
    }
    const buffer = grow.call(this, requested)
    left -= buffer.byteLength - before
    return buffer
  }
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Opens a file with the library, one at a time. Throws TooMuch also where the library would make
 * shift with what it could read.
 */
export function openBounded<T>(lib: PdfLib, open: () => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    bound(lib)
    left = mostUnpacked
    passed = false
    try {
      const opened = await open()
      if (passed) throw new TooMuch('a PDF unpacks to more than it may')
      return opened
    } finally {
      left = Number.POSITIVE_INFINITY
    }
  })
  last = turn.catch(() => {})
  return turn
}

/** A stream's content. Throws TooMuch, and what the library throws. */
export function unpack(lib: PdfLib, stream: PDFRawStream): Uint8Array {
  bound(lib)
  const before = left
  left = mostUnpacked
  try {
    return lib.decodePDFRawStream(stream).decode()
  } finally {
    left = before
  }
}
