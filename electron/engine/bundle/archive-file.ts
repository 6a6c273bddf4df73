/** An archive on disk, read anywhere in it, and single entries of one that has been verified. */
import { type FileHandle, open } from 'node:fs/promises'
import { type Archive, readDirectory } from './zip-check.ts'
import { localSize } from './zip-format.ts'

export const archiveOn = (file: FileHandle, size: number): Archive => ({
  size,
  read: async (target, position) => {
    for (let done = 0; done < target.length; ) {
      const { bytesRead } = await file.read(target, done, target.length - done, position + done)
      if (bytesRead === 0) throw new Error('the file became shorter while it was read')
      done += bytesRead
    }
  },
})

export type EntryReader = {
  /** Paths below the bag's root, with their sizes. */
  readonly sizes: ReadonlyMap<string, number>
  /** The bytes of one entry in pieces; the caller compares their hash with what was verified. */
  readonly pieces: (path: string) => AsyncGenerator<Uint8Array>
}

const pieceSize = 1 << 20

/** Opens a bundle for `work`. Nothing is checked but the directory: verify first. */
export async function withEntries<T>(
  path: string,
  work: (entries: EntryReader) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r')
  try {
    const archive = archiveOn(file, (await file.stat()).size)
    const { entries } = await readDirectory(archive)
    const below = (name: string) => name.slice(name.indexOf('/') + 1)
    const byPath = new Map(entries.map((entry) => [below(entry.name), entry]))
    return await work({
      sizes: new Map([...byPath].map(([name, { size }]) => [name, size])),
      pieces: async function* (wanted) {
        const entry = byPath.get(wanted)
        if (!entry) return
        const start = entry.offset + localSize(Buffer.byteLength(entry.name, 'utf8'))
        for (let done = 0; done < entry.size; ) {
          const piece = Buffer.alloc(Math.min(pieceSize, entry.size - done))
          await archive.read(piece, start + done)
          done += piece.length
          yield piece
        }
      },
    })
  } finally {
    await file.close()
  }
}

/** One small entry whole, or null where there is none. */
export async function wholeEntry(entries: EntryReader, path: string): Promise<Buffer | null> {
  if (!entries.sizes.has(path)) return null
  const pieces: Uint8Array[] = []
  for await (const piece of entries.pieces(path)) pieces.push(piece)
  return Buffer.concat(pieces)
}
