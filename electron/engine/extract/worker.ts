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

export type Order = { readonly do: 'facts'; readonly path: string; readonly about: About }

const { pdfjs, zxing } = workerData as Places
const readers = { pdfjs, codes: codeReader(readFileSync(zxing)) }

parentPort?.on('message', async ({ path, about }: Order) => {
  parentPort?.postMessage(factsOf(await readDocument(path, about, readers)))
})
parentPort?.postMessage('ready')
