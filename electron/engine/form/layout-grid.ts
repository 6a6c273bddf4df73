/**
 * Unrolls an official table: repeats its rows for the answers, counts the spans as HTML does, and
 * cuts it where column headings begin anew, so that each part can repeat its own headings at the
 * top of a page. Knows nothing of type or paper.
 */
import type { AnswerRow, Cell, Row } from '../../../shared/programme/form.ts'

/** Empty rows that an unanswered repeating table is printed with, to be filled in by hand. */
export const blankRows = 3

/** Where the rows of a table field come from, and how many blank ones it wants at least. */
export type RowSource = (table: string) => {
  readonly rows: readonly AnswerRow[]
  readonly minRows: number
}

export type Placed = {
  readonly cell: Cell
  readonly colSpan: number
  readonly rowSpan: number
  /** The table whose row this is, with the answers of that row (none in a blank row). */
  readonly record:
    | { readonly table: string; readonly row: AnswerRow | undefined; readonly index: number }
    | undefined
}

/** One place of the unrolled table: a cell's upper left corner, or covered by its span. */
export type Slot = Placed | 'covered'

export type GridPart = {
  readonly rows: readonly (readonly Slot[])[]
  /** Leading rows that are repeated at the top of each page. */
  readonly headRows: number
}

type Span = { cell: Cell; row: number; column: number; rowSpan: number; colSpan: number }
type Group = {
  from: number
  size: number
  table: string | undefined
  rows: readonly (AnswerRow | undefined)[]
  /** First row of the group in the unrolled table. */
  out: number
}

/** The table as parts of unrolled rows, each `columns` slots wide. */
export function layoutGrid(rows: readonly Row[], columns: number, source: RowSource): GridPart[] {
  const groups = groupRows(rows, source)
  const last = groups.at(-1)
  const height = last ? last.out + last.size * last.rows.length : 0
  const slots: Slot[][] = Array.from({ length: height }, () => new Array<Slot>(columns))
  for (const span of placeCells(rows, columns)) {
    const group = groupOf(groups, span.row)
    if (group) unroll(span, group, groups, slots)
  }
  for (const line of slots)
    for (let i = 0; i < columns; i += 1)
      line[i] ??= { cell: {}, colSpan: 1, rowSpan: 1, record: undefined }
  return cutParts(slots, groups)
}

/** Neighbouring rows that repeat for the same table are printed together for each record. */
function groupRows(rows: readonly Row[], source: RowSource): Group[] {
  const groups: Group[] = []
  rows.forEach((row, index) => {
    const last = groups.at(-1)
    if (last && row.repeat !== undefined && last.table === row.repeat) {
      last.size += 1
      return
    }
    const out = last ? last.out + last.size * last.rows.length : 0
    groups.push({ from: index, size: 1, table: row.repeat, rows: records(row.repeat, source), out })
  })
  return groups
}

function records(table: string | undefined, source: RowSource): (AnswerRow | undefined)[] {
  if (table === undefined) return [undefined]
  const { rows, minRows } = source(table)
  const blank = Math.max(minRows, rows.length === 0 ? blankRows : 0) - rows.length
  return [...rows, ...new Array<undefined>(Math.max(0, blank)).fill(undefined)]
}

const groupOf = (groups: readonly Group[], row: number) =>
  groups.find((group) => row >= group.from && row < group.from + group.size)

/** Gives each cell of the definition its column, as HTML does. */
function placeCells(rows: readonly Row[], columns: number): Span[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false))
  const spans: Span[] = []
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of row.cells) {
      while (taken[index]?.[column]) column += 1
      if (column >= columns) return
      const colSpan = Math.min(cell.colSpan ?? 1, columns - column)
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - index)
      for (let r = index; r < index + rowSpan; r += 1)
        taken[r]?.fill(true, column, column + colSpan)
      spans.push({ cell, row: index, column, rowSpan, colSpan })
      column += colSpan
    }
  })
  return spans
}

function unroll(span: Span, group: Group, groups: readonly Group[], slots: Slot[][]): void {
  const { cell, colSpan, column } = span
  const offset = group.out + span.row - group.from
  const { table } = group
  const place = (at: number, rowSpan: number, row?: AnswerRow, index = 0) => {
    for (const line of slots.slice(at, at + rowSpan)) line.fill('covered', column, column + colSpan)
    const line = slots[at]
    if (line)
      line[column] = { cell, colSpan, rowSpan, record: table ? { table, row, index } : undefined }
  }
  const inner = Math.min(span.rowSpan, group.from + group.size - span.row)
  const whole = group.size * (group.rows.length - 1) + inner
  if (table === undefined) place(offset, outerSpan(span, groups))
  else if (cell.once) place(offset, whole)
  else
    group.rows.forEach((row, index) => {
      place(offset + index * group.size, inner, row, index)
    })
}

/** A label beside repeating rows grows with them. */
function outerSpan(span: Span, groups: readonly Group[]): number {
  let rows = 0
  for (let row = span.row; row < span.row + span.rowSpan; row += 1)
    rows += groupOf(groups, row)?.rows.length ?? 0
  return rows
}

/** Cuts before the headings of a repeating table and after its rows, where no span crosses. */
function cutParts(slots: readonly (readonly Slot[])[], groups: readonly Group[]): GridPart[] {
  const cuts = new Set<number>([0])
  for (const group of groups) {
    if (group.table === undefined) continue
    let start = group.out
    while (start > 0 && isHeading(slots[start - 1] ?? [])) start -= 1
    if (start === group.out) continue
    cuts.add(start)
    cuts.add(group.out + group.size * group.rows.length)
  }
  const starts = [...cuts].filter((at) => !crossed(slots, at)).toSorted((a, b) => a - b)
  return starts
    .map((at, i) => slots.slice(at, starts[i + 1] ?? slots.length))
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ rows, headRows: headRows(rows) }))
}

const isHeading = (row: readonly Slot[]) =>
  row.every((slot) => slot === 'covered' || slot.cell.head === true) &&
  row.some((slot) => slot !== 'covered')

const crossed = (slots: readonly (readonly Slot[])[], at: number) =>
  slots
    .slice(0, at)
    .some((row, r) => row.some((slot) => slot !== 'covered' && r + slot.rowSpan > at))

function headRows(rows: readonly (readonly Slot[])[]): number {
  const first = rows.findIndex((row) => !isHeading(row))
  return first > 0 && !crossed(rows, first) ? first : 0
}
