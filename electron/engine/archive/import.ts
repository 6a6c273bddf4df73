/**
 * Files into the archive: bytes first, then all rows of a batch in one transaction, then — and only
 * then — the acknowledgement.
 */
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { ImportReport, ImportResult } from '../../../shared/model/material.ts'
import { faultOf } from '../fault-of.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { append } from '../store/log.ts'
import { checkpoint } from '../store/open.ts'
import { putFiles, type Stored } from '../vault/put.ts'
import type { Gathered } from './gather.ts'
import { findRow, saveMaterial } from './material-rows.ts'
import { isKind, proposeKind } from './propose-kind.ts'

const batchSize = 16

export type ImportOrder = {
  readonly files: readonly Gathered[]
  /** Kind for all of them; proposed from each name when absent. */
  readonly kind?: string | undefined
  readonly sample?: boolean
  /** Told of each file the moment it is durable, or refused. */
  readonly settled?: (result: ImportResult) => void
}

function insert(house: House, order: ImportOrder, file: Gathered, stored: Stored): ImportResult {
  const { db } = house
  const { shown: from } = file
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
  const name = basename(file.path).normalize('NFC')
  const seq = append(db, now, 'material.import', sha256, { name })
  saveMaterial(db, {
    seq,
    ...stored,
    name,
    kind: order.kind ?? proposeKind(name),
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
  return { from, outcome: 'imported', sha256 }
}

const refused = (file: Gathered, { code, data }: Fault): ImportResult => ({
  from: file.shown,
  outcome: 'refused',
  fault: { code, data },
})

async function importBatch(house: House, order: ImportOrder, batch: readonly Gathered[]) {
  const outcomes = await putFiles(
    house.dir,
    batch.map((file) => file.path),
  )
  const write = house.db.transaction(() =>
    batch.map((file, at) => {
      const outcome = outcomes[at]
      if (!outcome) throw new RangeError('an outcome for every file')
      return outcome instanceof Fault ? refused(file, outcome) : insert(house, order, file, outcome)
    }),
  )
  const results = (() => {
    try {
      return write()
    } catch (error) {
      // No row was written: the stored files of this batch are nobody's, and the next start's sweep
      // takes them.
      if (faultOf(error)?.code !== 'disk.full') throw error
      return batch.map((file) =>
        refused(file, new Fault('disk.full', { name: basename(file.path) })),
      )
    }
  })()
  for (const result of results) order.settled?.(result)
  return results
}

/**
 * Imports files. Throws `vault.readOnly`, `input.invalid` for an unknown kind, and `job.cancelled`
 * between batches (what was settled by then stays).
 */
export async function importFiles(
  house: House,
  order: ImportOrder,
  job: Job,
): Promise<ImportReport> {
  requireWritable(house)
  if (order.kind && !isKind(order.kind)) throw new Fault('input.invalid', { path: 'kind' })
  const { files } = order
  const results: ImportResult[] = []
  for (let start = 0; start < files.length; start += batchSize) {
    if (job.signal.aborted) throw new Fault('job.cancelled')
    const batch = files.slice(start, start + batchSize)
    job.progress({ done: start, total: files.length, unit: 'files', item: batch[0]?.shown ?? '' })
    results.push(...(await importBatch(house, order, batch)))
  }
  checkpoint(house.db)
  const count = (outcome: ImportResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  return {
    results,
    imported: count('imported'),
    same: count('same') + count('restored'),
    refused: count('refused'),
  }
}
