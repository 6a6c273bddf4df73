/**
 * Turns the answer of each kind of field into what is printed: paragraphs, or options to tick.
 * See [Note: Field kinds] in shared/programme/form.ts.
 */

import { figure } from '../text/figure.ts'
import { paragraphs } from './clean-text.ts'
import type { Answer, AnswerRow, Answers, Column, Field } from './form.ts'

export type Tick = { readonly label: string; readonly ticked: boolean; readonly other?: string }

export type Printed =
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'ticks'; readonly ticks: readonly Tick[] }

type Asked = Field | Column
type Line = (field: Asked, answer: Answer | undefined, other: string) => Printed

const lines: Readonly<Record<Asked['type'], Line>> = {
  text: (_, answer) => text(single(answer)),
  narrative: (_, answer) => text(single(answer)),
  number: (field, answer) => text(amount(field, single(answer), '')),
  money: (field, answer) => text(amount(field, single(answer), '')),
  percent: (field, answer) => text(amount(field, single(answer), '%')),
  date: (_, answer) => text(dayText(single(answer))),
  month: (_, answer) => text(dayText(single(answer))),
  choice: ticks,
  choices: ticks,
  table: (field, answer) => text(field.type === 'table' ? tableText(field.columns, answer) : ''),
}

/** What a field's answer prints. */
export function printedAnswer(field: Field, answers: Answers): Printed {
  return lines[field.type](field, answers[field.id], single(answers[`${field.id}.other`]))
}

/** What one cell of a repeating table prints. */
export function printedCell(column: Column, row: AnswerRow | undefined): Printed {
  const other = row?.[`${column.id}.other`]
  return lines[column.type](column, row?.[column.id], single(other))
}

/** A printed answer as one string, for copying: chosen options only, joined by 、. */
export function answerText(printed: Printed): string {
  if (printed.kind === 'text') return printed.paragraphs.join('\n')
  return printed.ticks
    .filter((tick) => tick.ticked)
    .map((tick) => (tick.other ? `${tick.label}：${tick.other}` : tick.label))
    .join('、')
}

/** A string as it stands; whatever else an answer may be is not text. */
const single = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '')

const text = (value: string): Printed => ({ kind: 'text', paragraphs: paragraphs(value) })

/** Groups the digits of an exact decimal by threes and adds the unit, unless the label says it. */
function amount(field: Asked, value: string, usual: string): string {
  const isDecimal = /^-?\d+(\.\d+)?$/.test(value.trim())
  if (!isDecimal) return value
  const unit = 'unit' in field && field.unit ? field.unit : usual
  const said = unit === '' || field.label.includes(unit)
  return `${figure(value)}${said ? '' : unit}`
}

/** 2023-03-31 → 2023年3月31日, 2023-03 → 2023年3月; anything else as it stands. */
export function dayText(value: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value.trim())
  if (!match) return value
  const [, year, month, day] = match
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
}

/** Every option with its box; a chosen id that the form no longer lists is printed all the same. */
function ticks(field: Asked, answer: Answer | undefined, other: string): Printed {
  const given = Array.isArray(answer) ? answer : answer ? [answer] : []
  const chosen = given.filter((id) => typeof id === 'string')
  const options = ('options' in field && field.options) || []
  if (options.length === 0) return text(chosen.join('、'))
  const listed = options.map((option) => {
    const ticked = chosen.includes(option.id)
    const beside = ticked ? paragraphs(other).join(' ') : ''
    return { label: option.label, ticked, ...(option.other ? { other: beside } : {}) }
  })
  const unlisted = chosen
    .filter((id) => !options.some((option) => option.id === id))
    .map((id) => paragraphs(id).join(' '))
    .filter((label) => label !== '')
  return {
    kind: 'ticks',
    ticks: [...listed, ...unlisted.map((label) => ({ label, ticked: true }))],
  }
}

/** A table where the layout gives it a single cell: a line for each row. */
function tableText(columns: readonly Column[], answer: Answer | undefined): string {
  return tableRows(answer)
    .map((row) =>
      columns
        .map((column) => answerText(printedCell(column, row)))
        .filter((part) => part !== '')
        .join('，'),
    )
    .join('\n')
}

/** The rows of a table's answer; none where the answer is not a table. */
export function tableRows(answer: Answer | undefined): readonly AnswerRow[] {
  if (!Array.isArray(answer)) return []
  return answer.filter((row): row is AnswerRow => typeof row === 'object' && row !== null)
}
