/**
 * What a PDF carries besides pages: scripts, actions that lead out of it, embedded files; and whether
 * its end is missing. It looks at the dictionaries as they lie, packed object streams included,
 * because a reader that follows the document's own tables sees only what the document wants it to
 * see.
 */
import { inflateSync } from 'node:zlib'
import type { Mark } from '../../../shared/model/extraction.ts'

/** Object streams are unpacked to this size and number, far above honest ones. */
const limits = { stream: 4 * 1024 * 1024, streams: 500 } as const

/** Text is looked at in windows of so many bytes, each with the end of the one before. */
const windows = { size: 1024 * 1024, overlap: 16 * 1024 } as const

const signs: readonly (readonly [Mark, RegExp])[] = [
  ['script', /\/(JavaScript|JS)(?![A-Za-z0-9])/],
  ['launch', /\/Launch(?![A-Za-z0-9])/],
  ['outward', /\/(SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z0-9])/],
  ['embedded', /\/(EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/],
]

/** `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

function unpacked(data: Buffer): string {
  try {
    const bytes = inflateSync(data, { maxOutputLength: limits.stream, finishFlush: 2 })
    return plainNames(bytes.toString('latin1'))
  } catch {
    return ''
  }
}

/** The text of a part; returns its last window. */
function* textOf(bytes: Buffer): Generator<string, string> {
  for (let from = 0; ; from += windows.size - windows.overlap) {
    const text = plainNames(bytes.toString('latin1', from, from + windows.size))
    yield text
    if (from + windows.size >= bytes.length) return text
  }
}

/** Dictionaries of the file: everything between streams, and the inside of object streams. */
function* dictionaries(bytes: Buffer): Generator<string> {
  let from = 0
  let streams = 0
  while (from < bytes.length) {
    const start = bytes.indexOf('stream', from, 'latin1')
    const text = yield* textOf(bytes.subarray(from, start < 0 ? bytes.length : start))
    if (start < 0) return
    let data = start + 6
    if (bytes[data] === 13) data += 1
    if (bytes[data] === 10) data += 1
    const end = bytes.indexOf('endstream', data, 'latin1')
    const isObjects = /\/ObjStm(?![A-Za-z0-9])/.test(text.slice(text.lastIndexOf(' obj')))
    if (isObjects && streams < limits.streams) {
      streams += 1
      yield unpacked(bytes.subarray(data, end < 0 ? bytes.length : end))
    }
    if (end < 0) return
    from = end + 9
  }
}

/** How many pixels the picture has whose dictionary ends this text; 0 where it is none. */
function pixelsIn(text: string): number {
  const own = text.slice(text.lastIndexOf(' obj'))
  if (!/\/Subtype\s*\/Image(?![A-Za-z0-9])/.test(own)) return 0
  const side = (name: string) => Number(new RegExp(`/${name}\\s+(\\d{1,9})`).exec(own)?.[1] ?? 0)
  return side('Width') * side('Height')
}

/** The marks of a PDF file's bytes; pictures of more than `pixels` are passed over. */
export function pdfMarks(bytes: Buffer, pixels: number): Mark[] {
  const found = new Set<Mark>()
  for (const text of dictionaries(bytes)) {
    for (const [mark, sign] of signs) if (sign.test(text)) found.add(mark)
    if (pixelsIn(text) > pixels) found.add('imageSkipped')
  }
  if (!bytes.subarray(-2048).includes('%%EOF')) found.add('truncated')
  return [...found]
}
