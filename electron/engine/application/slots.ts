/** Papers into slots, and 不适用 with its reason. */
import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView, AttachedView } from '../../../shared/model/application.ts'
import type { ImportResult } from '../../../shared/model/material.ts'
import type { Slot } from '../../../shared/programme/pack.ts'
import { refuseClaimed } from '../archive/claims.ts'
import { gather } from '../archive/gather.ts'
import { importFiles } from '../archive/import.ts'
import { asFiles } from '../archive/intake.ts'
import { type MaterialRow, rowOf, saveMaterial } from '../archive/material-rows.ts'
import { readImported } from '../archive/read-facts.ts'
import type { House, Job } from '../house.ts'
import { save } from '../store/rows.ts'
import { change, slotOf } from './change.ts'
import { bindScans } from './stamps.ts'
import { bindStatementScans } from './statement-scans.ts'
import { viewOf } from './view.ts'

/** `application.attach` with its handles resolved. */
export type Attach = Omit<Parsed<'application.attach'>, 'files'> & {
  readonly paths: readonly string[]
}

type Brought = { readonly came: readonly string[]; readonly refused: readonly ImportResult[] }

/** A file that comes alone is told by its fault, like everything that is asked for alone. */
async function bringIn(house: House, paths: readonly string[], job: Job): Promise<Brought> {
  if (paths.length === 0) return { came: [], refused: [] }
  const items = asFiles(house.dir, await gather(paths))
  const { results } = await importFiles(house, { items }, job)
  if (job.signal.aborted) throw new Fault('job.cancelled')
  if (results.length === 0) throw new Fault('folder.empty', { name: basename(paths[0] ?? '') })
  const refused = results.filter(({ sha256 }) => sha256 === undefined)
  const [{ fault } = {}] = refused
  if (results.length === 1 && fault) throw new Fault(fault.code as Fault['code'], fault.data)
  await readImported(house, results, job)
  return { came: results.flatMap(({ sha256 }) => sha256 ?? []), refused }
}

/**
 * A slot that takes a single kind tells what an unconfirmed paper is meant to be; not one that
 * stands in a place already, which has told it first.
 */
function meantAs(db: Database, slot: Slot, row: MaterialRow): MaterialRow {
  const [only, ...others] = slot.accepts
  const told = only !== undefined && others.length === 0 && row.confirmed === 0
  if (!told || row.kind === only) return row
  const used = db.prepare('SELECT 1 FROM link WHERE material = ?').get(row.seq) !== undefined
  return used ? row : { ...row, kind: only }
}

/**
 * Links files (imported first) and materials of the archive to a slot, which is then asked for,
 * whatever was said of it before: 不适用 is taken back. Files that cannot be imported are told one by
 * one with their reasons, and the others linked; a single one throws its fault, an empty folder
 * `folder.empty`. Throws `invoice.claimed` for an invoice that another application holds; then
 * nothing is linked, and what came in stays in the archive.
 */
export async function attach(house: House, input: Attach, job: Job): Promise<AttachedView> {
  const slot = slotOf(house, input.id, input.slot)
  const { came, refused } = await bringIn(house, input.paths, job)
  const wanted = [...new Set([...came, ...input.materials])]
  const told = { came: came.length, refused }
  if (wanted.length === 0) return { ...viewOf(house, input.id), ...told }
  const { db } = house
  const materials = wanted.map((sha256) => {
    const row = rowOf(db, sha256)
    if (row.deleted_at !== null) throw new Fault('material.deleted', { name: row.name })
    return row
  })
  const detail = { slot: slot.id, materials: wanted }
  const view = change(house, input.id, 'application.attach', detail, (record, seq) => {
    const { id } = record
    const held = db
      .prepare<[string, string], { material: number; position: number }>(
        'SELECT material, position FROM link WHERE application = ? AND slot = ?',
      )
      .all(id, slot.id)
    const fresh = materials
      .filter((row) => !held.some(({ material }) => material === row.seq))
      .map((row) => meantAs(db, slot, row))
    refuseClaimed(db, id, fresh)
    const start = Math.max(0, ...held.map(({ position }) => position))
    for (const [at, row] of fresh.entries()) {
      if (!materials.includes(row)) saveMaterial(db, row)
      save(db, 'link', {
        application: id,
        slot: slot.id,
        material: row.seq,
        position: start + at + 1,
      })
    }
    if (fresh.length > 0) unwaive(db, id, slot.id)
    if (slot.form) bindScans(house, record, { slot: slot.id, materials: fresh, seq })
    const hashes = fresh.map((row) => row.sha256)
    bindStatementScans(house, record, slot.id, hashes)
  })
  return { ...view, ...told }
}

/** 不适用 with its reason; an empty reason takes it back. Throws `application.slot`. */
export function waive(house: House, input: Parsed<'application.waive'>): ApplicationView {
  const { db } = house
  const { id: slot } = slotOf(house, input.id, input.slot)
  return change(house, input.id, 'application.waive', { slot }, ({ id }) => {
    if (input.reason) save(db, 'waiver', { application: id, slot, reason: input.reason })
    else unwaive(db, id, slot)
  })
}

const unwaive = (db: Database, id: string, slot: string) =>
  db.prepare('DELETE FROM waiver WHERE application = ? AND slot = ?').run(id, slot)
