/**
 * What changed in a repeating table, so that a table of thousands of rows need not travel whole for
 * one cell: rows that others take the place of. Pure.
 */
import type { Answer, AnswerRow } from './form.ts'

export type RowsChange = {
  /** The first row that changes, from 0. */
  readonly at: number
  /** How many rows go. */
  readonly drop: number
  /** The rows that come in their place. */
  readonly put: readonly AnswerRow[]
}

type Rows = readonly AnswerRow[]

/** True for the answer of a table that has rows. */
export const isRows = (answer: Answer | undefined): answer is Rows =>
  Array.isArray(answer) && typeof answer[0] === 'object' && answer[0] !== null

/** How `after` differs from `before`; rows that are the same objects count as unchanged. */
export function rowsChange(before: Rows, after: Rows): RowsChange {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at += 1
  let end = 0
  while (end < shorter - at && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { at, drop: before.length - at - end, put: after.slice(at, after.length - end) }
}

/** The rows after a change, unchanged ones as they were; null where it does not fit them. */
export function withRowsChanged(before: Rows, { at, drop, put }: RowsChange): Rows | null {
  if (at + drop > before.length) return null
  return before.toSpliced(at, drop, ...put)
}
