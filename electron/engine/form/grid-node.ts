/** Draws an unrolled official table: rules all round, merged cells, headings on every page. */
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces'
import type { Answers, Block, Field } from '../../../shared/programme/form.ts'
import { linesHeight, type SetText, setAnswer, setText } from './answer-node.ts'
import { printedAnswer, printedCell, tableRows } from './answer-text.ts'
import { type GridPart, layoutGrid, type Placed, type Slot } from './layout-grid.ts'
import { cellPadding, columnWidths, page, rule, size } from './measure.ts'
import { ruled } from './ruled.ts'
import type { Typesetter } from './typesetter.ts'

export type Ink = {
  readonly setter: Typesetter
  readonly answers: Answers
  readonly fields: ReadonlyMap<string, Field>
}

type Grid = Extract<Block, { kind: 'grid' }>
/** `room` is the least height of the cell, in points. */
type Inked = SetText & { readonly room: number }
type Frame = { ink: Ink; widths: readonly number[]; fontSize: number }
/** `least` is room to write in; `height` also counts the lines of what is printed. */
type Drawn = { cells: TableCell[]; least: number; height: number; spans: boolean }

/** Room for a hand to write in where nothing is printed. */
const writingRow = 22
const writingSpace = 66

/** `lead` is the height of the first rows, which the table's title must not be parted from. */
export type DrawnGrid = { readonly nodes: Content[]; readonly lead: number }

/** The table's parts in order; together they look like one table. */
export function drawGrid(grid: Grid, ink: Ink): DrawnGrid {
  const frame = {
    ink,
    widths: columnWidths(grid.widths),
    fontSize: grid.widths.length > 5 ? size.五号 : size.小四,
  }
  const parts = layoutGrid(grid.rows, grid.widths.length, (table) => {
    const field = ink.fields.get(table)
    const minRows = field?.type === 'table' ? field.minRows : 0
    return { rows: tableRows(ink.answers[table]), minRows }
  })
  const drawn = parts.map((part, index) => partNode(part, frame, index > 0))
  return { nodes: drawn.map(({ node }) => node), lead: drawn[0]?.lead ?? 0 }
}

function partNode(part: GridPart, frame: Frame, joined: boolean) {
  const rows = part.rows.map((row) => drawRow(row, frame))
  const padding = cellPadding.top + cellPadding.bottom + rule
  const lead = rows.slice(0, part.headRows + 1).reduce((sum, row) => sum + row.height + padding, 0)
  const low = rows.every((row) => !row.spans && row.height < page.textHeight / 3)
  const node: ContentTable = {
    // Parts share a rule: the next one is drawn over the last one's.
    margin: [0, joined ? -rule : 0, 0, 0],
    table: {
      widths: [...frame.widths],
      headerRows: part.headRows,
      keepWithHeaderRows: part.headRows > 0 && lead < page.textHeight / 3 ? 1 : 0,
      dontBreakRows: low,
      heights: (index) => rows[index]?.least ?? 0,
      body: rows.map((row) => row.cells),
    },
    layout: ruled,
  }
  return { node, lead: Math.min(lead, page.textHeight / 3) }
}

function drawRow(row: readonly Slot[], frame: Frame): Drawn {
  let least = writingRow - cellPadding.top - cellPadding.bottom
  let height = least
  let spans = false
  const cells = row.map((slot, column): TableCell => {
    if (slot === 'covered') return {}
    const width = spanWidth(frame.widths, column, slot.colSpan)
    const { node, lines, room } = drawCell(slot, frame, width)
    least = Math.max(least, room)
    if (slot.rowSpan === 1) height = Math.max(height, linesHeight(lines, frame.fontSize))
    spans ||= slot.rowSpan > 1
    const { colSpan, rowSpan } = slot
    return { stack: [node], colSpan, rowSpan, verticalAlignment: 'middle' }
  })
  return { cells, least, height: Math.max(height, least), spans }
}

function spanWidth(widths: readonly number[], column: number, colSpan: number): number {
  const inner = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0)
  return inner + (colSpan - 1) * (2 * cellPadding.side + rule)
}

/** Printed words and an answer may share a cell; the words come first. */
function drawCell({ cell, record }: Placed, frame: Frame, width: number): Inked {
  const { setter } = frame.ink
  const printed = cellAnswer({ cell, record }, frame.ink)
  const alignment = cell.head ? ('center' as const) : ('left' as const)
  const setting = { setter, fontSize: frame.fontSize, width, alignment }
  const words = cell.text ?? ''
  const role = cell.head ? ('label' as const) : ('body' as const)
  const label = () => setText([words], { ...setting, role, field: words.slice(0, 20) })
  if (!printed) return { ...label(), room: 0 }
  const answer = setAnswer(printed.printed, { ...setting, role: 'body', field: printed.label })
  const blank = printed.printed.kind === 'text' && printed.printed.paragraphs.length === 0
  const room = blank && printed.long ? writingSpace : 0
  if (words === '') return { ...answer, room }
  const both = label()
  return { node: { stack: [both.node, answer.node] }, lines: answer.lines + both.lines, room }
}

function cellAnswer({ cell, record }: Pick<Placed, 'cell' | 'record'>, ink: Ink) {
  if (cell.column !== undefined && record) {
    const table = ink.fields.get(record.table)
    const column =
      table?.type === 'table' ? table.columns.find(({ id }) => id === cell.column) : undefined
    if (column)
      return { printed: printedCell(column, record.row), label: column.label, long: false }
  }
  const field = cell.field === undefined ? undefined : ink.fields.get(cell.field)
  if (!field) return undefined
  const long = field.type === 'narrative'
  return { printed: printedAnswer(field, ink.answers), label: field.label, long }
}
