/** A ruled table of plain texts whose headings are repeated at the top of each page. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { linesHeight, setText } from './answer-node.ts'
import { tallRow } from './break-grid.ts'
import { columnWidths, page } from './measure.ts'
import { ruled } from './ruled.ts'
import type { Typesetter } from './typesetter.ts'

export type PlainColumn = {
  readonly label: string
  /** Share of the table's width. */
  readonly share: number
  readonly alignment?: 'left' | 'center'
}

export type PlainTable = {
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The first column holds labels, as in a list of facts; there is no heading row. */
  readonly labelled?: boolean
}

export type Sizing = {
  readonly setter: Typesetter
  readonly fontSize: number
  /** Width of the whole table in points; that of a portrait page's text when absent. */
  readonly width?: number
}

/** Least height of a row's text. */
const rowHeight = 16

/** A cell may hold several lines, parted by line feeds. */
export function plainTable(
  { columns, rows, labelled = false }: PlainTable,
  { setter, fontSize, width = page.textWidth }: Sizing,
): Content {
  const widths = columnWidths(
    columns.map(({ share }) => share),
    width,
  )
  const cell = (text: string, at: number, head: boolean) => {
    const column = columns[at]
    const type = {
      role: head ? ('label' as const) : ('body' as const),
      alignment: head ? ('center' as const) : (column?.alignment ?? 'left'),
      width: widths[at] ?? 0,
      fontSize,
    }
    return setText(text.split('\n'), { setter, ...type, field: column?.label ?? '' })
  }
  const head = labelled ? [] : [columns.map(({ label }, at) => cell(label, at, true))]
  const deepest = Math.max(0, ...head.flat().map(({ lines }) => lines))
  const body = rows.map((row) =>
    columns.map((_, at) => cell(row[at] ?? '', at, labelled && at === 0)),
  )
  const tall = tallRow(page.textHeight)
  const highest = Math.max(0, ...body.flat().map(({ lines }) => linesHeight(lines, fontSize)))
  return {
    margin: [0, 6, 0, 0],
    table: {
      widths,
      headerRows: head.length,
      keepWithHeaderRows: highest < tall ? head.length : 0,
      dontBreakRows: highest < tall,
      heights: rowHeight,
      body: [
        ...head.map((row) =>
          row.map(({ node, lines }): TableCell => {
            const free = linesHeight(deepest - lines, fontSize)
            return { stack: [node], margin: [0, free / 2, 0, 0] }
          }),
        ),
        ...body.map((row) => row.map(({ node }) => node)),
      ],
    },
    layout: ruled,
  }
}
