/**
 * Entry of the reading thread. It takes one file at a time and answers with what it says; it opens
 * nothing but that file and its own fonts, and may be killed at any moment.
 */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { keepAllowance } from './allowance.ts'
import { factsOf } from './facts.ts'
import type { Places } from './places.ts'
import { codeReader } from './qr.ts'
import { type About, readDocument } from './read.ts'
import type { Failed } from './reading-thread.ts'

export type Order =
  | { readonly do: 'facts'; readonly path: string; readonly about: About }
  | {
      readonly do: 'preview'
      readonly path: string
      readonly about: About
      readonly page: number
    }

/** `worn`: another thread should take the next order. */
export type Answer = { readonly said: unknown; readonly worn: boolean }

const { pdfjs, zxing } = workerData as Places
/** Whoever waits ends this thread then. */
const stop = () => parentPort?.postMessage({ failed: 'memory' } satisfies Failed)
const allowance = keepAllowance(stop)
const readers = { pdfjs, codes: codeReader(readFileSync(zxing)) }

/** What draws previews is large, and reading facts does without. */
async function perform(order: Order): Promise<unknown> {
  allowance.begin()
  if (order.do === 'facts') return factsOf(await readDocument(order.path, order.about, readers))
  const { readPreview } = await import('./preview.ts')
  return readPreview(order.path, order.about, { page: order.page, assets: pdfjs })
}

parentPort?.on('message', async (order: Order) => {
  const said = await perform(order)
  parentPort?.postMessage({ said, worn: allowance.worn() } satisfies Answer)
})
parentPort?.postMessage('ready')
