/**
 * A form as it is filled in, in its order, with answers to read and answers to copy: for the carry
 * kit and the reviewer's reading view. Pure.
 */

import { answerText, printedAnswer, printedCell, tableRows } from './answer-text.ts'
import type { Answer, AnswerRow, Answers, Block, Column, Field, Form } from './form.ts'

/** `copy` is the plain value for a web form: no thousands separators, no unit. */
export type Value = { readonly shown: string; readonly copy: string }
export type FilledItem =
  | ({ readonly kind: 'value'; readonly field: string; readonly label: string } & Value)
  | {
      readonly kind: 'table'
      readonly field: string
      readonly label: string
      readonly columns: readonly { readonly id: string; readonly label: string }[]
      readonly rows: readonly (readonly Value[])[]
    }
/** `id` is the section's own; of cover and rest a word that no section has. */
export type FilledSection = {
  readonly id: string
  readonly title: string
  readonly items: readonly FilledItem[]
}

const plainTypes: readonly string[] = ['number', 'money', 'percent', 'date', 'month']

const plainValue = (type: Field['type'], shown: string, answer: Answer | undefined): Value => ({
  shown,
  copy: plainTypes.includes(type) && typeof answer === 'string' ? answer : shown,
})

const cellOf = (column: Column, row: AnswerRow): Value =>
  plainValue(column.type, answerText(printedCell(column, row)), row[column.id])

function itemOf(field: Field, answers: Answers): FilledItem {
  const answer = answers[field.id]
  if (field.type !== 'table') {
    const shown = answerText(printedAnswer(field, answers))
    const value = plainValue(field.type, shown, answer)
    return { kind: 'value', field: field.id, label: field.label, ...value }
  }
  const rows = tableRows(answer).map((row) => field.columns.map((column) => cellOf(column, row)))
  const columns = field.columns.map(({ id, label }) => ({ id, label }))
  return { kind: 'table', field: field.id, label: field.label, columns, rows }
}

/** Ids of the fields that a block shows, as a reader of the form meets them. */
function fieldsOf(block: Block): string[] {
  if (block.kind === 'chapter') return [block.field]
  if (block.kind !== 'grid') return []
  return block.rows.flatMap(({ cells, repeat }) => [
    ...(repeat ? [repeat] : []),
    ...cells.flatMap(({ field, echo }) => (field && !echo ? [field] : [])),
  ])
}

/** Cover, sections, and whatever field the layout leaves out; each field once. */
export function filledForm(form: Form, answers: Answers): FilledSection[] {
  const taken = new Set<string>()
  const section = (id: string, title: string, ids: readonly string[]): FilledSection => {
    const items = ids.flatMap((asked) => {
      const field = form.fields.find((each) => each.id === asked)
      if (!field || taken.has(asked)) return []
      taken.add(asked)
      return [itemOf(field, answers)]
    })
    return { id, title, items }
  }
  const cover = section(
    '_cover',
    form.title,
    form.cover.map(({ field }) => field),
  )
  const body = form.sections.map(({ id, title, blocks }) =>
    section(id, title, blocks.flatMap(fieldsOf)),
  )
  const rest = section(
    '_rest',
    '',
    form.fields.map(({ id }) => id),
  )
  return [cover, ...body, rest].filter(({ items }) => items.length > 0)
}
