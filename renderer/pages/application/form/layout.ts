/**
 * Turns a grid of the official form and the number of answered rows into plain table rows: repeats
 * unrolled, `once` cells spanning all rows of their table. Pure; spans are counted as in HTML.
 *
 * [Note: Row windows] A table of many rows is drawn as a window of some of them (as many as fill the
 * screen and a little more) between two rows that hold the height of the others. That number grows
 * with what comes into sight and never shrinks, so that the labels beside it rarely change their span.
 */
import type { Block, Cell, Field, Row } from '../../../../shared/programme/form.ts'

export type Grid = Extract<Block, { kind: 'grid' }>
export type TableField = Extract<Field, { type: 'table' }>

export type LaidCell = {
  readonly key: string
  readonly cell: Cell
  /** Column of the grid that it begins in, from 0. */
  readonly at: number
  readonly colSpan: number
  readonly rowSpan: number
  /** Zero-based row of the repeating table, in a repeated row. */
  readonly index: number | undefined
}

export type LaidRow = {
  readonly key: string
  /** Number of the line in the grid, from 0, all rows of its tables counted. */
  readonly line: number
  readonly cells: readonly LaidCell[]
  /** Which row of which table this is; `shown` is how many there are. */
  readonly repeat?: { readonly table: string; readonly index: number; readonly shown: number }
}

/** The rows of one table, too many to be drawn at once. */
export type LaidWindow = {
  readonly key: string
  readonly table: string
  readonly count: number
  /** How many of them are drawn. */
  readonly drawn: number
  /** Cells that span the whole window. */
  readonly once: readonly LaidCell[]
  /** The same object for the same row, each time. */
  readonly rowAt: (index: number) => LaidRow
}

/** Height of a row of one line, in pixels: none is lower. */
export const lowestRow = 36
/** Rows above the first one in sight that are drawn too, and below the last one. */
export const rowsBeyond = 4
/** The window moves by so many rows at once: what it costs hardly depends on how many they are. */
export const stride = 4

/** How many rows of a long table are drawn where so many are in sight. */
export const windowFor = (inSight: number): number =>
  Math.min(longest, inSight + 2 * rowsBeyond + stride)

/** A table with more rows is drawn as a window. */
const longest = 120
const isLong = (count: number) => count > longest

/** How many rows a table shows: at least one to type into, never fewer than the form asks for. */
export function rowsShown(table: TableField | undefined, answered: number): number {
  return Math.max(answered, table?.minRows ?? 0, 1)
}

/** In which column each cell of each row begins. */
export function columnsOf(grid: Grid): readonly (readonly number[])[] {
  const taken: number[] = grid.widths.map(() => 0)
  return grid.rows.map(({ cells }) => {
    let at = 0
    const starts = cells.map(({ colSpan = 1, rowSpan = 1 }) => {
      while ((taken[at] ?? 0) > 0) at += 1
      const start = at
      for (let n = 0; n < colSpan; n += 1) taken[start + n] = rowSpan
      at += colSpan
      return start
    })
    for (const n of taken.keys()) taken[n] = Math.max(0, (taken[n] ?? 0) - 1)
    return starts
  })
}

type Place = { readonly key: string; readonly starts: readonly number[] }

const laidCell = (cell: Cell, at: number, { key, starts }: Place): LaidCell => ({
  key: `${key}.${at}`,
  cell,
  at: starts[at] ?? 0,
  colSpan: cell.colSpan ?? 1,
  rowSpan: cell.rowSpan ?? 1,
  index: undefined,
})

function onceCells(row: Row, place: Place, rowSpan: number): LaidCell[] {
  return row.cells.flatMap((cell, at) =>
    cell.once ? [{ ...laidCell(cell, at, place), rowSpan }] : [],
  )
}

function repeatedCells(row: Row, place: Place, index: number): LaidCell[] {
  return row.cells.flatMap((cell, at) =>
    cell.once ? [] : [{ ...laidCell(cell, at, place), index }],
  )
}

/** A label beside repeating rows grows with them. */
const outerSpan = (rows: readonly Row[], taken: (table: string) => number): number =>
  rows.reduce((all, { repeat }) => all + (repeat === undefined ? 1 : taken(repeat)), 0)

const inColumns = (cells: readonly LaidCell[]) => cells.toSorted((a, b) => a.at - b.at)

/**
 * The rows to draw, in order. `shown` says how many rows a table has, `windowRows` how many of a long
 * one are drawn.
 */
export function layOut(
  grid: Grid,
  shown: (table: string) => number,
  windowRows: number,
): readonly (LaidRow | LaidWindow)[] {
  const columns = columnsOf(grid)
  // A window has a row above and one below.
  const taken = (table: string) => (isLong(shown(table)) ? windowRows + 2 : shown(table))
  let line = 0
  return grid.rows.flatMap((row, at): (LaidRow | LaidWindow)[] => {
    const place = { key: `${at}`, starts: columns[at] ?? [] }
    const first = line
    const table = row.repeat
    if (table === undefined) {
      line += 1
      const cells = row.cells
        .map((cell, n) => laidCell(cell, n, place))
        .map((laid) => ({
          ...laid,
          rowSpan: outerSpan(grid.rows.slice(at, at + laid.rowSpan), taken),
        }))
      return [{ key: place.key, line: first, cells }]
    }
    const count = shown(table)
    line += count
    const once = onceCells(row, place, taken(table))
    const made = new Map<number, LaidRow>()
    const rowAt = (index: number): LaidRow => {
      const row = made.get(index) ?? laidRow(index)
      made.set(index, row)
      return row
    }
    const laidRow = (index: number): LaidRow => {
      const key = `${at}.${index}`
      const own = repeatedCells(row, { ...place, key }, index)
      const cells = index === 0 && !isLong(count) ? inColumns([...once, ...own]) : own
      return { key, line: first + index, cells, repeat: { table, index, shown: count } }
    }
    if (isLong(count)) {
      return [{ key: place.key, table, count, drawn: windowRows, once, rowAt }]
    }
    return Array.from({ length: count }, (_, index) => rowAt(index))
  })
}

export const isWindow = (part: LaidRow | LaidWindow): part is LaidWindow => 'rowAt' in part
