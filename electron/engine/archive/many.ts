/** Changes of many materials at once: one transaction, one line of the log, and a way back. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ManyChanged, ManyMoved, MaterialChange } from '../../../shared/model/catalogue.ts'
import type { Facts } from '../../../shared/model/material.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { type MaterialRow, rowOf, saveMaterial } from './material-rows.ts'
import { isKind } from './propose-kind.ts'

const factsOf = (row: MaterialRow): Facts => JSON.parse(row.facts) as Facts

function changed(row: MaterialRow, change: MaterialChange): MaterialRow {
  if (change.kind !== undefined && !isKind(change.kind)) {
    throw new Fault('input.invalid', { path: 'kind' })
  }
  const facts = Object.entries({ ...factsOf(row), ...change.facts })
  return {
    ...row,
    kind: change.kind ?? row.kind,
    facts: JSON.stringify(Object.fromEntries(facts.filter(([, value]) => value !== ''))),
    note: change.note ?? row.note,
    confirmed: (change.confirmed ?? true) ? 1 : 0,
  }
}

/** The change that leads back to `row` from what `change` makes of it. */
function wayBack(
  row: MaterialRow,
  { sha256, facts = {}, kind, note }: MaterialChange,
): MaterialChange {
  const held = factsOf(row)
  return {
    sha256,
    confirmed: row.confirmed === 1,
    ...(kind === undefined ? {} : { kind: row.kind }),
    ...(note === undefined ? {} : { note: row.note }),
    facts: Object.fromEntries(Object.keys(facts).map((key) => [key, held[key] ?? ''])),
  }
}

/**
 * A person's word on many materials; what they set is confirmed unless they say otherwise.
 * Throws `material.unknown`, `input.invalid` for an unknown kind; then nothing is changed.
 */
export function describeMany(house: House, input: Parsed<'material.describeMany'>): ManyChanged {
  const { db } = house
  return db.transaction(() => {
    const rows = input.changes.map((change) => ({ change, row: rowOf(db, change.sha256) }))
    const seqs = rows.map(({ row }) => row.seq)
    append(db, house.clock(), 'material.describeMany', String(seqs.length), { seqs })
    // A material that is named twice is changed twice, and led back in the opposite order.
    const before = rows.map(({ change }) => {
      const row = rowOf(db, change.sha256)
      saveMaterial(db, changed(row, change))
      return wayBack(row, change)
    })
    return { before: before.reverse() }
  })()
}

function moveMany(
  house: House,
  sha256s: readonly string[],
  action: string,
  move: (row: MaterialRow) => MaterialRow | null,
): ManyMoved {
  const { db } = house
  return db.transaction(() => {
    const rows = [...new Set(sha256s)].map((sha256) => rowOf(db, sha256))
    const moves = rows.map((row) => ({ row, next: move(row) }))
    const seqs = moves.flatMap(({ row, next }) => (next ? [row.seq] : []))
    if (seqs.length > 0) append(db, house.clock(), action, String(seqs.length), { seqs })
    for (const { next } of moves) if (next) saveMaterial(db, next)
    return {
      moved: moves.flatMap(({ row, next }) => (next ? [row.sha256] : [])),
      kept: moves.flatMap(({ row, next }) =>
        next ? [] : [{ sha256: row.sha256, name: row.name }],
      ),
    }
  })()
}

/** To 回收站, all but those that an application uses. Throws `material.unknown`. */
export function discardMany(house: House, input: Parsed<'material.discardMany'>): ManyMoved {
  const used = house.db
    .prepare<[number], number>('SELECT 1 FROM link WHERE material = ? LIMIT 1')
    .pluck()
  const at = house.clock().toISOString()
  return moveMany(house, input.sha256s, 'material.discardMany', (row) =>
    used.get(row.seq) ? null : { ...row, deleted_at: row.deleted_at ?? at },
  )
}

export const restoreMany = (house: House, input: Parsed<'material.restoreMany'>): ManyMoved =>
  moveMany(house, input.sha256s, 'material.restoreMany', (row) => ({ ...row, deleted_at: null }))
