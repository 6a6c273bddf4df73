/**
 * Decides where an official table may go on overleaf. pdfmake leaves a cell that spans rows open at
 * the foot of a page, so rows joined by such a cell are kept together; where they are too many for
 * that, the spanning cell is ended and begun again. Heights are in points, counted by the caller.
 */
import type { GridPart, Slot } from './layout-grid.ts'
import { page } from './measure.ts'

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

/** Joined rows that fit on a page are never parted; more of them go on one page after another. */
const pageHeight = page.textHeight * 0.9
/** Less at first: the page may already be half full. */
const firstHeight = page.textHeight * 0.6

/** Rows from this height on may be broken by the end of a page. */
export const tallRow = page.textHeight * 0.4

type Lines = readonly (readonly Slot[])[]

/** The pieces of a part, in order; `extents` are those of its rows. */
export function breakPart(part: GridPart, extents: readonly Extent[]): Piece[] {
  const { rows, headRows } = part
  const pieces: Piece[] = []
  let at = headRows
  for (const end of ends(rows).filter((end) => end > headRows)) {
    const heading = pieces.length === 0 ? headRows : 0
    const head = rows.slice(0, heading)
    const block = { rows: rows.slice(at, end), extents: extents.slice(at, end) }
    const last = pieces.at(-1)
    const tall = sum(block.extents) >= tallRow
    if (end - at > 1) pieces.push(...breakJoined(head, sum(extents.slice(0, heading)), block))
    else if (last && !last.whole && !last.tall && !tall)
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

function breakJoined(
  head: Lines,
  headHeight: number,
  { rows, extents }: { rows: Lines; extents: readonly Extent[] },
): Piece[] {
  const headRows = head.length
  const single = (whole: boolean) => [{ rows: [...head, ...rows], headRows, whole, tall: !whole }]
  if (headHeight + sum(extents) <= pageHeight) return single(true)
  // One cell alone is too high for a piece: left open at the foot of a page rather than cut off.
  if (extents.some(({ height, spanning }) => Math.max(height, spanning) > firstHeight - headHeight))
    return single(false)
  const pieces: Piece[] = []
  let rest = rows
  let at = 0
  while (rest.length > 0) {
    const limit = (at === 0 ? firstHeight : pageHeight) - headHeight
    const count = fitting(extents.slice(at), limit)
    const [above, below] = cutSpans(rest, count)
    pieces.push({ rows: [...head, ...above], headRows, whole: true, tall: false })
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
