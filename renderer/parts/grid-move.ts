/** Where a key leads from a cell of a table that is typed into: as in a spreadsheet. Pure. */

export type Cell = { readonly row: number; readonly column: number }

type Caret = {
  readonly key: string
  readonly shift: boolean
  /** The caret stands before the first, or behind the last character. */
  readonly atStart: boolean
  readonly atEnd: boolean
}

/** The neighbouring cell, or null when the key keeps its usual meaning. */
export function moveFrom(
  { row, column }: Cell,
  { key, shift, atStart, atEnd }: Caret,
): Cell | null {
  if (key === 'ArrowUp' || (key === 'Enter' && shift)) return { row: row - 1, column }
  if (key === 'ArrowDown' || key === 'Enter') return { row: row + 1, column }
  if (key === 'ArrowLeft' && atStart) return { row, column: column - 1 }
  if (key === 'ArrowRight' && atEnd) return { row, column: column + 1 }
  return null
}
