/**
 * Writes a PDF object by object to a file, front to back, so that a volume of any size needs no more
 * memory than its largest object. Cross-references are kept as plain offsets and written last. It
 * knows nothing of pages.
 */
import { type FileHandle, open } from 'node:fs/promises'

/** Bytes gathered before they are written. */
const gathered = 1 << 20

export type Mark = { readonly at: number; readonly objects: number }

export type PdfOut = {
  /** A number for an object that is written later; every reserved one must be. */
  readonly reserve: () => number
  /** Writes an object's text (Latin-1) under a reserved number, or a new one. */
  readonly object: (text: string, number?: number) => Promise<number>
  /** Writes a stream; `entries` are those of its dictionary without `/Length`. */
  readonly stream: (entries: string, bytes: Uint8Array, number?: number) => Promise<number>
  /** Where the file stands now, to go back to. */
  readonly mark: () => Mark
  /** Forgets everything that was written and reserved since. */
  readonly rewind: (mark: Mark) => Promise<void>
  /** Cross-references and trailer, then the file is synced and closed. Answers with its size. */
  readonly finish: (trailer: string) => Promise<number>
  /** Closes an unfinished file. */
  readonly abandon: () => Promise<void>
}

/** The comment tells transports that the file is not text. */
const header = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** One line of the table: an offset of ten digits, or an object that was never written. */
const tableLine = (offset: number | undefined): string =>
  offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`

/** Opens the file for writing; it must not be there yet. */
export async function openPdfOut(path: string): Promise<PdfOut> {
  const file: FileHandle = await open(path, 'wx', 0o644)
  let offsets: (number | undefined)[] = [undefined]
  let pieces: Uint8Array[] = [header]
  let waiting = header.length
  let written = 0

  async function flush(): Promise<void> {
    const bytes = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
    pieces = []
    waiting = 0
    for (let at = 0; bytes && at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, written)
      at += bytesWritten
      written += bytesWritten
    }
  }
  async function push(bytes: Uint8Array): Promise<void> {
    if (bytes.length >= gathered) await flush()
    pieces.push(bytes)
    waiting += bytes.length
    if (waiting >= gathered) await flush()
  }
  const reserve = () => offsets.push(undefined) - 1
  const begin = (number: number) => {
    offsets[number] = written + waiting
    return number
  }
  return {
    reserve,
    object: async (text, number = reserve()) => {
      begin(number)
      await push(latin1(`${number} 0 obj\n${text}\nendobj\n`))
      return number
    },
    stream: async (entries, bytes, number = reserve()) => {
      begin(number)
      await push(latin1(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`))
      await push(bytes)
      await push(latin1('\nendstream\nendobj\n'))
      return number
    },
    mark: () => ({ at: written + waiting, objects: offsets.length }),
    rewind: async ({ at, objects }) => {
      await flush()
      await file.truncate(at)
      written = at
      offsets = offsets.slice(0, objects)
    },
    finish: async (trailer) => {
      const start = written + waiting
      const lines = offsets.map((offset, number) =>
        number === 0 ? '0000000000 65535 f \n' : tableLine(offset),
      )
      await push(latin1(`xref\n0 ${offsets.length}\n${lines.join('')}`))
      await push(
        latin1(`trailer\n<<${trailer}/Size ${offsets.length}>>\nstartxref\n${start}\n%%EOF\n`),
      )
      await flush()
      await file.sync()
      await file.close()
      return written
    },
    abandon: () => file.close(),
  }
}
