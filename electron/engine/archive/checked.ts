/**
 * Which facts of a paper a person has checked one by one. A paper counts as confirmed once nothing
 * that a machine has read of it is left unchecked.
 */
import type { Database } from 'better-sqlite3'
import type { Reading } from '../../../shared/model/extraction.ts'
import type { Facts } from '../../../shared/model/material.ts'
import { save } from '../store/rows.ts'
import type { MaterialRow } from './material-rows.ts'

export const checkedOf = (db: Database, seq: number): string[] =>
  db
    .prepare<[number], string>('SELECT fact FROM checked WHERE material = ? ORDER BY fact')
    .pluck()
    .all(seq)

/** Adds facts to those that are checked. Belongs into a transaction. */
export function addChecked(db: Database, seq: number, facts: readonly string[], day: string): void {
  for (const fact of facts) save(db, 'checked', { material: seq, fact, day })
}

/** Exactly these are checked from now on. Belongs into a transaction. */
export function setChecked(db: Database, seq: number, facts: readonly string[], day: string): void {
  db.prepare('DELETE FROM checked WHERE material = ?').run(seq)
  addChecked(db, seq, facts, day)
}

/** Facts that stand as a machine has read them and that nobody has checked. */
export function openFacts(
  row: MaterialRow,
  reading: Pick<Reading, 'facts' | 'validFrom' | 'validTo'> | null,
  checked: readonly string[],
): readonly string[] {
  if (row.confirmed === 1 || reading === null) return []
  const held = JSON.parse(row.facts) as Facts
  const read = reading.facts.filter(({ key, value }) => held[key] === value).map(({ key }) => key)
  const dates = [
    ...(reading.validFrom !== null && reading.validFrom === row.valid_from ? ['validFrom'] : []),
    ...(reading.validTo !== null && reading.validTo === row.valid_to ? ['validTo'] : []),
  ]
  return [...new Set([...read, ...dates])].filter((key) => !checked.includes(key))
}
