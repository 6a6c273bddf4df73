/** One reading thread for a test file, and readings in the form that tests compare. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Extractor, openExtractor } from '../../electron/engine/extract/extract.ts'
import type { ReadingLimits } from '../../electron/engine/extract/reading-thread.ts'
import { mediaOf } from '../../electron/engine/vault/media.ts'
import type { Extraction } from '../../shared/model/extraction.ts'
import { tempFolder } from './house.ts'

const never = new AbortController().signal

/** Slow machines must not turn a test of content into one of speed. */
const patient: ReadingLimits = {
  time: 60_000,
  heap: 256,
  process: 4096,
  growth: 4096,
  documents: 1000,
}

/** What the example invoices say, in whatever layout they are written. */
export const invoiceValues = {
  number: '25322000000012345678',
  issuedOn: '2025-03-09',
  buyer: '江苏云樾精密制造有限公司（示例）',
  buyerTaxId: '91320400EXAMPLE11R',
  seller: '苏州云栈工业软件有限公司（示例）',
  sellerTaxId: '91320500EXAMPLE2XN',
  net: '1000.00',
  tax: '130.00',
  amount: '1130.00',
}

export type Reader = (name: string, bytes: string | Uint8Array) => Promise<Extraction>

/** Reads bytes as the vault would, under a name. */
export function reader(limits: ReadingLimits = patient): Reader {
  let extractor: Extractor
  beforeAll(() => {
    extractor = openExtractor(limits)
  })
  afterAll(() => extractor.close())
  return (name, bytes) => {
    const path = join(tempFolder(), basename(name))
    writeFileSync(path, bytes)
    const data = Buffer.from(bytes)
    const about = { name, media: mediaOf(data, name), size: data.length }
    return extractor.extract(path, about, never)
  }
}

export const valuesOf = ({ facts }: Extraction): Record<string, string> =>
  Object.fromEntries(facts.map(({ key, value }) => [key, value]))

export const sourcesOf = ({ facts }: Extraction): Record<string, string> =>
  Object.fromEntries(facts.map(({ key, source }) => [key, source]))

export const doubtsOf = ({ doubts }: Extraction): string[] =>
  doubts.map(({ code, fact }) => `${code} ${fact}`)
