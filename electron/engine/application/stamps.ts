/**
 * Stamped scans of the 申报书: each belongs to the version that was printed, told by the code in the
 * footer. What has changed since is listed; a scan of an older version keeps the application in until
 * it is replaced or a person says why it is used all the same.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Difference, SnapshotBody } from '../../../shared/model/snapshot.ts'
import { isPrinted } from '../../../shared/programme/compare.ts'
import { type MaterialRow, rowOf } from '../archive/material-rows.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { caseOf } from './case.ts'
import { change } from './change.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'
import {
  changesSince,
  dataCode,
  snapshotBody,
  snapshotOf,
  snapshotsOf,
  takeSnapshot,
} from './snapshots.ts'

const printed = (db: Database, application: string) =>
  snapshotsOf(db, application).filter(({ purpose }) => purpose === 'stamp')

/** A version that was printed before is not kept twice. A vault that is only read keeps nothing. */
export function keepPrinted(house: House, id: string, body: SnapshotBody): void {
  const { db } = house
  const [last] = printed(db, id)
  const same = last && JSON.stringify(snapshotBody(db, last.id)) === JSON.stringify(body)
  if (same || house.readOnly) return
  db.transaction(() => {
    const at = house.clock()
    const seq = append(db, at, 'snapshot.take', id, { purpose: 'stamp', code: dataCode(body) })
    takeSnapshot(house, recordOf(db, id), { purpose: 'stamp', seq, at, body })
  })()
}

type Key = { readonly application: string; readonly slot: string; readonly material: number }

const saveScan = (db: Database, key: Key, snapshot: string): void =>
  save(db, 'stamped', { ...key, snapshot, reason: '', name: '', reason_code: '' })

type Came = {
  readonly slot: string
  readonly materials: readonly MaterialRow[]
  readonly seq: number
}

/**
 * Belongs into the change that links the scans: they are taken to be of the version printed last.
 * Where none was printed from here, they are held against the application as it stands.
 */
export function bindScans(house: House, record: ApplicationRecord, came: Came): void {
  const { slot, materials, seq } = came
  if (materials.length === 0) return
  const [last] = printed(house.db, record.id)
  const at = house.clock()
  const snapshot = last?.id ?? takeSnapshot(house, record, { purpose: 'stamp', seq, at })
  for (const material of materials) {
    saveScan(house.db, { application: record.id, slot, material: material.seq }, snapshot)
  }
}

type Held = Key & { readonly snapshot: string }

/** Throws `material.unknown`, `application.link` where no such scan lies in the slot. */
function scanOf(
  { db }: House,
  { id, slot, sha256 }: { readonly id: string; readonly slot: string; readonly sha256: string },
): Held {
  const paper = rowOf(db, sha256)
  const found = db
    .prepare<[string, string, number], Held>(
      `SELECT application, slot, material, snapshot FROM stamped
       WHERE application = ? AND slot = ? AND material = ?`,
    )
    .get(id, slot, paper.seq)
  if (!found) throw new Fault('application.link', { name: paper.name, slot })
  return found
}

/** The scan is of another version than was taken for granted. Throws `snapshot.unknown`. */
export function bindScan(house: House, input: Parsed<'stamp.bind'>): ApplicationView {
  const { db } = house
  const scan = scanOf(house, input)
  const version = snapshotOf(db, input.snapshot)
  if (version.application !== input.id) throw new Fault('snapshot.unknown', { id: version.id })
  const detail = { slot: scan.slot, material: input.sha256, code: version.code }
  return change(house, input.id, 'stamp.bind', detail, () => saveScan(db, scan, version.id))
}

/**
 * Why a scan of an older version is used all the same; said of the application as it stands, and
 * asked again once that changes. An empty reason takes it back.
 */
export function waiveScan(house: House, input: Parsed<'stamp.waive'>): ApplicationView {
  const { db } = house
  const { id, sha256, reason, name } = input
  const scan = scanOf(house, input)
  const detail = { slot: scan.slot, material: sha256, waived: reason !== '' }
  return change(house, id, 'stamp.waive', detail, (record) => {
    const { answers } = caseOf(house, record)
    const code = dataCode({ packHash: record.pack_hash, answers })
    save(db, 'stamped', {
      ...scan,
      reason,
      name: reason === '' ? '' : name,
      reason_code: reason === '' ? '' : code,
    })
  })
}

/** What the printed form shows otherwise than the scan does. */
export function changesOfScan(house: House, input: Parsed<'stamp.changes'>): readonly Difference[] {
  const record = recordOf(house.db, input.id)
  const subject = caseOf(house, record)
  const { snapshot } = scanOf(house, input)
  return changesSince(house.db, snapshot, record, subject).filter((difference) =>
    isPrinted(difference, subject.pack),
  )
}
