/** The page, bundled by Vite into out/page, with what pdf.js reads beside it. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { replaceFolder } from './replace.mjs'
import { out, root } from './stamp.mjs'

const pdfjs = ['cmaps', 'standard_fonts', 'iccs', 'wasm']

/** pdf.js brings an interpreter for scripts inside PDF files; the page never runs them. */
const isScripting = (file) => /quickjs/i.test(file)

export const makePage = () =>
  replaceFolder(join(out, 'page'), async (outDir) => {
    await build({ configFile: join(root, 'build/vite.config.ts'), build: { outDir } })
    for (const folder of pdfjs)
      cpSync(join(root, 'node_modules/pdfjs-dist', folder), join(outDir, 'pdfjs', folder), {
        recursive: true,
        filter: (file) => !isScripting(file),
      })
  })
