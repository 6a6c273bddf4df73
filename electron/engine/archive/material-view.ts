/** One material with everything that is known around it. */
import type { MaterialView } from '../../../shared/model/material.ts'
import type { House } from '../house.ts'
import { checkedOf, openFacts } from './checked.ts'
import { filingOf } from './filing.ts'
import { type MaterialRow, toMaterial } from './material-rows.ts'
import { reasonFor } from './propose-kind.ts'
import { readingOf } from './read-facts.ts'
import { tripleOf } from './triples.ts'
import { bundlesOf, invoiceViewOf, usesOf } from './uses.ts'
import { versionsOf } from './versions.ts'

export function viewOf(house: House, row: MaterialRow): MaterialView {
  const { db } = house
  const reading = readingOf(house, row.seq)
  return {
    material: toMaterial(row),
    filing: filingOf(db, row.seq),
    reading,
    reason: row.confirmed === 1 ? null : reasonFor(row.kind, row.name, reading),
    open: openFacts(row, reading, checkedOf(db, row.seq)),
    uses: usesOf(db, row),
    bundles: bundlesOf(db, row.seq),
    invoice: invoiceViewOf(db, row),
    versions: versionsOf(db, row.seq),
    triple: tripleOf(db, row.seq),
  }
}
