/** The bundled faces, prepared where a build would put them. */
import { prepareFonts } from '../../build/fonts.mjs'
import type { FontFolder } from '../../electron/engine/form/fonts.ts'

/** Without the machine's own faces, so that every machine lays out the same pages. */
export async function testFonts(): Promise<FontFolder> {
  return { bundled: await prepareFonts(), system: [] }
}
