/** What a form asks, in its order, with answers to read and answers to copy. Pure. */

import {
  answerText,
  printedAnswer,
  printedCell,
  tableRows,
} from '../../../shared/programme/answer-text.ts'
import type {
  Answer,
  AnswerRow,
  Answers,
  Block,
  Column,
  Field,
  Form,
} from '../../../shared/programme/form.ts'

/** `copy` is the plain value for a web form: no thousands separators, no unit. */
export type Value = { readonly shown: string; readonly copy: string }
export type KitItem =
  | ({ readonly kind: 'value'; readonly label: string } & Value)
  | {
      readonly kind: 'table'
      readonly label: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Value[])[]
    }
export type KitSection = { readonly title: string; readonly items: readonly KitItem[] }

const plainTypes: readonly string[] = ['number', 'money', 'percent', 'date', 'month']

const plainValue = (type: Field['type'], shown: string, answer: Answer | undefined): Value => ({
  shown,
  copy: plainTypes.includes(type) && typeof answer === 'string' ? answer : shown,
})

const cellOf = (column: Column, row: AnswerRow): Value =>
  plainValue(column.type, answerText(printedCell(column, row)), row[column.id])

function itemOf(field: Field, answers: Answers): KitItem {
  const answer = answers[field.id]
  if (field.type !== 'table') {
    const shown = answerText(printedAnswer(field, answers))
    return { kind: 'value', label: field.label, ...plainValue(field.type, shown, answer) }
  }
  const rows = tableRows(answer).map((row) => field.columns.map((column) => cellOf(column, row)))
  return { kind: 'table', label: field.label, columns: field.columns.map((c) => c.label), rows }
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
export function kitSections(form: Form, answers: Answers): KitSection[] {
  const taken = new Set<string>()
  const section = (title: string, ids: readonly string[]): KitSection => {
    const items = ids.flatMap((id) => {
      const field = form.fields.find((each) => each.id === id)
      if (!field || taken.has(id)) return []
      taken.add(id)
      return [itemOf(field, answers)]
    })
    return { title, items }
  }
  const cover = section(
    form.title,
    form.cover.map(({ field }) => field),
  )
  const body = form.sections.map(({ title, blocks }) => section(title, blocks.flatMap(fieldsOf)))
  const rest = section(
    '',
    form.fields.map(({ id }) => id),
  )
  return [cover, ...body, rest].filter(({ items }) => items.length > 0)
}
