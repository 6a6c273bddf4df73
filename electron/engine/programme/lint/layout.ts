/** Lints the layout of a form: every field stands in it once, and every row fills its grid. */
import type { Block, Cell, Field, Form, Row } from '../../../../shared/programme/form.ts'
import type { Note, Path } from '../pack-fault.ts'

type Grid = Extract<Block, { kind: 'grid' }>
type Placing = { readonly field: string; readonly path: Path }

export function lintLayout(form: Form, note: Note): void {
  const blocks = form.sections.flatMap((section, i) =>
    section.blocks.map((block, j) => ({ block, at: ['form', 'sections', i, 'blocks', j] })),
  )
  const cover = form.cover.map(({ field }, i) => ({ field, path: ['form', 'cover', i, 'field'] }))
  const placings = [...cover, ...blocks.flatMap(({ block, at }) => placed(block, at))]
  lintPlacings(form, placings, note)
  for (const { block, at } of blocks) {
    if (block.kind === 'chapter') lintChapter(form, block, at, note)
    if (block.kind === 'grid') lintGrid(form, block, at, note)
  }
}

/** The fields that a block shows. Neighbouring rows that repeat one table count once. */
function placed(block: Block, at: Path): Placing[] {
  if (block.kind === 'chapter') return [{ field: block.field, path: [...at, 'field'] }]
  if (block.kind !== 'grid') return []
  return block.rows.flatMap((row, i) => {
    const path = [...at, 'rows', i]
    const cells = row.cells.flatMap((cell, j) =>
      cell.field === undefined || cell.echo
        ? []
        : [{ field: cell.field, path: [...path, 'cells', j, 'field'] }],
    )
    const repeats = row.repeat !== undefined && block.rows[i - 1]?.repeat !== row.repeat
    return row.repeat !== undefined && repeats
      ? [{ field: row.repeat, path: [...path, 'repeat'] }, ...cells]
      : cells
  })
}

function lintPlacings(form: Form, placings: readonly Placing[], note: Note): void {
  const seen = new Set<string>()
  for (const { field: name, path } of placings) {
    if (!form.fields.some((field) => field.id === name)) note(path, 'unknown.field', { name })
    else if (seen.has(name)) note(path, 'layout.twice', { name })
    seen.add(name)
  }
  form.fields.forEach(({ id: name }, i) => {
    if (!seen.has(name)) note(['form', 'fields', i, 'id'], 'layout.unplaced', { name })
  })
}

function lintChapter(
  form: Form,
  block: Extract<Block, { kind: 'chapter' }>,
  at: Path,
  note: Note,
): void {
  const field = form.fields.find((each) => each.id === block.field)
  if (field && field.type !== 'narrative') note([...at, 'field'], 'layout.chapter')
}

function lintGrid(form: Form, grid: Grid, at: Path, note: Note): void {
  lintSpans(grid, at, note)
  grid.rows.forEach((row, i) => {
    lintColumnCells(form, row, [...at, 'rows', i], note)
  })
  for (const table of new Set(grid.rows.flatMap((row) => row.repeat ?? []))) {
    const field = form.fields.find((each) => each.id === table)
    if (field?.type === 'table') lintColumnsShown(field, grid, at, note)
  }
}

function lintColumnsShown(
  field: Extract<Field, { type: 'table' }>,
  grid: Grid,
  at: Path,
  note: Note,
): void {
  const rows = grid.rows.filter((row) => row.repeat === field.id)
  const shown = rows.flatMap((row) => row.cells.flatMap((cell) => cell.column ?? []))
  for (const { id: name } of field.columns) {
    if (shown.includes(name)) continue
    note([...at, 'rows'], 'layout.columnUnplaced', { table: field.label, name })
  }
}

function lintColumnCells(form: Form, row: Row, at: Path, note: Note): void {
  const table = form.fields.find((field) => field.id === row.repeat)
  if (row.repeat !== undefined && table && table.type !== 'table') {
    note([...at, 'repeat'], 'unknown.table', { name: row.repeat })
  }
  row.cells.forEach((cell, i) => {
    lintEcho(form, cell, [...at, 'cells', i, 'field'], note)
    if (cell.column === undefined) return
    const path = [...at, 'cells', i, 'column']
    const name = cell.column
    if (row.repeat === undefined) note(path, 'layout.column', { name })
    else if (table?.type === 'table' && !table.columns.some((column) => column.id === name)) {
      note(path, 'unknown.column', { table: table.label, name })
    }
  })
}

/** An echo repeats an answer that there is. */
function lintEcho(form: Form, { echo, field: name = '' }: Cell, path: Path, note: Note): void {
  if (echo && !form.fields.some((field) => field.id === name)) note(path, 'unknown.field', { name })
}

/** Counts spans as HTML does; a repeating row counts as one. */
function lintSpans(grid: Grid, at: Path, note: Note): void {
  const needed = grid.widths.length
  let hanging: number[] = []
  grid.rows.forEach((row, i) => {
    const actual = hanging.length + row.cells.reduce((all, cell) => all + (cell.colSpan ?? 1), 0)
    if (actual !== needed) note([...at, 'rows', i], 'layout.width', { actual, needed })
    const left = grid.rows.length - i
    row.cells.forEach((cell, j) => {
      if ((cell.rowSpan ?? 1) > left) note([...at, 'rows', i, 'cells', j], 'layout.rowspan')
    })
    hanging = [...hanging, ...row.cells.flatMap(spread)].flatMap((rows) =>
      rows > 1 ? [rows - 1] : [],
    )
  })
}

/** The rows below that a cell reaches into, once for each of its columns. */
const spread = (cell: Cell): number[] =>
  new Array<number>(cell.colSpan ?? 1).fill(cell.rowSpan ?? 1)
