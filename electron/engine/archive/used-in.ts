/** What a page of the list shows beside the papers themselves: uses, place and tags. */
import type { Database } from 'better-sqlite3'
import type { ApplicationState } from '../../../shared/model/application.ts'
import type { ListedMaterial, UsedIn } from '../../../shared/model/catalogue.ts'
import { type Filing, unfiled } from '../../../shared/model/filing.ts'
import { packOf } from '../application/pack.ts'
import { type FilingRow, toFiling } from './filing.ts'
import { type MaterialRow, toMaterial } from './material-rows.ts'
import { supersededOf } from './versions.ts'

type UseRow = {
  readonly seq: number
  readonly sha256: string
  readonly application: string
  readonly pack_hash: string
  readonly state: ApplicationState
}

/**
 * By sequence number, each application once. An invoice counts as used wherever any file with its
 * code and number is: the claim is the invoice's, whatever the file.
 */
function usesBySeq(db: Database, seqs: readonly number[]): Map<number, UsedIn[]> {
  const rows = db
    .prepare<[string, string], UseRow>(
      `WITH page AS (
         SELECT value AS seq, value AS held FROM json_each(?)
         UNION
         SELECT mine.seq, other.seq FROM json_each(?) p
         JOIN catalogue mine ON mine.seq = p.value
         JOIN catalogue other ON other.invoice = mine.invoice
       )
       SELECT page.seq, m.sha256, l.application, a.pack_hash, a.state
       FROM page JOIN link l ON l.material = page.held JOIN material m ON m.seq = page.held
       JOIN application a ON a.id = l.application ORDER BY page.held = page.seq DESC, a.seq`,
    )
    .all(JSON.stringify(seqs), JSON.stringify(seqs))
  const uses = new Map<number, UsedIn[]>()
  for (const { seq, sha256, application, pack_hash, state } of rows) {
    const known = uses.get(seq) ?? []
    uses.set(seq, known)
    if (known.some((use) => use.application === application)) continue
    const { title, edition } = packOf(db, pack_hash)
    known.push({ application, title, edition, state, sha256 })
  }
  return uses
}

type FiledRow = FilingRow & { readonly material: number }

function filingsBySeq(db: Database, seqs: string): ReadonlyMap<number, Filing> {
  const rows = db
    .prepare<[string], FiledRow>(
      'SELECT * FROM filing WHERE material IN (SELECT value FROM json_each(?))',
    )
    .all(seqs)
  return new Map(rows.map((row) => [row.material, toFiling(row)]))
}

/** Rows as the list shows them: with their uses, their place and their tags. */
export function listed(db: Database, rows: readonly MaterialRow[]): ListedMaterial[] {
  const all = rows.map(({ seq }) => seq)
  const seqs = JSON.stringify(all)
  const [uses, filings, superseded] = [
    usesBySeq(db, all),
    filingsBySeq(db, seqs),
    supersededOf(db, all),
  ]
  return rows.map((row) => ({
    ...toMaterial(row),
    used: uses.get(row.seq) ?? [],
    filing: filings.get(row.seq) ?? unfiled,
    superseded: superseded.has(row.seq),
  }))
}
