/** The archive's services: open, describe, discard and restore a material. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { MaterialView } from '../../../shared/model/material.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { addChecked, checkedOf, openFacts } from './checked.ts'
import { filingOf, saveFiling } from './filing.ts'
import { type MaterialRow, rowOf, saveMaterial } from './material-rows.ts'
import { viewOf } from './material-view.ts'
import { isKind } from './propose-kind.ts'
import { readingOf } from './read-facts.ts'
import { usesOf } from './uses.ts'

export const openMaterial = (house: House, input: Parsed<'material.open'>): MaterialView =>
  viewOf(house, rowOf(house.db, input.sha256))

function change(house: House, row: MaterialRow, action: string): MaterialView {
  house.db.transaction(() => {
    append(house.db, house.clock(), action, row.sha256)
    saveMaterial(house.db, row)
  })()
  return viewOf(house, row)
}

type Word = Omit<Parsed<'material.describe'>, 'sha256'>

/** The facts that a person's word is about: what they set, and what they found right. */
function spokenOf({ kind, facts = {}, validFrom, validTo, confirm }: Word): string[] {
  return [
    ...(kind === undefined ? [] : ['kind']),
    ...Object.keys(facts),
    ...(validFrom === undefined ? [] : ['validFrom']),
    ...(validTo === undefined ? [] : ['validTo']),
    ...(confirm === undefined || confirm === 'all' ? [] : confirm),
  ]
}

/** What the row becomes by a person's word. Throws `input.invalid` for an unknown kind. */
export function worded(row: MaterialRow, word: Omit<Word, 'filing' | 'confirm'>): MaterialRow {
  if (word.kind !== undefined && !isKind(word.kind)) {
    throw new Fault('input.invalid', { path: 'kind' })
  }
  const facts = Object.entries({ ...JSON.parse(row.facts), ...word.facts })
  return {
    ...row,
    name: word.name?.normalize('NFC') ?? row.name,
    kind: word.kind ?? row.kind,
    facts: JSON.stringify(Object.fromEntries(facts.filter(([, value]) => value !== ''))),
    valid_from: word.validFrom === undefined ? row.valid_from : word.validFrom,
    valid_to: word.validTo === undefined ? row.valid_to : word.validTo,
    note: word.note ?? row.note,
  }
}

/**
 * Whether the paper counts as confirmed after a person's word: once nothing that a machine read is
 * left unchecked. A name, a note or a place says nothing of that. Belongs into a transaction.
 */
export function confirmedBy(house: House, row: MaterialRow, word: Word): MaterialRow {
  if (word.confirm === 'all') return { ...row, confirmed: 1 }
  const spoken = spokenOf(word)
  if (spoken.length === 0) return row
  addChecked(house.db, row.seq, spoken, todayInChina(house.clock()))
  const open = openFacts(row, readingOf(house, row.seq), checkedOf(house.db, row.seq))
  return open.length === 0 ? { ...row, confirmed: 1 } : row
}

/** A person's word on a material; what they set is checked. Throws `material.unknown`. */
export function describeMaterial(house: House, input: Parsed<'material.describe'>): MaterialView {
  const { db } = house
  const row = rowOf(db, input.sha256)
  const next = worded(row, input)
  db.transaction(() => {
    append(db, house.clock(), 'material.describe', row.sha256)
    if (input.filing) saveFiling(db, row.seq, { ...filingOf(db, row.seq), ...input.filing })
    saveMaterial(db, confirmedBy(house, next, input))
  })()
  return viewOf(house, rowOf(db, input.sha256))
}

/** To 回收站. Throws `material.inUse` while an application uses it. */
export function discardMaterial(house: House, input: Parsed<'material.discard'>): MaterialView {
  const row = rowOf(house.db, input.sha256)
  const [use] = usesOf(house.db, row)
  if (use) {
    throw new Fault('material.inUse', { name: row.name, title: use.title, slot: use.slotTitle })
  }
  return change(house, { ...row, deleted_at: house.clock().toISOString() }, 'material.discard')
}

export function restoreMaterial(house: House, input: Parsed<'material.restore'>): MaterialView {
  const row = rowOf(house.db, input.sha256)
  return change(house, { ...row, deleted_at: null }, 'material.restore')
}
