/** Changes of many materials at once: one transaction, one line of the log, and a way back. */
import type { Parsed } from '../../../shared/contract.ts'
import type { ManyChanged, ManyMoved, MaterialChange } from '../../../shared/model/catalogue.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Facts } from '../../../shared/model/material.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { checkedOf, setChecked } from './checked.ts'
import { filingOf, saveFiling } from './filing.ts'
import { type MaterialRow, rowOf, saveMaterial } from './material-rows.ts'
import { confirmedBy, worded } from './materials.ts'

const factsOf = (row: MaterialRow): Facts => JSON.parse(row.facts) as Facts

/** Where the original lies and its tags, as the change leaves them; null where it says nothing. */
function filed(
  held: Filing,
  { filing, addTags = [], dropTags = [] }: MaterialChange,
): Filing | null {
  if (!filing && addTags.length + dropTags.length === 0) return null
  const tags = [...(filing?.tags ?? held.tags), ...addTags]
  return { ...held, ...filing, tags: tags.filter((each) => !dropTags.includes(each)) }
}

function confirmed(house: House, row: MaterialRow, change: MaterialChange): MaterialRow {
  if (change.checked) {
    setChecked(house.db, row.seq, change.checked, todayInChina(house.clock()))
  }
  if (change.confirmed !== undefined) return { ...row, confirmed: change.confirmed ? 1 : 0 }
  return confirmedBy(house, row, change)
}

/** The change that leads back to `row` from what `change` makes of it. */
function wayBack(
  { db }: House,
  row: MaterialRow,
  { sha256, facts = {}, kind, note, validFrom, validTo, ...rest }: MaterialChange,
): MaterialChange {
  const held = factsOf(row)
  const { cabinet, number, tags } = filingOf(db, row.seq)
  const moved = rest.filing || rest.addTags || rest.dropTags
  return {
    sha256,
    confirmed: row.confirmed === 1,
    checked: checkedOf(db, row.seq),
    ...(kind === undefined ? {} : { kind: row.kind }),
    ...(note === undefined ? {} : { note: row.note }),
    ...(validFrom === undefined ? {} : { validFrom: row.valid_from }),
    ...(validTo === undefined ? {} : { validTo: row.valid_to }),
    ...(moved ? { filing: { cabinet, number, tags: [...tags] } } : {}),
    facts: Object.fromEntries(Object.keys(facts).map((key) => [key, held[key] ?? ''])),
  }
}

function apply(house: House, row: MaterialRow, change: MaterialChange): void {
  const filing = filed(filingOf(house.db, row.seq), change)
  if (filing) saveFiling(house.db, row.seq, filing)
  saveMaterial(house.db, confirmed(house, worded(row, change), change))
}

/**
 * A person's word on many materials; what they set is checked.
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
      const back = wayBack(house, row, change)
      apply(house, row, change)
      return back
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
