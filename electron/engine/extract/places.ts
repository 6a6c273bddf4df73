/**
 * Where the reading thread and what it loads lie: beside the bundled programs, or in the build
 * and the packages where the sources run as they are. The only file here that knows which it is.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type Places = {
  /** The thread's program. */
  readonly entry: string
  /** Folder of pdf.js's character maps, fonts and decoders. */
  readonly pdfjs: string
  /** ZXing's WebAssembly module. */
  readonly zxing: string
}

export function extractPlaces(here = import.meta.dirname): Places {
  const source = join(here, 'worker.ts')
  if (existsSync(source)) {
    const root = join(here, '../../..')
    const packages = join(root, 'node_modules')
    // As it was built, if it was: to run it as it is, every thread compiles the WebAssembly that takes
    // the types out, and V8 does not always survive the end of such a thread (nodejs/node#64500).
    const built = join(root, 'out/extract.cjs')
    return {
      entry: existsSync(built) ? built : source,
      pdfjs: join(packages, 'pdfjs-dist'),
      zxing: join(packages, 'zxing-wasm/dist/reader/zxing_reader.wasm'),
    }
  }
  return {
    entry: join(here, 'extract.cjs'),
    pdfjs: join(here, 'assets/pdfjs'),
    zxing: join(here, 'assets/zxing/zxing_reader.wasm'),
  }
}
