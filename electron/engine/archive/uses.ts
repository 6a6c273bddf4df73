/** Where one paper is used: slots of applications, bundles it left in, and what was found inside. */
import type { Database } from 'better-sqlite3'
import type { ApplicationState } from '../../../shared/model/application.ts'
import type { Facts } from '../../../shared/model/material.ts'
import type { BundledIn, InvoiceView, MaterialUse } from '../../../shared/model/use.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { packOf } from '../application/pack.ts'
import { ticksOf } from '../application/reading-rows.ts'
import { allClaims, invoiceIn } from './claims.ts'
import type { MaterialRow } from './material-rows.ts'

type Place = { readonly pack_hash: string; readonly track: string | null; readonly slot: string }

function placeIn(db: Database, { pack_hash, track, slot }: Place) {
  const pack = packOf(db, pack_hash)
  const slotTitle = slotsOf(pack, track).find(({ id }) => id === slot)?.title ?? slot
  return { title: pack.title, edition: pack.edition, slot, slotTitle }
}

/** The amount that a paper counts with, exact, in 元; an empty string where it names none. */
export const amountOf = ({ facts }: Pick<MaterialRow, 'facts'>): string =>
  (JSON.parse(facts) as Facts).amount ?? ''

type UseRow = Place & { readonly application: string; readonly state: ApplicationState }

/** The slots that hold a material, in the order in which the applications were begun. */
export function usesOf(db: Database, row: MaterialRow): MaterialUse[] {
  const rows = db
    .prepare<[number], UseRow>(
      `SELECT l.application, l.slot, a.pack_hash, a.track, a.state
       FROM link l JOIN application a ON a.id = l.application WHERE l.material = ? ORDER BY a.seq`,
    )
    .all(row.seq)
  return rows.map(({ application, state, ...place }) => ({
    application,
    state,
    ...placeIn(db, place),
    amount: amountOf(row),
    ticks: ticksOf(db, application).filter(
      ({ slot, sha256 }) => slot === place.slot && sha256 === row.sha256,
    ),
  }))
}

type PackedRow = Place &
  Pick<BundledIn, 'receipt' | 'application' | 'bundle' | 'bundleSha256' | 'at' | 'file' | 'amount'>

/** The bundles that a material left in, newest first. */
export function bundlesOf(db: Database, seq: number): BundledIn[] {
  const rows = db
    .prepare<[number], PackedRow>(
      `SELECT p.receipt, p.slot, p.file, p.amount, r.application, r.name AS bundle,
         r.sha256 AS bundleSha256, r.at, a.pack_hash, a.track
       FROM packed p JOIN receipt r ON r.seq = p.receipt JOIN application a ON a.id = r.application
       WHERE p.material = ? ORDER BY p.receipt DESC, p.slot`,
    )
    .all(seq)
  return rows.map(({ pack_hash, track, slot, ...rest }) => ({
    ...rest,
    ...placeIn(db, { pack_hash, track, slot }),
  }))
}

type Copy = InvoiceView['copies'][number]

/** The invoice that a paper shows, or null where it shows none. */
export function invoiceViewOf(db: Database, row: MaterialRow): InvoiceView | null {
  const invoice = invoiceIn(row)
  if (invoice === null) return null
  const copies = db
    .prepare<[string, number], Copy>(
      `SELECT m.sha256, m.name, m.media FROM catalogue c JOIN material m ON m.seq = c.seq
       WHERE c.invoice = ? AND c.seq <> ? AND c.binned = 0 ORDER BY c.seq`,
    )
    .all(invoice, row.seq)
  return { invoice, copies, claims: allClaims(db).filter((claim) => claim.invoice === invoice) }
}
