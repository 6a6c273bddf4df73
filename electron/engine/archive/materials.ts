/** The archive's services: open, describe, discard and restore a material. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { MaterialUse, MaterialView } from '../../../shared/model/material.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { packOf } from '../application/pack.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { type MaterialRow, rowOf, saveMaterial, toMaterial } from './material-rows.ts'
import { isKind } from './propose-kind.ts'

type UseRow = { application: string; slot: string; pack_hash: string; track: string | null }

function usesOf({ db }: House, seq: number): MaterialUse[] {
  const rows = db
    .prepare<[number], UseRow>(
      `SELECT l.application, l.slot, a.pack_hash, a.track
       FROM link l JOIN application a ON a.id = l.application WHERE l.material = ? ORDER BY a.seq`,
    )
    .all(seq)
  return rows.map(({ application, slot, pack_hash, track }) => {
    const pack = packOf(db, pack_hash)
    const slotTitle = slotsOf(pack, track).find(({ id }) => id === slot)?.title ?? slot
    return { application, title: pack.title, edition: pack.edition, slot, slotTitle }
  })
}

const viewOf = (house: House, row: MaterialRow): MaterialView => ({
  material: toMaterial(row),
  uses: usesOf(house, row.seq),
})

export const openMaterial = (house: House, input: Parsed<'material.open'>): MaterialView =>
  viewOf(house, rowOf(house.db, input.sha256))

function change(house: House, row: MaterialRow, action: string): MaterialView {
  house.db.transaction(() => {
    append(house.db, house.clock(), action, row.sha256)
    saveMaterial(house.db, row)
  })()
  return viewOf(house, row)
}

/** A person's word on a material; what they set is confirmed. Throws `material.unknown`. */
export function describeMaterial(house: House, input: Parsed<'material.describe'>): MaterialView {
  const row = rowOf(house.db, input.sha256)
  if (input.kind !== undefined && !isKind(input.kind)) {
    throw new Fault('input.invalid', { path: 'kind' })
  }
  const facts = Object.entries({ ...JSON.parse(row.facts), ...input.facts })
  const next = {
    ...row,
    name: input.name?.normalize('NFC') ?? row.name,
    kind: input.kind ?? row.kind,
    facts: JSON.stringify(Object.fromEntries(facts.filter(([, value]) => value !== ''))),
    valid_from: input.validFrom === undefined ? row.valid_from : input.validFrom,
    valid_to: input.validTo === undefined ? row.valid_to : input.validTo,
    note: input.note ?? row.note,
    confirmed: 1,
  }
  return change(house, next, 'material.describe')
}

/** To 回收站. Throws `material.inUse` while an application uses it. */
export function discardMaterial(house: House, input: Parsed<'material.discard'>): MaterialView {
  const row = rowOf(house.db, input.sha256)
  const [use] = usesOf(house, row.seq)
  if (use) {
    throw new Fault('material.inUse', { name: row.name, title: use.title, slot: use.slotTitle })
  }
  return change(house, { ...row, deleted_at: house.clock().toISOString() }, 'material.discard')
}

export function restoreMaterial(house: House, input: Parsed<'material.restore'>): MaterialView {
  const row = rowOf(house.db, input.sha256)
  return change(house, { ...row, deleted_at: null }, 'material.restore')
}
