/** Reads a picture: its size and resolution from its head, and the QR codes in it. */
import { pictureOf } from './image-size.ts'
import type { CodeReader } from './qr.ts'
import { emptyDocument, type ReadDocument, Unreadable } from './read-document.ts'

/**
 * Pictures beyond are no scans of papers; below, `memory` bounds the file and what is decoded of it,
 * within what the thread is allowed (`allowance.ts`).
 */
export const imageLimits = { pixels: 200_000_000, memory: 88 * 1024 * 1024 } as const

/** Throws Unreadable `image.tooLarge` and `image.broken`. */
export async function readImage(
  bytes: Buffer,
  { name, media }: { readonly name: string; readonly media: string },
  codes: CodeReader,
): Promise<ReadDocument> {
  const picture = pictureOf(bytes, media)
  if (!picture || picture.width < 1 || picture.height < 1) {
    throw new Unreadable('image.broken', { name })
  }
  const { width, height, dpi, memory, marks } = picture
  if (width * height > imageLimits.pixels) throw new Unreadable('image.tooLarge', { width, height })
  const document = { ...emptyDocument(name), pageCount: 1, dpi, marks }
  if (memory === null) return document
  if (memory + bytes.length > imageLimits.memory)
    return { ...document, marks: [...marks, 'imageSkipped'] }
  return { ...document, codes: await codes(bytes) }
}
