/**
 * An import as a person means it: folders and ZIPs opened, everything stored and acknowledged, then
 * read, and each file told with what became of it, what it was taken for and what it carries.
 */
import { dirname } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import type { ImportReport, ImportResult } from '../../../shared/model/material.ts'
import type { House, Job } from '../house.ts'
import { gather } from './gather.ts'
import { importFiles, reportOf } from './import.ts'
import { openingZips } from './intake.ts'
import { proposeKind } from './propose-kind.ts'
import { type ReadAs, readImported, readLeft } from './read-facts.ts'

export type TakeIn = Omit<Parsed<'material.import'>, 'files'> & {
  readonly paths: readonly string[]
  /** What reports call a picked path; its last part when absent. */
  readonly shownAs?: (path: string) => string
  readonly settled?: (result: ImportResult) => void
}

/** What was read of each file joins its result; what nobody could read goes by its name. */
const withReadings = (
  results: readonly ImportResult[],
  read: ReadonlyMap<string, ReadAs>,
): ImportResult[] =>
  results.map((result) => {
    const found = read.get(result.sha256 ?? '')
    if (found) return { ...result, ...found }
    if (result.outcome !== 'imported') return result
    const { kind, reason } = proposeKind(result.from.split(/[\\/]/).at(-1) ?? '')
    return { ...result, kind, reason, marks: [] }
  })

/** By its own name, or by that of an archive or folder around it. */
function isAmong(wanted: ReadonlySet<string>, shown: string): boolean {
  if (wanted.has(shown)) return true
  const around = dirname(shown)
  return around !== shown && around !== '.' && isAmong(wanted, around)
}

/** Throws what `importFiles` throws. A cancelled import answers with what was done and what was not. */
export async function takeIn(house: House, input: TakeIn, job: Job): Promise<ImportReport> {
  const { paths, shownAs, settled, kind, names, only } = input
  const all = await openingZips(house.dir, await gather(paths, shownAs), names)
  const wanted = only && new Set(only)
  const items = wanted ? all.filter(({ shown }) => isAmong(wanted, shown)) : all
  const order = { items, kind, ...(settled ? { settled } : {}) }
  const { results } = await importFiles(house, order, job)
  const read = await readImported(house, results, job)
  await readLeft(house, job)
  return reportOf(withReadings(results, read))
}
