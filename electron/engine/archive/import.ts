/**
 * Files into the archive: bytes first, then all rows of a batch in one transaction, then — and only
 * then — the acknowledgement.
 */
import { existsSync, rmSync } from 'node:fs'
import { Fault } from '../../../shared/fault.ts'
import type { ImportReport, ImportResult } from '../../../shared/model/material.ts'
import { isReadable } from '../extract/readable.ts'
import { faultOf } from '../fault-of.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { append } from '../store/log.ts'
import { checkpoint } from '../store/open.ts'
import { blobPath } from '../vault/paths.ts'
import { putAll, type Refusal, type Stored, weightOf } from '../vault/put.ts'
import type { Intake } from './intake.ts'
import { findRow, saveMaterial } from './material-rows.ts'
import { isKind, proposeKind } from './propose-kind.ts'
import { awaitReading } from './unread.ts'

/**
 * Files that are stored at the same time, and the bytes of them that may lie in memory; the rows of
 * the batch before are written meanwhile.
 */
const batchLimits = { files: 64, bytes: 32 * 1024 * 1024 } as const

function* batchesOf(items: readonly Intake[]): Generator<readonly Intake[]> {
  let start = 0
  let weight = 0
  for (let at = 0; at < items.length; at += 1) {
    const next = weightOf(items[at]?.size ?? 0)
    if (at > start && (at - start >= batchLimits.files || weight + next > batchLimits.bytes)) {
      yield items.slice(start, at)
      start = at
      weight = 0
    }
    weight += next
  }
  if (start < items.length) yield items.slice(start)
}

export type ImportOrder = {
  readonly items: readonly Intake[]
  /** Kind for all of them; proposed from each name when absent. */
  readonly kind?: string | undefined
  readonly sample?: boolean
  /** Told of each file the moment it is durable, or refused. */
  readonly settled?: (result: ImportResult) => void
}

function insert(house: House, order: ImportOrder, item: Named, stored: Stored): ImportResult {
  const { db } = house
  const { shown: from } = item
  const { sha256 } = stored
  const held = findRow(db, sha256)
  const now = house.clock()
  if (held && held.deleted_at === null && held.damaged === 0) {
    return { from, outcome: 'same', sha256, as: held.name }
  }
  if (held) {
    append(db, now, 'material.restore', sha256)
    saveMaterial(db, { ...held, deleted_at: null, damaged: 0 })
    return { from, outcome: 'restored', sha256, as: held.name }
  }
  const name = item.name.normalize('NFC')
  const seq = append(db, now, 'material.import', sha256, { name })
  saveMaterial(db, {
    seq,
    ...stored,
    name,
    kind: order.kind ?? proposeKind(name).kind,
    facts: '{}',
    valid_from: null,
    valid_to: null,
    note: '',
    confirmed: order.kind ? 1 : 0,
    damaged: 0,
    sample: order.sample ? 1 : 0,
    imported_at: now.toISOString(),
    deleted_at: null,
  })
  if (!order.sample && isReadable({ name, media: stored.media })) awaitReading(db, seq)
  return { from, outcome: 'imported', sha256 }
}

type Named = { readonly shown: string; readonly name: string }

function refused(from: string, refusal: Refusal): ImportResult {
  if (!(refusal instanceof Fault)) return { from, outcome: 'refused', trouble: refusal.trouble }
  const { code, data } = refusal
  return { from, outcome: code === 'file.litter' ? 'litter' : 'refused', fault: { code, data } }
}

const noRoom = ({ shown }: Intake) => refused(shown, new Fault('disk.full', { name: shown }))

/** What needs no bytes to be settled. */
function settledAtOnce(item: Intake): ImportResult | null {
  if ('refused' in item) return refused(item.shown, item.refused)
  return 'asked' in item ? { from: item.shown, outcome: 'asked', names: item.asked } : null
}

type Outcomes = Awaited<ReturnType<typeof putAll>>

function storeBatch(house: House, batch: readonly Intake[]): Promise<Outcomes> {
  const outcomes = putAll(
    house.dir,
    batch.flatMap((item) => ('source' in item ? [item.source] : [])),
  )
  // It is waited for later, or not at all where the batch before fails.
  outcomes.catch(() => {})
  return outcomes
}

function writeBatch(house: House, order: ImportOrder, batch: readonly Intake[], stored: Outcomes) {
  const outcomes = [...stored]
  const write = house.db.transaction(() =>
    batch.map((item) => {
      if (!('source' in item)) return settledAtOnce(item) as ImportResult
      const outcome = outcomes.shift()
      if (!outcome) throw new RangeError('an outcome for every source')
      if (!('sha256' in outcome)) return refused(item.shown, outcome)
      // Another import may have found it, as stored already, and taken it back since.
      if (!existsSync(blobPath(house.dir, outcome.sha256))) return noRoom(item)
      return insert(house, order, { shown: item.shown, name: item.source.name }, outcome)
    }),
  )
  const results = write()
  for (const result of results) order.settled?.(result)
  return results
}

type Settled = {
  readonly results: readonly ImportResult[]
  /** Files that had been stored were taken away again. */
  readonly gaveBack: boolean
}

/** Files that no row refers to give their room back; in one go, so that no row comes in between. */
function giveBack({ db, dir }: House, stored: Outcomes): void {
  for (const outcome of stored) {
    if (!('sha256' in outcome) || findRow(db, outcome.sha256)) continue
    rmSync(blobPath(dir, outcome.sha256), { force: true })
  }
}

/**
 * The rows of a batch. Where a full disk has no room for them, its files give theirs back and the
 * batch is tried again by halves, so that what fits is kept.
 */
async function settleBatch(
  house: House,
  order: ImportOrder,
  batch: readonly Intake[],
  stored: Outcomes,
): Promise<Settled> {
  try {
    return { results: writeBatch(house, order, batch, stored), gaveBack: false }
  } catch (error) {
    if (faultOf(error)?.code !== 'disk.full') throw error
    giveBack(house, stored)
  }
  if (batch.length === 1) {
    const results = batch.map((item) => settledAtOnce(item) ?? noRoom(item))
    for (const result of results) order.settled?.(result)
    return { results, gaveBack: true }
  }
  const middle = Math.ceil(batch.length / 2)
  const results: ImportResult[] = []
  for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
    const settled = await settleBatch(house, order, half, await storeBatch(house, half))
    results.push(...settled.results)
  }
  return { results, gaveBack: true }
}

export function reportOf(results: readonly ImportResult[]): ImportReport {
  const count = (outcome: ImportResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  return {
    results,
    imported: count('imported'),
    same: count('same') + count('restored'),
    refused: count('refused'),
    asked: count('asked'),
    cancelled: count('cancelled'),
    litter: count('litter'),
  }
}

/**
 * Imports files. Once the job's signal fires, what was settled by then stays, and the rest comes
 * back as cancelled. Throws `vault.readOnly`, and `input.invalid` for an unknown kind.
 */
export async function importFiles(
  house: House,
  order: ImportOrder,
  job: Job,
): Promise<ImportReport> {
  requireWritable(house)
  if (order.kind && !isKind(order.kind)) throw new Fault('input.invalid', { path: 'kind' })
  const { items } = order
  const sizeOf = (some: readonly Intake[]) => some.reduce((sum, { size }) => sum + size, 0)
  const bytes = { done: 0, total: sizeOf(items) }
  const results: ImportResult[] = []
  const batches = [...batchesOf(items)]
  const store = (batch: readonly Intake[] | undefined) =>
    batch && !job.signal.aborted ? storeBatch(house, batch) : null
  let ahead = store(batches[0])
  for (const [at, batch] of batches.entries()) {
    const item = batch[0]?.shown ?? ''
    const { length: total } = items
    const { length: done } = results
    job.progress({ done, total, unit: 'files', item, stage: 'store', bytes: { ...bytes } })
    const stored = await ahead
    if (!stored) break
    ahead = store(batches[at + 1])
    try {
      const settled = await settleBatch(house, order, batch, stored)
      results.push(...settled.results)
      if (settled.gaveBack) {
        // What it found already stored may just have been taken away.
        await ahead
        ahead = store(batches[at + 1])
      }
    } catch (error) {
      // Nothing may still be under way when the vault is closed.
      await ahead?.catch(() => {})
      throw error
    }
    bytes.done += sizeOf(batch)
  }
  checkpoint(house.db)
  const left = items.slice(results.length).map(({ shown }) => shown)
  const cancelled = left.map((from): ImportResult => ({ from, outcome: 'cancelled' }))
  return reportOf([...results, ...cancelled])
}
