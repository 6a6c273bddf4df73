/**
 * Who claims an invoice. The claim is the invoice's (发票代码 + 发票号码), whatever file stands for it;
 * it is read from what is linked and from the facts as they are now, never from the catalogue.
 */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { Facts } from '../../../shared/model/material.ts'
import type { Claim, Release } from '../../../shared/model/use.ts'
import { invoiceOf } from '../../../shared/programme/invoice.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { packOf } from '../application/pack.ts'
import type { MaterialRow } from './material-rows.ts'

type ClaimRow = {
  readonly facts: string
  readonly sha256: string
  readonly name: string
  readonly application: string
  readonly slot: string
  readonly pack_hash: string
  readonly track: string | null
}
type ReleaseRow = Release & { readonly invoice: string; readonly application: string }

const keyOf = ({ invoice, application }: { invoice: string; application: string }) =>
  `${application} ${invoice}`

function releasesOf(db: Database): ReadonlyMap<string, Release> {
  const rows = db
    .prepare<[], ReleaseRow>('SELECT invoice, application, reason, name, day FROM invoice_release')
    .all()
  return new Map(rows.map(({ reason, name, day, ...at }) => [keyOf(at), { reason, name, day }]))
}

/** Every claim of this vault, in the order in which the applications were begun. */
export function allClaims(db: Database): readonly Claim[] {
  const releases = releasesOf(db)
  const rows = db
    .prepare<[], ClaimRow>(
      `SELECT m.facts, m.sha256, m.name, l.application, l.slot, a.pack_hash, a.track FROM link l
       JOIN material m ON m.seq = l.material JOIN application a ON a.id = l.application
       WHERE m.kind = 'invoice' ORDER BY a.seq, l.slot, l.position`,
    )
    .all()
  return rows.flatMap(({ facts, pack_hash, track, application, slot, sha256, name }) => {
    const invoice = invoiceOf({ facts: JSON.parse(facts) as Facts })
    if (invoice === null) return []
    const pack = packOf(db, pack_hash)
    const slotTitle = slotsOf(pack, track).find(({ id }) => id === slot)?.title ?? slot
    const release = releases.get(keyOf({ invoice, application })) ?? null
    const { title, edition } = pack
    return [{ invoice, application, title, edition, slot, slotTitle, sha256, name, release }]
  })
}

/** The invoice that a paper shows, or null where it is none or its number is not known. */
export const invoiceIn = ({ kind, facts }: Pick<MaterialRow, 'kind' | 'facts'>): string | null =>
  kind === 'invoice' ? invoiceOf({ facts: JSON.parse(facts) as Facts }) : null

/** As many names as fit a sentence. */
const told = 5

const namesOf = (rows: readonly MaterialRow[]): string =>
  `${rows
    .slice(0, told)
    .map(({ name }) => name)
    .join('、')}${rows.length > told ? '…' : ''}`

/**
 * Throws `invoice.claimed` with the place of first use where one of these papers shows an invoice
 * that another application claims and nobody has released.
 */
export function refuseClaimed(db: Database, id: string, rows: readonly MaterialRow[]): void {
  const shown = rows.filter((row) => invoiceIn(row) !== null)
  if (shown.length === 0) return
  const held = new Map(
    allClaims(db)
      .filter(({ application, release }) => application !== id && release === null)
      .toReversed()
      .map((claim) => [claim.invoice, claim]),
  )
  const refused = shown.filter((row) => held.has(invoiceIn(row) ?? ''))
  const [first] = refused
  const claim = held.get(first ? (invoiceIn(first) ?? '') : '')
  if (!first || !claim) return
  throw new Fault('invoice.claimed', {
    name: first.name,
    invoice: claim.invoice.replace(/^-/, ''),
    title: claim.title,
    edition: claim.edition,
    slot: claim.slotTitle,
    count: refused.length,
    names: namesOf(refused),
  })
}
