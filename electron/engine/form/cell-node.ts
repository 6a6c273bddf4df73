/** Sets what stands in one cell of an official table. */

import { printedAnswer, printedCell } from '../../../shared/programme/answer-text.ts'
import type { Answers, Field } from '../../../shared/programme/form.ts'
import { type SetText, setAnswer, setText } from './answer-node.ts'
import type { Placed } from './layout-grid.ts'
import type { Typesetter } from './typesetter.ts'

export type Ink = {
  readonly setter: Typesetter
  readonly answers: Answers
  readonly fields: ReadonlyMap<string, Field>
}

/** `room` is the least height of the cell, in points. */
export type SetCell = SetText & { readonly room: number }

/** Room for a hand to write a longer answer in. */
const writingSpace = 66

/** Printed words and an answer may share a cell; the words come first. */
export function setCell(
  { cell, record }: Placed,
  { ink, fontSize, width }: { ink: Ink; fontSize: number; width: number },
): SetCell {
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
  const answer = setAnswer(printed.printed, { ...setting, role: 'body', field: printed.label })
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
