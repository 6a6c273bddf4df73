/** Carries out what a key asks for inside a form table (`grid-keys.ts`). */
import type { KeyboardEvent } from 'react'
import { useForm } from './form-context.ts'
import { choose, deedOf, newLine, type RowAct } from './grid-keys.ts'
import type { TableField } from './layout.ts'
import { inserted, isBlankRow, moved, type Rows, removed } from './rows.ts'
import { useWantedCell } from './use-wanted-cell.ts'

/** The rows after a key, and the row that the focus belongs into; null where it changes nothing. */
function acted(rows: Rows, at: number, act: RowAct, maxRows: number): [Rows, number] | null {
  const full = rows.length >= maxRows
  if (act === 'up' && at > 0 && at < rows.length) return [moved(rows, at, -1), at - 1]
  if (act === 'down' && at + 1 < rows.length) return [moved(rows, at, 1), at + 1]
  if (act === 'remove' && at < rows.length) {
    return [removed(rows, at), Math.min(at, Math.max(0, rows.length - 2))]
  }
  if (act === 'insert' && !full) return [inserted(rows, at + 1), at + 1]
  if (act === 'append' && !full && !isBlankRow(rows[at])) return [inserted(rows, at + 1), at + 1]
  return null
}

export function useGridKeys() {
  const { fields, commitRows } = useForm()
  const want = useWantedCell()
  return (event: KeyboardEvent<HTMLElement>) => {
    const grid = event.currentTarget
    const deed = deedOf(event.nativeEvent, grid)
    if (!deed) return
    event.preventDefault()
    if (deed.kind === 'focus') return choose(deed.control)
    if (deed.kind === 'newline') return newLine()
    const { place = '', row, column = '' } = deed.cell.dataset
    const { maxRows } = fields.get(place) as TableField
    // What is typed into the cell belongs to its row before that moves.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    commitRows(place, (rows) => {
      const done = acted(rows, Number(row), deed.act, maxRows)
      if (done) want({ grid, place, row: done[1], column })
      return done ? done[0] : rows
    })
    // Nothing may have changed; the focus goes back all the same.
    if (deed.cell.isConnected) choose(deed.cell.querySelector('input, textarea') ?? deed.cell)
  }
}
