/** The answers of the form: each field by itself, tables cell by cell, and against the profile. */
import type { Finding, Severity } from '../model/finding.ts'
import { carriedAnswers } from './carried.ts'
import { type Fault, isBlank, lengthFault, rowFaults, valueFault } from './check-field.ts'
import { compare, parseDecimal } from './decimal.ts'
import type { Case } from './evidence.ts'
import type { Answer, AnswerRow, Answers, Field } from './form.ts'
import { slotLabel } from './label.ts'
import { isAnswered } from './rules/answers.ts'

/** Findings of the whole form, in the order of its fields. */
export function checkForm(c: Case): readonly Finding[] {
  const carried = carriedAnswers(c)
  return (c.pack.form?.fields ?? []).flatMap((field) => [
    ...checkField(field, c.answers),
    ...differs(field, c.answers[field.id], carried[field.id]),
    ...unproven(field, c),
  ])
}

/** Findings of one field; pure in its answers, so that the page can mark it while typing. */
export function checkField(field: Field, answers: Answers): readonly Finding[] {
  const answer = answers[field.id]
  if (field.type === 'table') return checkTable(field, rows(answer))
  if (!isAnswered(answer)) {
    return field.required ? [found(field.id, 'blocking', required(field.label))] : []
  }
  const fault =
    field.type === 'narrative'
      ? lengthFault(field.label, text(answer), field.maxLength)
      : valueFault(field, value(answer), value(answers[`${field.id}.other`]))
  return fault ? [found(field.id, 'blocking', fault)] : []
}

function checkTable(
  field: Extract<Field, { type: 'table' }>,
  all: readonly AnswerRow[],
): readonly Finding[] {
  const label = field.label
  const filled = all.filter((row) => Object.values(row).some((cell) => !isBlank(cell)))
  if (filled.length === 0 && field.required) {
    return [found(field.id, 'blocking', required(label))]
  }
  const cells = all.flatMap((row, index) =>
    filled.includes(row)
      ? rowFaults(field.columns, row).map((fault) =>
          found(
            field.id,
            'blocking',
            { code: fault.code, data: { ...fault.data, label: cellLabel(label, index, fault) } },
            { row: index, column: fault.column },
          ),
        )
      : [],
  )
  const count = filled.length
  if (count <= field.maxRows && (count === 0 || count >= field.minRows)) return cells
  const data = { label, count, min: field.minRows, max: field.maxRows }
  return [found(field.id, 'blocking', { code: 'table.rows', data }), ...cells]
}

/** 表名 › 第2行 › 列名: where a cell is, readable in both languages. */
const cellLabel = (table: string, index: number, fault: Fault): string =>
  `${table} › ${index + 1} › ${fault.data.label}`

function differs(field: Field, answer: Answer | undefined, carried: Answer | undefined) {
  if (typeof answer !== 'string' || typeof carried !== 'string') return []
  if (answer.trim() === '' || carried === '' || sameValue(answer, carried)) return []
  const unit = 'unit' in field ? (field.unit ?? '') : ''
  const data = { label: field.label, answer: answer.trim(), profile: carried, unit }
  return [found(field.id, 'warning', { code: 'field.differs', data })]
}

function sameValue(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  return left !== null && right !== null ? compare(left, right) === 0 : a.trim() === b.trim()
}

/** A figure that is claimed without its paper. */
function unproven(field: Field, c: Case): readonly Finding[] {
  const proof = 'proof' in field ? field.proof : undefined
  if (proof === undefined || !isAnswered(c.answers[field.id])) return []
  const content = c.slots[proof]
  if (content?.waived || (content?.materials.length ?? 0) > 0) return []
  const data = { label: field.label, slot: slotLabel(c.pack, proof)['zh-CN'] }
  return [found(field.id, 'warning', { code: 'field.unproven', data })]
}

const required = (label: string): Fault => ({ code: 'field.required', data: { label } })

const rows = (answer: Answer | undefined): readonly AnswerRow[] =>
  Array.isArray(answer)
    ? (answer as readonly (AnswerRow | string)[]).filter(
        (row): row is AnswerRow => typeof row !== 'string',
      )
    : []

const text = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '')

const value = (answer: Answer | undefined): string | readonly string[] =>
  typeof answer === 'string'
    ? answer
    : ((answer ?? []) as readonly unknown[]).filter((each) => typeof each === 'string')

const found = (
  ref: string,
  severity: Severity,
  fault: Fault,
  cell: { row?: number; column?: string } = {},
): Finding => ({
  code: fault.code,
  severity,
  place: { step: 'form', ref, ...cell },
  data: fault.data,
})
