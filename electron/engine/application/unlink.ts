/**
 * Papers out of their slots, and back as they were: at their place among the others, which the
 * numbers of the uploads follow, with what had been said of them there.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView, DetachedView, Unlinked } from '../../../shared/model/application.ts'
import { refuseClaimed } from '../archive/claims.ts'
import { rowOf } from '../archive/material-rows.ts'
import { daySaid } from '../day-said.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change, slotOf } from './change.ts'
import { recordOf } from './rows.ts'
import { snapshotOf } from './snapshots.ts'
import { rebindStatementScan, scanWordings, unbindStatementScan } from './statement-scans.ts'

type Key = { readonly application: string; readonly slot: string; readonly material: number }
type Place = [application: string, slot: string, material: number]

const placeOf = ({ application, slot, material }: Key): Place => [application, slot, material]
const here = 'WHERE application = ? AND slot = ? AND material = ?'

/** What the rows of a link hold; null where there is none. */
function linkAt(db: Database, key: Key): Omit<Unlinked, 'wordings'> | null {
  const place = placeOf(key)
  const position = db
    .prepare<Place, number>(`SELECT position FROM link ${here}`)
    .pluck()
    .get(...place)
  if (position === undefined) return null
  const ticks = db
    .prepare<Place, Unlinked['ticks'][number]>(
      `SELECT point, name, day AS "on" FROM tick ${here} ORDER BY point`,
    )
    .all(...place)
  const scan = db
    .prepare<Place, NonNullable<Unlinked['scan']>>(
      `SELECT snapshot, reason, name, reason_code AS code FROM stamped ${here}`,
    )
    .get(...place)
  return { position, ticks, scan: scan ?? null }
}

/**
 * Takes a paper out of a slot and tells what stood there. Throws `application.slot`, and
 * `application.link` when it is not in that slot.
 */
export function detach(house: House, input: Parsed<'application.detach'>): DetachedView {
  const { db } = house
  const slot = slotOf(house, input.id, input.slot)
  const { seq: material, name, sha256 } = rowOf(db, input.sha256)
  const key = { application: input.id, slot: slot.id, material }
  const held = linkAt(db, key)
  if (!held) throw new Fault('application.link', { name, slot: slot.title })
  const detail = { slot: slot.id, material: sha256 }
  const wordings = scanWordings(house, recordOf(db, input.id), slot.id, sha256)
  const view = change(house, input.id, 'application.detach', detail, (record) => {
    unbindStatementScan(house, record, slot.id, sha256)
    for (const table of ['link', 'tick', 'stamped']) {
      db.prepare<Place>(`DELETE FROM ${table} ${here}`).run(...placeOf(key))
    }
  })
  return { ...view, taken: { ...held, wordings } }
}

type LinkRow = Key & { readonly position: number }

/** Where another paper has come into the place meanwhile, it and what follows move on by one. */
function makeRoom(db: Database, { application, slot, material, position }: LinkRow): void {
  const others = db
    .prepare<[string, string, number, number], LinkRow>(
      `SELECT application, slot, material, position FROM link
       WHERE application = ? AND slot = ? AND material <> ? AND position >= ?`,
    )
    .all(application, slot, material, position)
  if (!others.some((other) => other.position === position)) return
  for (const other of others) save(db, 'link', { ...other, position: other.position + 1 })
}

/**
 * Puts a paper back as `detach` has told that it stood. What its pack no longer asks for is left out.
 * Throws `application.slot`, `material.deleted`, `invoice.claimed`, `snapshot.unknown`.
 */
export function putBack(house: House, input: Parsed<'application.putBack'>): ApplicationView {
  const { db } = house
  const { position, ticks, scan, wordings } = input.taken
  const slot = slotOf(house, input.id, input.slot)
  const row = rowOf(db, input.sha256)
  if (row.deleted_at !== null) throw new Fault('material.deleted', { name: row.name })
  if (scan && snapshotOf(db, scan.snapshot).application !== input.id) {
    throw new Fault('snapshot.unknown', { id: scan.snapshot })
  }
  const key = { application: input.id, slot: slot.id, material: row.seq }
  const detail = { slot: slot.id, material: row.sha256, position }
  return change(house, input.id, 'application.putBack', detail, (record) => {
    refuseClaimed(db, input.id, [row])
    makeRoom(db, { ...key, position })
    save(db, 'link', { ...key, position })
    for (const { point, name, on } of ticks.filter(({ point }) => slot.inside.includes(point))) {
      save(db, 'tick', { ...key, point, name, day: daySaid(house, on) })
    }
    rebindStatementScan(house, record, { slot: slot.id, paper: row.sha256 }, wordings)
    if (scan && slot.form) {
      const { snapshot, reason, name, code } = scan
      save(db, 'stamped', { ...key, snapshot, reason, name, reason_code: code })
    }
  })
}
