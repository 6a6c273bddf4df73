/**
 * The rows of statements: how far each has come, what was typed into it, and of which wording its
 * papers are.
 */
import type { Database } from 'better-sqlite3'
import type { Case } from '../../../shared/programme/evidence.ts'
import { save } from '../store/rows.ts'

export type StatementRow = {
  readonly statement: string
  readonly printed: string | null
  readonly signed: string | null
}

export const statementRows = (db: Database, application: string): StatementRow[] =>
  db
    .prepare<[string], StatementRow>(
      'SELECT statement, printed, signed FROM statement WHERE application = ?',
    )
    .all(application)

export type TextRow = {
  readonly statement: string
  readonly text: string
  readonly value: string
  /** Of the application when it was changed last. */
  readonly revision: number
}

/** Cleared ones included, for their revision. */
export const textRows = (db: Database, application: string): TextRow[] =>
  db
    .prepare<[string], TextRow>(
      'SELECT statement, text, value, revision FROM statement_text WHERE application = ?',
    )
    .all(application)

/** By statement and text. */
export function textsOf(db: Database, application: string): Case['texts'] {
  const rows = textRows(db, application)
  const names = [...new Set(rows.map(({ statement }) => statement))]
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(
        rows.flatMap(({ statement, text, value }) => (statement === name ? [[text, value]] : [])),
      ),
    ]),
  )
}

/** The paper that was printed last, which has no hash of its own. */
export const lastPrint = ''

type WordingRow = {
  readonly statement: string
  /** SHA-256 of a scan, or `lastPrint`. */
  readonly paper: string
  /** Digest of what it says. */
  readonly wording: string
}

export const wordingRows = (db: Database, application: string): WordingRow[] =>
  db
    .prepare<[string], WordingRow>(
      'SELECT statement, paper, wording FROM statement_wording WHERE application = ?',
    )
    .all(application)

export const saveWording = (db: Database, application: string, row: WordingRow): void =>
  save(db, 'statement_wording', { application, ...row })

export function dropWording(
  db: Database,
  application: string,
  { statement, paper }: Pick<WordingRow, 'statement' | 'paper'>,
): void {
  db.prepare(
    'DELETE FROM statement_wording WHERE application = ? AND statement = ? AND paper = ?',
  ).run(application, statement, paper)
}
