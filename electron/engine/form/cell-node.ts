/** Sets what stands in one cell of an official table. */

import { printedAnswer, printedCell, tableRows } from '../../../shared/programme/answer-text.ts'
import type { Answers, Field } from '../../../shared/programme/form.ts'
import { onOneLine, type SetText, setAnswer, setText } from './answer-node.ts'
import type { Placed } from './layout-grid.ts'
import type { PageFrame } from './measure.ts'
import type { Typesetter } from './typesetter.ts'

export type Ink = {
  readonly setter: Typesetter
  readonly answers: Answers
  readonly fields: ReadonlyMap<string, Field>
  /** The page that the form stands on. */
  readonly frame: PageFrame
  /** What `shortColumn` has found out. */
  readonly shortColumns: Map<string, boolean>
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
  const text = { ...setting, role: 'body', field: printed.label, indented: printed.long } as const
  const alone = words === '' && shortColumn(record?.table, cell.column, { ink, fontSize, width })
  const answer = setAnswer(printed.printed, text, alone)
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

/** Whether every answer of a column takes one line: what stands below each other is set alike. */
function shortColumn(table = '', id = '', { ink, fontSize, width }: Setting): boolean {
  const key = `${table}.${id}@${width}`
  const known = ink.shortColumns.get(key)
  if (known !== undefined) return known
  const column = columnOf(ink, table, id)
  const short = tableRows(column && ink.answers[table]).every((row) =>
    column ? onOneLine(printedCell(column, row), { setter: ink.setter, fontSize, width }) : true,
  )
  ink.shortColumns.set(key, short)
  return short
}
