/** Sets what stands in one cell of an official table. */

import {
  type Printed,
  printedAnswer,
  printedCell,
  tableRows,
} from '../../../shared/programme/answer-text.ts'
import type { Answers, Field } from '../../../shared/programme/form.ts'
import { onOneLine, type SetText, setAnswer, setText } from './answer-node.ts'
import { figureSize, isFigure } from './figure-size.ts'
import type { Placed } from './layout-grid.ts'
import type { PageFrame } from './measure.ts'
import type { Typesetter } from './typesetter.ts'

export type Ink = {
  readonly setter: Typesetter
  readonly answers: Answers
  readonly fields: ReadonlyMap<string, Field>
  /** The page that the form stands on. */
  readonly frame: PageFrame
  /** What `columnType` has found out. */
  readonly columnTypes: Map<string, ColumnType>
}

/** How the answers of a column are set: what stands below each other is set alike. */
type ColumnType = {
  /** Every answer takes one line. */
  readonly short: boolean
  /** Of its figures. */
  readonly fontSize: number
}

type Setting = { readonly ink: Ink; readonly fontSize: number; readonly width: number }

/** `room` is the least height of the cell, in points. */
export type SetCell = SetText & { readonly room: number }

/** Room for a hand to write a longer answer in. */
const writingSpace = 66

/** Printed words and an answer may share a cell; the words come first. */
export function setCell({ cell, record }: Placed, { ink, fontSize, width }: Setting): SetCell {
  const { setter } = ink
  const printed = cellAnswer({ cell, record }, ink)
  const alignment = cell.head ? ('center' as const) : ('left' as const)
  const setting = { setter, fontSize, width, alignment }
  const words = cell.text ?? ''
  const role = cell.head ? ('label' as const) : ('body' as const)
  const label = () => setText([words], { ...setting, role, field: words.slice(0, 20) })
  if (cell.number && record) {
    const number = setText([`${record.index + 1}`], {
      ...setting,
      role: 'body',
      field: '',
      alignment: 'center',
    })
    return { ...number, room: 0 }
  }
  if (!printed) return { ...label(), room: 0 }
  const column = columnType(record?.table, cell.column, { ink, fontSize, width })
  const figure = record ? column.fontSize : figureSize(printed.printed, setting)
  const answerSize = isFigure(printed.printed) ? figure : fontSize
  const text = {
    ...setting,
    role: 'body',
    fontSize: answerSize,
    field: printed.label,
    indented: printed.long,
  } as const
  const set = setAnswer(printed.printed, text, words === '' && column.short)
  // Lines are counted in those of the table's own type.
  const answer = { ...set, lines: (set.lines * answerSize) / fontSize }
  const blank = printed.printed.kind === 'text' && printed.printed.paragraphs.length === 0
  const room = blank && printed.long ? writingSpace : 0
  if (blank && cell.hint !== undefined) {
    return {
      ...setText([words, cell.hint].filter(Boolean), {
        ...setting,
        role: 'body',
        field: printed.label,
      }),
      room,
    }
  }
  if (words === '') return { ...answer, room }
  const both = label()
  return { node: { stack: [both.node, answer.node] }, lines: answer.lines + both.lines, room }
}

function cellAnswer({ cell, record }: Pick<Placed, 'cell' | 'record'>, ink: Ink) {
  const column = columnOf(ink, record?.table, cell.column)
  if (column) return { printed: printedCell(column, record?.row), label: column.label, long: false }
  const field = cell.field === undefined ? undefined : ink.fields.get(cell.field)
  if (!field) return undefined
  const long = field.type === 'narrative'
  return { printed: printedAnswer(field, ink.answers), label: field.label, long }
}

function columnOf({ fields }: Ink, table = '', id = '') {
  const field = fields.get(table)
  return field?.type === 'table' ? field.columns.find((column) => column.id === id) : undefined
}

function columnType(table = '', id = '', { ink, fontSize, width }: Setting): ColumnType {
  const key = `${table}.${id}@${width}`
  const known = ink.columnTypes.get(key)
  if (known) return known
  const column = columnOf(ink, table, id)
  const answers = column ? tableRows(ink.answers[table]).map((row) => printedCell(column, row)) : []
  const type = { setter: ink.setter, fontSize, width }
  const size = Math.min(fontSize, ...answers.map((printed) => figureSize(printed, type)))
  const sizeOf = (printed: Printed) => (isFigure(printed) ? size : fontSize)
  const short = answers.every((printed) =>
    onOneLine(printed, { ...type, fontSize: sizeOf(printed) }),
  )
  const found = { short, fontSize: size }
  ink.columnTypes.set(key, found)
  return found
}
