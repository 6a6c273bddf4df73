/** out/assets: what is shipped read-only beside the programs — packs, fonts, icons, sample. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFolder } from './replace.mjs'
import { out, root } from './stamp.mjs'

export const makeAssets = () =>
  replaceFolder(join(out, 'assets'), async (folder) => {
    cpSync(join(root, 'assets'), folder, { recursive: true })
    if (!existsSync(join(root, 'build/fonts.mjs'))) return
    const { prepareFonts } = await import('./fonts.mjs')
    await prepareFonts(join(folder, 'fonts'))
  })
