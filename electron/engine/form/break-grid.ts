/**
 * Decides where an official table may go on overleaf. pdfmake leaves a cell that spans rows open at
 * the foot of a page, so rows joined by such a cell are kept together; where they are too many for
 * that, the spanning cell is ended and begun again. Heights are in points, counted by the caller.
 */
import type { GridPart, Slot } from './layout-grid.ts'

export type Piece = {
  readonly rows: readonly (readonly Slot[])[]
  readonly headRows: number
  /** The piece stands on one page. */
  readonly whole: boolean
  /** Its last row is so high that it may itself go on overleaf. */
  readonly tall: boolean
}

/** Height of a row, and of the highest spanning cell that begins in it (0 where none does). */
export type Extent = { readonly height: number; readonly spanning: number }

/** Rows from this height on may be broken by the end of a page. */
export const tallRow = (textHeight: number) => textHeight * 0.4

/** Joined rows that fit on a page are never parted; more of them go on one page after another. */
const wholePage = 0.9
/** Less at first: the page may already be half full. */
const firstPage = 0.6

type Lines = readonly (readonly Slot[])[]

/** The pieces of a part, in order; `extents` are those of its rows, `textHeight` that of a page. */
export function breakPart(part: GridPart, extents: readonly Extent[], textHeight: number): Piece[] {
  const { rows, headRows } = part
  const pieces: Piece[] = []
  let at = headRows
  for (const end of ends(rows).filter((end) => end > headRows)) {
    const heading = pieces.length === 0 ? headRows : 0
    const head = rows.slice(0, heading)
    const block = { rows: rows.slice(at, end), extents: extents.slice(at, end) }
    const last = pieces.at(-1)
    const tall = sum(block.extents) >= tallRow(textHeight)
    if (end - at > 1) {
      const room = { taken: sum(extents.slice(0, heading)), textHeight }
      pieces.push(...breakJoined(head, room, block))
    } else if (last && !last.whole && !last.tall && !tall)
      pieces[pieces.length - 1] = { ...last, rows: [...last.rows, ...block.rows] }
    else pieces.push({ rows: [...head, ...block.rows], headRows: heading, whole: false, tall })
    at = end
  }
  return pieces
}

/** Row numbers that no spanning cell crosses. */
function ends(rows: Lines): number[] {
  const found: number[] = []
  let reach = 0
  rows.forEach((row, index) => {
    for (const slot of row) if (slot !== 'covered') reach = Math.max(reach, index + slot.rowSpan)
    if (reach <= index + 1) found.push(index + 1)
  })
  return found
}

/** Text height of a page, and what the headings above take of it. */
type Room = { readonly taken: number; readonly textHeight: number }

function breakJoined(
  head: Lines,
  { taken, textHeight }: Room,
  { rows, extents }: { rows: Lines; extents: readonly Extent[] },
): Piece[] {
  const headRows = head.length
  const single = (whole: boolean) => [{ rows: [...head, ...rows], headRows, whole, tall: !whole }]
  if (taken + sum(extents) <= textHeight * wholePage) return single(true)
  const first = textHeight * firstPage - taken
  // A label alone is too high for a piece: left open at the foot of a page rather than cut off.
  if (extents.some(({ spanning }) => spanning > first)) return single(false)
  const pieces: Piece[] = []
  let rest = rows
  let at = 0
  while (rest.length > 0) {
    const limit = at === 0 ? first : textHeight * wholePage - taken
    const high = extents.slice(at).findIndex(({ height }) => height > first)
    // A row too high for that is a piece by itself, which may go on overleaf.
    const count =
      high === 0 ? 1 : fitting(extents.slice(at, high < 0 ? undefined : at + high), limit)
    const [above, below] = cutSpans(rest, count)
    pieces.push({ rows: [...head, ...above], headRows, whole: high !== 0, tall: high === 0 })
    rest = below
    at += count
  }
  return pieces
}

/** How many of the rows stay below the limit; one at least. */
function fitting(extents: readonly Extent[], limit: number): number {
  let used = 0
  const over = extents.findIndex(({ height }) => {
    used += height
    return used > limit
  })
  return over < 0 ? extents.length : Math.max(1, over)
}

/** Ends every spanning cell at the cut; below it, only its printed words begin again. */
function cutSpans(rows: Lines, at: number): [Lines, Lines] {
  const below = rows.slice(at).map((row) => [...row])
  const above = rows.slice(0, at).map((row, index) =>
    row.map((slot, column) => {
      if (slot === 'covered' || index + slot.rowSpan <= at) return slot
      const first = below[0]
      const { field: _, column: __, ...words } = slot.cell
      if (first) first[column] = { ...slot, cell: words, rowSpan: index + slot.rowSpan - at }
      return { ...slot, rowSpan: at - index }
    }),
  )
  return [above, below]
}

const sum = (extents: readonly Extent[]) => extents.reduce((total, { height }) => total + height, 0)
