/**
 * Reads the files that go into a bundle: large ones block by block with the next block on its way,
 * small ones whole and some of them ahead. A file that is gone or unreadable is damage to name.
 */
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { Fault } from '../../../shared/fault.ts'

/** Read and write sizes; also the largest file that is read whole. */
export const blockSize = 1 << 20
const ahead = 8

/** What goes into the archive under one name. */
export type Source = {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly from: { readonly file: string } | { readonly bytes: Uint8Array }
}

/** The fault for a file that is not what its hash promised. */
export const damaged = (source: Source, cause?: unknown): Fault =>
  new Fault('material.damaged', { name: source.name.split('/').at(-1) ?? '' }, { cause })

async function whole(source: Source): Promise<Uint8Array | null> {
  if ('bytes' in source.from) return source.from.bytes
  if (source.size > blockSize) return null
  return readFile(source.from.file).catch((cause) => {
    throw damaged(source, cause)
  })
}

/** Every source with its content in order; `null` for those that are too large to hold. */
export async function* inOrder(
  sources: readonly Source[],
): AsyncGenerator<{ readonly source: Source; readonly content: Uint8Array | null }> {
  const reads: Promise<Uint8Array | null>[] = []
  for (const [i, source] of sources.entries()) {
    for (let next = i + reads.length; reads.length <= ahead && next < sources.length; next++) {
      const read = whole(sources[next] as Source)
      // A failure is reported when its turn comes; until then it is nobody's unhandled rejection.
      read.catch(() => {})
      reads.push(read)
    }
    yield { source, content: (await reads.shift()) ?? null }
  }
}

/**
 * Blocks of a large file. A block stays untouched until two further ones have been asked for, so
 * one may still be on its way to the disk while the next is read.
 */
export async function* blocksOf(source: Source): AsyncGenerator<Uint8Array> {
  if ('bytes' in source.from) throw new TypeError('bytes are held whole')
  const file = await open(source.from.file).catch((cause) => {
    throw damaged(source, cause)
  })
  try {
    yield* blocks(file)
  } catch (cause) {
    throw cause instanceof Fault ? cause : damaged(source, cause)
  } finally {
    await file.close()
  }
}

/** Reads until the buffer is full or the file ends. */
async function fill(file: FileHandle, buffer: Buffer): Promise<Uint8Array> {
  let size = 0
  while (size < buffer.length) {
    const { bytesRead } = await file.read(buffer, size, buffer.length - size, null)
    if (bytesRead === 0) break
    size += bytesRead
  }
  return buffer.subarray(0, size)
}

async function* blocks(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffers = [0, 1, 2, 3].map(() => Buffer.allocUnsafeSlow(blockSize))
  const next = (turn: number) => {
    const block = fill(file, buffers[turn % buffers.length] as Buffer)
    block.catch(() => {})
    return block
  }
  let pending = next(0)
  try {
    for (let turn = 1; ; turn++) {
      const block = await pending
      if (block.length === 0) return
      pending = next(turn)
      yield block
    }
  } finally {
    await pending.catch(() => {})
  }
}
