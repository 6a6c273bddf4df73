/** Edits of a repeating table's rows, each answering with a new list. Pure. */
import type { Answer, AnswerRow } from '../../../../shared/programme/form.ts'

export type Rows = readonly AnswerRow[]
export type CellValue = AnswerRow[string]

/** The rows of a table's answer; anything else counts as no rows. */
export function rowsOf(answer: Answer | undefined): Rows {
  if (!Array.isArray(answer)) return noRows
  return isRows(answer) ? answer : noRows
}

/** A list of the person's choices holds strings; a table holds rows alone. */
const isRows = (answer: readonly (AnswerRow | string)[]): answer is Rows =>
  typeof answer[0] === 'object' && answer[0] !== null

const noRows: Rows = []

const grown = (rows: Rows, length: number): AnswerRow[] =>
  Array.from({ length: Math.max(length, rows.length) }, (_, at) => rows[at] ?? {})

/** The rows with one cell changed; rows that were only drawn, not yet kept, come to life. */
export function withCell(rows: Rows, index: number, column: string, value: CellValue): Rows {
  return grown(rows, index + 1).map((row, at) => (at === index ? { ...row, [column]: value } : row))
}

export function inserted(rows: Rows, at: number): Rows {
  return grown(rows, at).toSpliced(at, 0, {})
}

export function removed(rows: Rows, index: number): Rows {
  return rows.toSpliced(index, 1)
}

/** The row at `index` one place up (-1) or down (1); unchanged at the ends. */
export function moved(rows: Rows, index: number, by: -1 | 1): Rows {
  const target = index + by
  const row = rows[index]
  if (row === undefined || target < 0 || target >= rows.length) return rows
  return rows.toSpliced(index, 1).toSpliced(target, 0, row)
}

/** True for a row that holds nothing, or that is not there. */
export const isBlankRow = (row: AnswerRow | undefined): boolean =>
  Object.values(row ?? {}).every((cell) => cell.length === 0)
