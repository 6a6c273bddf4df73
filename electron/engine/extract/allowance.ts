/**
 * The memory that one document may take outside the heap, where nothing bounds a thread: pixels,
 * unpacked streams, what WebAssembly grows by. Large pieces are asked for before they are taken, so
 * that the bound holds however fast a file swells. For the reading thread alone: it changes what the
 * thread's globals mean, and must be in force before a reader is loaded.
 */
import { collector } from './collector.ts'

export const allowanceLimits = {
  /** Bytes of buffers that may live at one time, the file's own among them. */
  bytes: 104 * 1024 * 1024,
  /** Pieces of this size and more are asked for. */
  piece: 256 * 1024,
  /** After so many bytes what nobody holds any more is given back before more is taken. */
  loose: 8 * 1024 * 1024,
  /** WebAssembly gives nothing back: a thread that has grown by so much is worn out. */
  worn: 24 * 1024 * 1024,
} as const

type Buffers = new (...args: readonly unknown[]) => object

/** Names of what holds bytes. */
const arrays = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
] as const

/** Bytes that `new Uint8Array(given)` and its like take; a view of a buffer takes none. */
function bytesOf(given: unknown, each: number): number {
  if (typeof given === 'number') return given * each
  return ArrayBuffer.isView(given) && 'length' in given ? Number(given.length) * each : 0
}

/** `native`, but a new one is asked for first. */
function asking(native: Buffers, ask: (bytes: number) => void): Buffers {
  const each = 'BYTES_PER_ELEMENT' in native ? Number(native.BYTES_PER_ELEMENT) : 1
  const proxy: Buffers = new Proxy(native, {
    construct: (target, args, made) => {
      ask(bytesOf(args[0], each))
      return Reflect.construct(target, args, made === proxy ? target : made) as object
    },
  })
  return proxy
}

type Unpacker = typeof DecompressionStream

/** What these packed bytes hold, in small pieces that are asked for together. */
async function* unpacked(
  native: Unpacker,
  format: CompressionFormat,
  packed: readonly Uint8Array<ArrayBuffer>[],
  ask: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (into) => {
      for (const piece of packed) into.enqueue(piece)
      into.close()
    },
  })
  let waiting = 0
  for await (const piece of source.pipeThrough(new native(format))) {
    waiting += piece.length
    if (waiting > allowanceLimits.piece) {
      ask(waiting)
      waiting = 0
    }
    yield piece
  }
}

/**
 * A stream that unpacks, and puts all out in one piece. It unpacks twice, first to know the size:
 * pieces that are put together at the end would take the memory twice.
 */
const askingUnpacker = (native: Unpacker, ask: (bytes: number) => void): Unpacker =>
  new Proxy(native, {
    construct: (_, [format]: [CompressionFormat]) => {
      const packed: Uint8Array<ArrayBuffer>[] = []
      return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>({
        transform: (piece) => {
          packed.push(piece)
        },
        flush: async (out) => {
          let size = 0
          for await (const piece of unpacked(native, format, packed, ask)) {
            size += piece.length
            if (size > allowanceLimits.bytes) break
          }
          const whole = new Uint8Array(size)
          let at = 0
          for await (const piece of unpacked(native, format, packed, ask)) {
            whole.set(piece, at)
            at += piece.length
          }
          out.enqueue(whole)
        },
      })
    },
  })

/** Where a refusal is no end: pictures can be gone without. */
let tolerant = false
let refused = false

/** Does what may be refused memory without harm, and tells whether it was. */
export async function goingWithout<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly refused: boolean }> {
  tolerant = true
  refused = false
  try {
    const result = await work()
    return { result, refused }
  } finally {
    tolerant = false
  }
}

export type Allowance = {
  /** Gives back what the last document held. */
  readonly begin: () => void
  /** Whether the next document should have another thread. */
  readonly worn: () => boolean
}

/**
 * Puts the allowance in force for everything that this thread runs from now on. `stop` is called
 * where it is gone beyond, because readers may swallow the error.
 */
export function keepAllowance(stop: () => void): Allowance {
  const collect = collector()
  let loose = 0
  let grown = 0
  const fits = (bytes: number) =>
    process.memoryUsage().arrayBuffers + grown + bytes <= allowanceLimits.bytes
  const ask = (bytes: number) => {
    if (bytes < allowanceLimits.piece) return
    loose += bytes
    if (loose > allowanceLimits.loose || !fits(bytes)) {
      collect()
      loose = bytes
    }
    if (fits(bytes)) return
    refused = true
    if (!tolerant) stop()
    throw new RangeError('beyond the allowance')
  }
  const globals = globalThis as unknown as Record<string, Buffers>
  for (const name of arrays) globals[name] = asking(globals[name] as Buffers, ask)
  globalThis.DecompressionStream = askingUnpacker(DecompressionStream, ask)
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function askAndGrow(pages) {
    ask(pages * 65_536)
    const before = grow.call(this, pages)
    grown += pages * 65_536
    return before
  }
  return {
    begin: () => {
      collect()
      loose = 0
    },
    worn: () => grown > allowanceLimits.worn,
  }
}
