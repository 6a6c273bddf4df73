/** The product in the Chromium host, with the engine in this process. */
import { join } from 'node:path'
import { findBrowser } from '../../build/browsers.mjs'
import { openChromium } from '../../electron/host/chromium.ts'
import type { Answers, Opened, OpenOptions } from './app.ts'

const out = join(import.meta.dirname, '../../out')

export const openInChromium = async (
  { config, page: built, clock }: OpenOptions & { readonly config: string },
  answers: Answers,
): Promise<Opened> => {
  const executable = findBrowser()
  if (!executable) throw new Error('no Chromium, Chrome or Edge on this machine')
  const shown: string[] = []
  const host = await openChromium({
    page: built ?? join(out, 'page'),
    assets: join(out, 'assets'),
    config,
    version: '0.1.0',
    executable,
    headless: true,
    dialogs: {
      folder: async () => answers.folder.shift() ?? null,
      save: async () => answers.save.shift() ?? null,
      reveal: async (path) => void shown.push(`reveal ${path}`),
      open: async (path) => void shown.push(`open ${path}`),
    },
    ...(clock && { clock }),
  })
  host.page.on('filechooser', (chooser) => chooser.setFiles([...(answers.files.shift() ?? [])]))
  return { page: host.page, shown, processId: process.pid, close: host.close }
}
