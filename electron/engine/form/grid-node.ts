/** Draws an unrolled official table: rules all round, merged cells, headings on every page. */
import type {
  Content,
  ContentStack,
  ContentTable,
  Margins,
  TableCellProperties,
} from 'pdfmake/interfaces'
import { tableRows } from '../../../shared/programme/answer-text.ts'
import type { Block } from '../../../shared/programme/form.ts'
import { linesHeight } from './answer-node.ts'
import { breakPart, type Extent, type Piece, tallRow } from './break-grid.ts'
import { type Ink, setCell } from './cell-node.ts'
import { reserved } from './headings.ts'
import { type GridPart, layoutGrid, type Slot } from './layout-grid.ts'
import { cellPadding, columnWidths, rule, size } from './measure.ts'
import { ruled } from './ruled.ts'

type Grid = Extract<Block, { kind: 'grid' }>
/** `tall`: rows from this height on may be broken by the end of a page. */
type Frame = { ink: Ink; widths: readonly number[]; tall: number; fontSize: number }

/** Least height of a row's text: room for a hand to write in where nothing is printed. */
const writingRow = 16

/**
 * `lead` is the height of the first rows, which the table's title must not be parted from; `used` is
 * how far down its page the table ends, where that is known.
 */
export type DrawnGrid = {
  readonly nodes: Content[]
  readonly lead: number
  readonly used: number | undefined
}
/** Whether the table goes on from one above, and how far down the page it begins, if that is known. */
export type GridPlace = { readonly joined: boolean; readonly used: number | undefined }

/** The table's parts in order; together, and with the table above if `joined`, they look like one. */
export function drawGrid(grid: Grid, ink: Ink, { joined, used }: GridPlace): DrawnGrid {
  const frame = {
    ink,
    widths: columnWidths(grid.widths, ink.frame.textWidth),
    tall: tallRow(ink.frame.textHeight),
    fontSize: grid.widths.length > 5 ? size.五号 : size.小四,
  }
  const parts = layoutGrid(grid.rows, grid.widths.length, (table) => {
    const field = ink.fields.get(table)
    const minRows = field?.type === 'table' ? field.minRows : 0
    return { rows: tableRows(ink.answers[table]), minRows }
  })
  const { textHeight } = ink.frame
  const pieces: Piece[] = []
  let now = used
  for (const part of parts) {
    const extents = drawRows(part.rows, frame).map(extent)
    const broken = breakPart(part, extents, { textHeight, used: now })
    pieces.push(...broken.pieces)
    now = broken.used
  }
  const drawn = pieces.map((piece, index) => drawPiece(piece, frame, joined || index > 0))
  return { nodes: drawn.flatMap(({ nodes }) => nodes), lead: drawn[0]?.lead ?? 0, used: now }
}

type CellNode = (ContentStack & TableCellProperties) | Record<string, never>
type Box = { readonly column: number; readonly rowSpan: number; readonly height: number }
/** `least` is room to write in; `height` also counts the lines of what is printed. */
type DrawnRow = { cells: CellNode[]; least: number; height: number; boxes: Box[] }

const rowPadding = cellPadding.top + cellPadding.bottom + rule

function drawPiece({ rows: slots, headRows, whole, tall }: Piece, frame: Frame, joined: boolean) {
  const rows = drawRows(slots, frame)
  rows.forEach((row, index) => {
    if (row.height < frame.tall) centre(row, rows.slice(index), frame.tall)
  })
  const leading = totalHeight(rows.slice(0, headRows + 1))
  const lead = whole ? totalHeight(rows) : Math.min(leading, frame.tall)
  const node: ContentTable = {
    table: {
      widths: [...frame.widths],
      headerRows: whole ? 0 : headRows,
      keepWithHeaderRows: !whole && !tall && headRows > 0 && leading < frame.tall ? 1 : 0,
      dontBreakRows: !tall,
      heights: (index) => rows[index]?.least ?? 0,
      body: rows.map((row) => row.cells),
    },
    layout: ruled,
  }
  // Pieces share a rule: the next one is drawn over the last one's.
  const margin: Margins = [0, joined ? -rule : 0, 0, 0]
  const piece = { stack: [node], unbreakable: whole, margin }
  return { nodes: tall ? [...reserved(labelHeight(rows, frame.tall)), piece] : [piece], lead }
}

/** What stands beside the text that makes the rows tall: not to be parted at the foot of a page. */
const labelHeight = (rows: readonly DrawnRow[], tall: number) =>
  rowPadding +
  Math.max(0, ...(rows[0]?.boxes ?? []).map((box) => (box.height < tall ? box.height : 0)))

const totalHeight = (rows: readonly DrawnRow[]) =>
  rows.reduce((sum, row) => sum + row.height + rowPadding, 0)

/** What a row takes of the page, and the highest spanning cell that begins in it. */
const extent = ({ height, boxes }: DrawnRow): Extent => ({
  height: height + rowPadding,
  spanning: Math.max(0, ...boxes.map((box) => (box.rowSpan > 1 ? box.height : 0))),
})

/** A cell higher than the rows it spans makes the last of them higher. */
function drawRows(slots: GridPart['rows'], frame: Frame): DrawnRow[] {
  const rows = slots.map((row) => drawRow(row, frame))
  rows.forEach((row, index) => {
    for (const { rowSpan, height } of row.boxes) {
      const spanned = rows.slice(index, index + rowSpan)
      const last = spanned.at(-1)
      const lacking = height - (totalHeight(spanned) - rowPadding)
      if (last && lacking > 0) last.height += lacking
    }
  })
  return rows
}

function drawRow(row: readonly Slot[], frame: Frame): DrawnRow {
  const set = row.map((slot, column) => {
    if (slot === 'covered') return undefined
    const width = spanWidth(frame.widths, column, slot.colSpan)
    return { slot, column, ...setCell(slot, { ...frame, width }) }
  })
  const heightOf = ({ lines }: { lines: number }) => linesHeight(lines, frame.fontSize)
  const here = set.filter((cell) => cell?.slot.rowSpan === 1)
  const least = Math.max(writingRow, ...here.map((cell) => cell?.room ?? 0))
  const printed = here.map((cell) => (cell ? heightOf(cell) : 0))
  const height = Math.max(least, ...printed)
  const cells = set.map((cell): CellNode => {
    if (!cell) return {}
    const { colSpan, rowSpan } = cell.slot
    return { stack: [cell.node], colSpan, rowSpan }
  })
  const boxes = set.flatMap((cell) =>
    cell ? [{ column: cell.column, rowSpan: cell.slot.rowSpan, height: heightOf(cell) }] : [],
  )
  return { cells, least, height, boxes }
}

/**
 * Centres text upright by a margin worked out here: pdfmake's own way leaves broken pages behind
 * where a table goes on overleaf, and misplaces text in cells that span rows.
 */
function centre(row: DrawnRow, below: readonly DrawnRow[], tall: number): void {
  for (const { column, rowSpan, height } of row.boxes) {
    const free = totalHeight(below.slice(0, rowSpan)) - rowPadding - height
    const cell = row.cells[column]
    if (cell && 'stack' in cell) cell.margin = [0, Math.min(Math.max(0, free / 2), tall / 2), 0, 0]
  }
}

function spanWidth(widths: readonly number[], column: number, colSpan: number): number {
  const inner = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0)
  return inner + (colSpan - 1) * (2 * cellPadding.side + rule)
}
