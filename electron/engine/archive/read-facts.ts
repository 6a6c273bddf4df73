/**
 * Puts what a machine reads out of materials beside them, as proposals: kind, facts and validity of
 * what nobody has confirmed, with sources and doubts kept apart. It comes after the acknowledgement
 * of an import, never before, and never changes what a person has said.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Extraction, Reading } from '../../../shared/model/extraction.ts'
import type { Facts, ImportResult, MaterialReading } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { openExtractor } from '../extract/extract.ts'
import { isReadable } from '../extract/readable.ts'
import type { House, Job } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { blobPath } from '../vault/paths.ts'
import { checkedOf } from './checked.ts'
import { type MaterialRow, rowOf, saveMaterial, toMaterial } from './material-rows.ts'
import { reasonFor } from './propose-kind.ts'
import { countTry, endWait, forgetTries, leftUnread, unreadAmong } from './unread.ts'

/** Readings that are written in one transaction. */
const batchSize = 16

/** Kinds that a title shows only roughly: a more special one told by the file's name stays. */
const rough = ['certificate', 'policy', 'test-report']

function kindOf(row: MaterialRow, reading: Extraction): string {
  if (row.confirmed === 1 || reading.kind === null) return row.kind
  return rough.includes(reading.kind) && row.kind !== 'other' ? row.kind : reading.kind
}

/** What a file was taken for in an import, and what it carries. */
export type ReadAs = Required<Pick<ImportResult, 'kind' | 'reason' | 'marks'>> &
  Pick<ImportResult, 'trouble'>

function readAs(row: MaterialRow, reading: Extraction): ReadAs {
  const { marks, trouble } = reading
  const kind = kindOf(row, reading)
  const shown = reading.kindBy !== null && kind === reading.kind
  const reason = shown || row.confirmed === 0 ? reasonFor(kind, row.name, reading) : null
  return { kind, reason, marks, ...(trouble ? { trouble } : {}) }
}

/** Facts that the kind has a place for. */
function factsFor(kind: string, reading: Extraction): Facts {
  const keys = materialKinds.find(({ id }) => id === kind)?.facts.map(({ key }) => key) ?? []
  const known = reading.facts.filter(({ key }) => keys.includes(key))
  return Object.fromEntries(known.map(({ key, value }) => [key, value]))
}

/** Nobody has said anything but perhaps the kind. */
const isOpen = (row: MaterialRow): boolean =>
  row.confirmed === 0 || (row.facts === '{}' && row.valid_from === null && row.valid_to === null)

/** What a person has checked stays as they left it, even where they took a fact away. */
function propose(row: MaterialRow, reading: Extraction, checked: readonly string[]): MaterialRow {
  const free = (key: string) => !checked.includes(key)
  const kind = free('kind') ? kindOf(row, reading) : row.kind
  const read = Object.entries(factsFor(kind, reading)).filter(([key]) => free(key))
  const validFrom = free('validFrom') ? reading.validFrom : null
  const validTo = free('validTo') ? reading.validTo : null
  const found = read.length > 0 || validTo !== null
  return {
    ...row,
    kind,
    facts: JSON.stringify({ ...(JSON.parse(row.facts) as Facts), ...Object.fromEntries(read) }),
    valid_from: validFrom ?? row.valid_from,
    valid_to: validTo ?? row.valid_to,
    confirmed: found ? 0 : row.confirmed,
  }
}

function keep(house: House, seq: number, reading: Extraction): void {
  const at = house.clock().toISOString()
  save(house.db, 'extraction', { material: seq, body: JSON.stringify(reading), at })
}

const isEmpty = ({ kind, facts, marks, trouble, pages, text }: Extraction): boolean =>
  kind === null && facts.length + marks.length === 0 && !trouble && pages === null && text === ''

/** Writes a batch of readings; what was said of a material in the meantime counts. */
function write(house: House, readings: ReadonlyMap<string, Extraction>): void {
  house.db.transaction(() => {
    for (const [sha256, reading] of readings) {
      const row = rowOf(house.db, sha256)
      endWait(house.db, row.seq)
      if (isEmpty(reading)) continue
      append(house.db, house.clock(), 'material.read', sha256)
      keep(house, row.seq, reading)
      // Saved even when unchanged: what finds materials takes the text from the reading kept above.
      const checked = checkedOf(house.db, row.seq)
      saveMaterial(house.db, isOpen(row) ? propose(row, reading, checked) : row)
    }
  })()
}

/**
 * Reads these materials, and tells of each as it was read. Throws `vault.readOnly`, `material.unknown`, and `job.cancelled` (what was
 * written by then stays).
 */
export async function readFacts(
  house: House,
  sha256s: readonly string[],
  job: Job,
  told: (sha256: string, read: ReadAs) => void = () => {},
): Promise<void> {
  if (house.readOnly) throw new Fault('vault.readOnly')
  const rows = sha256s.map((sha256) => rowOf(house.db, sha256)).filter(isReadable)
  let batch = new Map<string, Extraction>()
  const flush = () => {
    if (batch.size > 0) write(house, batch)
    batch = new Map()
  }
  const extractor = openExtractor()
  try {
    for (const [done, row] of rows.entries()) {
      const { length: total } = rows
      job.progress({ done, total, unit: 'files', item: row.name, stage: 'read' })
      const path = blobPath(house.dir, row.sha256)
      const reading = await extractor.extract(path, row, job.signal)
      told(row.sha256, readAs(row, reading))
      batch.set(row.sha256, reading)
      if (batch.size >= batchSize) flush()
    }
  } finally {
    flush()
    await extractor.close()
  }
}

/** What was read out of a material, or null where nothing has been. */
export function readingOf({ db }: Pick<House, 'db'>, seq: number): Reading | null {
  const body = db
    .prepare<[number], string>('SELECT body FROM extraction WHERE material = ?')
    .pluck()
    .get(seq)
  if (body === undefined) return null
  const { text: _, ...reading } = JSON.parse(body) as Extraction
  return reading
}

/** Reads one material again and shows what came of it. Throws `material.unknown`. */
export async function readMaterial(
  house: House,
  { sha256 }: Parsed<'material.facts'>,
  job: Job,
): Promise<MaterialReading> {
  await readFacts(house, [sha256], job)
  const row = rowOf(house.db, sha256)
  return { material: toMaterial(row), reading: readingOf(house, row.seq) }
}

/** As `readFacts`, but a cancelled reading is no failure: what was not read waits. */
async function readWaiting(house: House, sha256s: readonly string[], job: Job) {
  const read = new Map<string, ReadAs>()
  try {
    await readFacts(house, sha256s, job, (sha256, as) => read.set(sha256, as))
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'job.cancelled')) throw error
  }
  return read
}

/**
 * Facts of files that have just come in, and of those that came in before and were never read. A
 * cancelled reading leaves the import as it is.
 */
export const readImported = (
  house: House,
  results: readonly ImportResult[],
  job: Job,
): Promise<ReadonlyMap<string, ReadAs>> => {
  const came = results.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256]))
  return readWaiting(house, unreadAmong(house.db, came), job)
}

/** Reads what earlier imports, cancelled or killed, have left unread. */
export async function readLeft(house: House, job: Job): Promise<void> {
  const left = leftUnread(house.db)
  if (left.length === 0) return
  countTry(house.db)
  await readWaiting(house, left, job)
  forgetTries(house.db)
}
