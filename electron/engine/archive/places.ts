/** Where materials could go: slots of applications that take papers of their kinds. */
import type { Parsed } from '../../../shared/contract.ts'
import type { ApplicationState } from '../../../shared/model/application.ts'
import type { OpenPlace } from '../../../shared/model/use.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { packOf } from '../application/pack.ts'
import { allRecords } from '../application/rows.ts'
import type { House } from '../house.ts'
import { rowOf } from './material-rows.ts'

/** Where the papers of an application still lie in the enterprise's own hands. */
const open: readonly ApplicationState[] = ['draft', 'exported', 'returned', 'reserved']

type Held = { readonly application: string; readonly slot: string; readonly held: number }

/** Newest applications first, slots in the order of the list. Throws `material.unknown`. */
export function openPlaces(house: House, input: Parsed<'material.places'>): readonly OpenPlace[] {
  const { db } = house
  const kinds = new Set(input.sha256s.map((sha256) => rowOf(db, sha256).kind))
  const counts = db
    .prepare<[], Held>(
      'SELECT application, slot, count(*) AS held FROM link GROUP BY application, slot',
    )
    .all()
  const held = new Map(counts.map((row) => [`${row.application} ${row.slot}`, row.held]))
  const records = allRecords(db).filter(({ state }) => open.includes(state))
  return records.flatMap(({ id, state, pack_hash, track }) => {
    const pack = packOf(db, pack_hash)
    return slotsOf(pack, track)
      .filter(({ accepts }) => [...kinds].every((kind) => accepts.includes(kind)))
      .map((slot) => ({
        application: id,
        title: pack.title,
        edition: pack.edition,
        state,
        slot: slot.id,
        slotTitle: slot.title,
        held: held.get(`${id} ${slot.id}`) ?? 0,
        min: slot.min,
        max: slot.max ?? null,
      }))
  })
}
