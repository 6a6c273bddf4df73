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

/** Joined rows go on one page after another, each filled so far: lines are counted, not measured. */
const wholePage = 0.93
/** A single row that begins a page is not parted up to this. */
const wholeRow = 0.8
/** Less at first where nobody knows how full the page already is. */
const firstPage = 0.6
/** Joined rows lower than this are not parted; a beginning must be as high to stay on a page. */
const worthParting = 0.2

/** What a page loses at its foot where a row goes on overleaf: part of a line, and the padding. */
const crossing = 16
/** How far off the end of such a row may be: what follows is made to fit all the same. */
const doubt = 48

type Lines = readonly (readonly Slot[])[]

/** Text height of a page, and how much of it is taken where the table begins, if that is known. */
export type Page = { readonly textHeight: number; readonly used: number | undefined }
/** What is known of the page where the pieces end. */
export type Broken = { readonly pieces: Piece[]; readonly used: number | undefined }

/** The pieces of a part, in order; `extents` are those of its rows. */
export function breakPart(part: GridPart, extents: readonly Extent[], page: Page): Broken {
  const { rows, headRows } = part
  const { textHeight } = page
  const pieces: Piece[] = []
  let { used } = page
  let at = headRows
  for (const end of ends(rows).filter((end) => end > headRows)) {
    const heading = pieces.length === 0 ? headRows : 0
    const head = rows.slice(0, heading)
    const block = { rows: rows.slice(at, end), extents: extents.slice(at, end) }
    const taken = sum(extents.slice(0, heading))
    const last = pieces.at(-1)
    const tall = sum(block.extents) >= tallRow(textHeight)
    if (end - at > 1) {
      const joined = breakJoined(head, { taken, textHeight, used }, block)
      pieces.push(...joined.pieces)
      used = joined.used
    } else {
      used = usedAfter(used, taken + sum(block.extents), textHeight, tall)
      if (last && !last.whole && !last.tall && !tall)
        pieces[pieces.length - 1] = { ...last, rows: [...last.rows, ...block.rows] }
      else pieces.push({ rows: [...head, ...block.rows], headRows: heading, whole: false, tall })
    }
    at = end
  }
  return { pieces, used }
}

/** What is kept on one page goes overleaf when it does not fit; what is high goes on there. */
function usedAfter(used: number | undefined, height: number, textHeight: number, tall: boolean) {
  if (used === undefined) return undefined
  if (used + height <= textHeight) return used + height
  if (!tall) return height
  return Math.min(textHeight, ((used + height) % (textHeight - crossing)) + doubt)
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

/** What the headings above the rows take of the page besides. */
type Room = Page & { readonly taken: number }

function breakJoined(
  head: Lines,
  { taken, textHeight, used }: Room,
  { rows, extents }: { rows: Lines; extents: readonly Extent[] },
): Broken {
  const headRows = head.length
  const full = textHeight * wholePage - taken
  const total = sum(extents)
  const single = (whole: boolean): Broken => ({
    pieces: [{ rows: [...head, ...rows], headRows, whole, tall: !whole }],
    used: usedAfter(used, taken + total, textHeight, !whole),
  })
  const left = used === undefined ? undefined : full - used
  const fits = total <= (left ?? full)
  if (fits || total < textHeight * worthParting) return single(true)
  const label = Math.max(...extents.map(({ spanning }) => spanning))
  const overleaf = left !== undefined && left < Math.max(label, textHeight * worthParting)
  if (overleaf && total <= full) return single(true)
  const first = overleaf ? full : (left ?? textHeight * firstPage - taken)
  // A label alone is too high for a piece: left open at the foot of a page rather than cut off.
  if (label > textHeight * firstPage - taken) return total <= full ? single(true) : single(false)
  return partJoined(
    head,
    { taken, textHeight, used: overleaf ? 0 : used, first },
    { rows, extents },
  )
}

function partJoined(
  head: Lines,
  { taken, textHeight, used, first }: Room & { readonly first: number },
  { rows, extents }: { rows: Lines; extents: readonly Extent[] },
): Broken {
  const pieces: Piece[] = []
  const full = textHeight * wholePage - taken
  const tallest = textHeight * firstPage - taken
  const wholest = textHeight * wholeRow - taken
  const label = Math.max(...extents.map(({ spanning }) => spanning))
  const least = Math.max(label, textHeight * worthParting)
  let rest = rows
  let at = 0
  let [now, limit] = [used, first]
  while (rest.length > 0) {
    const begins = now !== undefined && limit === full
    const high = extents
      .slice(at)
      .findIndex(({ height }, i) => height > (begins && i === 0 ? wholest : tallest))
    // A row too high for that is a piece by itself, which may go on overleaf.
    const tall = high === 0
    const count = tall ? 1 : fitting(extents.slice(at, high < 0 ? undefined : at + high), limit)
    const [above, below] = cutSpans(rest, count)
    pieces.push({ rows: [...head, ...above], headRows: head.length, whole: !tall, tall })
    const height = Math.max(label, sum(extents.slice(at, at + count)))
    const starts = tall && now !== undefined && textHeight - now < label ? 0 : now
    now = usedAfter(starts, taken + height, textHeight, tall)
    limit = now === undefined || full - now < least ? full : full - now
    rest = below
    at += count
  }
  return { pieces, used: now }
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
