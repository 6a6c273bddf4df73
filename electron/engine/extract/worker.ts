/**
 * Entry of the reading thread. It takes one file at a time and answers with what it says; it opens
 * nothing but that file and its own fonts, and may be killed at any moment.
 */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { factsOf } from './facts.ts'
import type { Places } from './places.ts'
import { codeReader } from './qr.ts'
import { type About, readDocument } from './read.ts'

export type Order =
  | { readonly do: 'facts'; readonly path: string; readonly about: About }
  | {
      readonly do: 'preview'
      readonly path: string
      readonly about: About
      readonly page: number
    }

const { pdfjs, zxing } = workerData as Places
const readers = { pdfjs, codes: codeReader(readFileSync(zxing)) }

/** What draws previews is large, and reading facts does without. */
async function perform(order: Order): Promise<unknown> {
  if (order.do === 'facts') return factsOf(await readDocument(order.path, order.about, readers))
  const { readPreview } = await import('./preview.ts')
  return readPreview(order.path, order.about, { page: order.page, assets: pdfjs })
}

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await perform(order))
})
parentPort?.postMessage('ready')
