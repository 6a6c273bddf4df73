/**
 * Turns a grid of the official form and the number of answered rows into plain table rows: repeats
 * unrolled, `once` cells spanning all rows of their table. Pure; spans are counted as in HTML.
 */
import type { Block, Cell, Field, Row } from '../../../../shared/programme/form.ts'

export type Grid = Extract<Block, { kind: 'grid' }>
export type TableField = Extract<Field, { type: 'table' }>

export type LaidCell = {
  readonly key: string
  readonly cell: Cell
  readonly colSpan: number
  readonly rowSpan: number
  /** Zero-based row of the repeating table, in a repeated row. */
  readonly index: number | undefined
}

export type LaidRow = {
  readonly key: string
  readonly cells: readonly LaidCell[]
  /** Which row of which table this is; `shown` is how many are drawn. */
  readonly repeat?: { readonly table: string; readonly index: number; readonly shown: number }
}

/** How many rows a table shows: at least one to type into, never fewer than the form asks for. */
export function rowsShown(table: TableField | undefined, answered: number): number {
  return Math.max(answered, table?.minRows ?? 0, 1)
}

function laidCells(row: Row, rowKey: string, index?: number, shown = 1): LaidCell[] {
  return row.cells.flatMap((cell, at) => {
    if (cell.once && index !== undefined && index > 0) return []
    return [
      {
        key: `${rowKey}.${at}`,
        cell,
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.once ? shown : (cell.rowSpan ?? 1),
        index: cell.once ? undefined : index,
      },
    ]
  })
}

/** A label beside repeating rows grows with them. */
const outerSpan = (rows: readonly Row[], shown: (table: string) => number): number =>
  rows.reduce((all, { repeat }) => all + (repeat === undefined ? 1 : shown(repeat)), 0)

/** The rows to draw. `shown` says how many rows a table has on screen. */
export function layOut(grid: Grid, shown: (table: string) => number): readonly LaidRow[] {
  return grid.rows.flatMap((row, at): LaidRow[] => {
    const table = row.repeat
    if (table === undefined) {
      const cells = laidCells(row, `${at}`).map((laid) => ({
        ...laid,
        rowSpan: outerSpan(grid.rows.slice(at, at + laid.rowSpan), shown),
      }))
      return [{ key: `${at}`, cells }]
    }
    const count = shown(table)
    return Array.from({ length: count }, (_, index) => ({
      key: `${at}.${index}`,
      cells: laidCells(row, `${at}.${index}`, index, count),
      repeat: { table, index, shown: count },
    }))
  })
}
