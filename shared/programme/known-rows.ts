/**
 * What was worked out of a table's row is worked out once: rows never change, a changed one is
 * another object ([Note: Same rows] in `electron/engine/application/rows.ts`). Pure to the outside.
 */
import type { AnswerRow, Column } from './form.ts'

type Columns = readonly Column[]
type Known<T> = { readonly columns: Columns; readonly result: T }

export function onceForRow<T>(
  work: (columns: Columns, row: AnswerRow) => T,
): (columns: Columns, row: AnswerRow) => T {
  const known = new WeakMap<AnswerRow, Known<T>>()
  return (columns, row) => {
    const found = known.get(row)
    if (found?.columns === columns) return found.result
    const result = work(columns, row)
    known.set(row, { columns, result })
    return result
  }
}
