/** Papers that might belong to a paper: its contract, invoices and payments, or its last version. */
import type { Parsed } from '../../../shared/contract.ts'
import type { Proposal } from '../../../shared/model/triple.ts'
import { rankTriple, rankVersions } from '../../../shared/programme/rank.ts'
import type { House } from '../house.ts'
import { type MaterialRow, rowOf, toMaterial } from './material-rows.ts'
import { chainOf } from './versions.ts'

/** Candidates that are looked at, newest first. */
const looked = 20_000
/** Proposals that are shown. */
const shown = 12

/** Throws `material.unknown`. */
export function proposePapers(
  house: House,
  input: Parsed<'material.propose'>,
): readonly Proposal[] {
  const { db } = house
  const row = rowOf(db, input.sha256)
  const paper = toMaterial(row)
  if (input.role === 'older') {
    const others = db
      .prepare<[string, string], MaterialRow>(
        `SELECT * FROM material WHERE kind = ? AND deleted_at IS NULL
         AND seq NOT IN (SELECT value FROM json_each(?))
         AND seq NOT IN (SELECT older FROM succession) ORDER BY seq DESC LIMIT ${looked}`,
      )
      .all(row.kind, JSON.stringify(chainOf(db, row.seq).map(({ seq }) => seq)))
    return rankVersions(paper, others.map(toMaterial), shown)
  }
  const others = db
    .prepare<[string, number], MaterialRow>(
      `SELECT * FROM material WHERE kind = ? AND deleted_at IS NULL AND seq <> ?
       AND seq NOT IN (SELECT material FROM triple) ORDER BY seq DESC LIMIT ${looked}`,
    )
    .all(input.role, row.seq)
  return rankTriple(paper, others.map(toMaterial), shown)
}
