/**
 * Of which wording the scans of a statement are.
 *
 * [Note: Same wording] A print or a scan is of the wording that it had. It holds as long as the
 * statement says that, word for word: once a text, a fact or a party changes, what was printed and
 * signed is no longer what is said; it is again once the change is taken back.
 */
import { type AffiliatedPaper, affiliatedPapers } from '../../../shared/programme/affiliates.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Statement } from '../../../shared/programme/pack.ts'
import { type WordingPart, wordingOf } from '../../../shared/programme/statement-wording.ts'
import { sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { caseOf } from './case.ts'
import { packOf } from './pack.ts'
import type { ApplicationRecord } from './rows.ts'
import {
  dropWording,
  lastPrint,
  saveWording,
  statementRows,
  wordingRows,
} from './statement-rows.ts'

/** A short code of all that a paper says. */
export const wordingCode = ({ title, places }: Statement, parts: readonly WordingPart[]): string =>
  sha256(JSON.stringify([title, parts, places]))

/** Of what the statement says now. */
export const codeNow = (
  subject: Case,
  statement: Statement,
  affiliated: readonly AffiliatedPaper[] = affiliatedPapers(subject),
): string => wordingCode(statement, wordingOf(subject, statement, affiliated))

const askedIn = ({ db }: House, { pack_hash }: ApplicationRecord, slot: string) =>
  packOf(db, pack_hash).statements.filter((each) => each.slot === slot)

/**
 * Belongs into the change that links scans to a slot: they are taken to be of what was printed last,
 * or of what the statement says now where it was not printed from here.
 */
export function bindStatementScans(
  house: House,
  record: ApplicationRecord,
  slot: string,
  hashes: readonly string[],
): void {
  const { db } = house
  const asked = askedIn(house, record, slot)
  if (asked.length === 0 || hashes.length === 0) return
  const subject = caseOf(house, record)
  const rows = statementRows(db, record.id)
  const wordings = wordingRows(db, record.id)
  for (const statement of asked) {
    const { id } = statement
    const print = wordings.find((row) => row.statement === id && row.paper === lastPrint)
    // Printed before wordings were kept: nobody knows of which the scan is.
    if (!print && rows.some((row) => row.statement === id && row.printed !== null)) continue
    const wording = print?.wording ?? codeNow(subject, statement)
    for (const paper of hashes) saveWording(db, record.id, { statement: id, paper, wording })
  }
}

type OfWording = { readonly statement: string; readonly wording: string }

/** Of which wording of each statement a scan in a slot is, as far as that is known. */
export function scanWordings(
  house: House,
  record: ApplicationRecord,
  slot: string,
  paper: string,
): readonly OfWording[] {
  const asked = askedIn(house, record, slot)
  return wordingRows(house.db, record.id)
    .filter((row) => row.paper === paper && asked.some(({ id }) => id === row.statement))
    .map(({ statement, wording }) => ({ statement, wording }))
}

/** Belongs into the change that puts a scan back as it was; what is no longer asked is left out. */
export function rebindStatementScan(
  house: House,
  record: ApplicationRecord,
  { slot, paper }: { readonly slot: string; readonly paper: string },
  wordings: readonly OfWording[],
): void {
  const asked = askedIn(house, record, slot)
  for (const { statement, wording } of wordings) {
    if (!asked.some(({ id }) => id === statement)) continue
    saveWording(house.db, record.id, { statement, paper, wording })
  }
}

/** Belongs into the change that takes a scan out of its slot. */
export function unbindStatementScan(
  house: House,
  record: ApplicationRecord,
  slot: string,
  paper: string,
): void {
  for (const { id: statement } of askedIn(house, record, slot)) {
    dropWording(house.db, record.id, { statement, paper })
  }
}
