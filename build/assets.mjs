/**
 * out/assets: what is shipped read-only beside the programs — packs, fonts, icons, sample, and what
 * the reader of documents loads.
 */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFolder } from './replace.mjs'
import { out, root } from './stamp.mjs'

const packages = join(root, 'node_modules')

/** pdf.js brings an interpreter for scripts inside PDF files; it is never shipped to the engine. */
const isScripting = (file) => /quickjs/i.test(file)

const copyReaders = (folder) => {
  for (const each of ['cmaps', 'standard_fonts', 'iccs', 'wasm'])
    cpSync(join(packages, 'pdfjs-dist', each), join(folder, 'pdfjs', each), {
      recursive: true,
      filter: (file) => !isScripting(file),
    })
  const wasm = 'zxing_reader.wasm'
  cpSync(join(packages, 'zxing-wasm/dist/reader', wasm), join(folder, 'zxing', wasm))
}

export const makeAssets = () =>
  replaceFolder(join(out, 'assets'), async (folder) => {
    cpSync(join(root, 'assets'), folder, { recursive: true })
    copyReaders(folder)
    if (!existsSync(join(root, 'build/fonts.mjs'))) return
    const { prepareFonts } = await import('./fonts.mjs')
    await prepareFonts(join(folder, 'fonts'))
  })
