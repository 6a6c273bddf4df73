/** The answers of the form: each field by itself, tables cell by cell, and against the profile. */
import type { Finding, Severity } from '../model/finding.ts'
import { tableRows } from './answer-text.ts'
import { carriedAnswers } from './carried.ts'
import { type Fault, isBlank, lengthFault, rowFaults, valueFault } from './check-field.ts'
import { checkClaims } from './claims.ts'
import { compare, parseDecimal } from './decimal.ts'
import { contradicted } from './derive.ts'
import type { Case } from './evidence.ts'
import type { Answer, AnswerRow, Answers, Field } from './form.ts'
import { slotLabel, withoutUnit } from './label.ts'
import { cellLabel } from './row-label.ts'
import { isAnswered } from './rules/answers.ts'
import { checkWriting } from './writing.ts'

/** Cells of one table that are told of; where more are wrong, one finding says how many. */
const mostCells = 50

/** Findings of the whole form, in the order of its fields. */
export function checkForm(c: Case): readonly Finding[] {
  const carried = carriedAnswers(c)
  const fields = c.pack.form?.fields ?? []
  return [
    ...fields.flatMap((field) => {
      const own = checkField(field, c.answers)
      // What is no figure or day of its own contradicts nothing yet.
      const told = own.some(({ code }) => code !== 'field.tooLong')
      return [
        ...own,
        ...(told ? [] : differs(field, c.answers[field.id], carried[field.id])),
        ...(told ? [] : underived(field, c)),
        ...unproven(field, c),
      ]
    }),
    ...checkClaims(c),
    ...orphans(c),
    ...checkWriting(c),
  ]
}

/** Findings of one field; pure in its answers, so that the page can mark it while typing. */
export function checkField(field: Field, answers: Answers): readonly Finding[] {
  const answer = answers[field.id]
  if (field.type === 'table') return checkTable(field, tableRows(answer))
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
  const isFilled = (row: AnswerRow) => Object.values(row).some((cell) => !isBlank(cell))
  const count = all.filter(isFilled).length
  if (count === 0 && field.required) return [found(field.id, 'blocking', required(label))]
  const faults = all.flatMap((row, index) =>
    isFilled(row) ? rowFaults(field.columns, row).map((fault) => ({ fault, index })) : [],
  )
  const cells = faults.slice(0, mostCells).map(({ fault, index }) => {
    const named = cellLabel(label, index, `${fault.data.label}`)
    const data = { ...fault.data, label: named['zh-CN'], labelEn: named.en }
    const at = { row: index, column: fault.column }
    return found(field.id, 'blocking', { code: fault.code, data }, at)
  })
  const others = faults.length - cells.length
  if (others > 0) {
    const data = { label, count: others }
    cells.push(found(field.id, 'blocking', { code: 'table.more', data }))
  }
  if (count <= field.maxRows && (count === 0 || count >= field.minRows)) return cells
  const data = { label, count, min: field.minRows, max: field.maxRows }
  return [found(field.id, 'blocking', { code: 'table.rows', data }), ...cells]
}

function differs(field: Field, answer: Answer | undefined, carried: Answer | undefined) {
  if (typeof answer !== 'string' || typeof carried !== 'string') return []
  if (answer.trim() === '' || carried === '' || sameValue(answer, carried)) return []
  const unit = 'unit' in field ? (field.unit ?? '') : ''
  const label = withoutUnit(field.label, unit)
  const data = { label, answer: answer.trim(), profile: carried, unit }
  return [found(field.id, 'warning', { code: 'field.differs', data })]
}

function sameValue(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  return left !== null && right !== null ? compare(left, right) === 0 : a.trim() === b.trim()
}

/** A figure that others of the form or the profile come out otherwise. */
function underived(field: Field, c: Case): readonly Finding[] {
  const answer = c.answers[field.id]
  const derived = typeof answer === 'string' ? contradicted(field, answer, c) : null
  if (!derived || typeof answer !== 'string') return []
  const unit = 'unit' in field ? (field.unit ?? '') : ''
  const label = withoutUnit(field.label, unit)
  const data = { label, answer: answer.trim(), derived: derived.value, unit }
  return [found(field.id, 'warning', { code: 'field.derived', data })]
}

/** Papers that prove figures of the form, none of which is filled in. */
function orphans({ pack, slots, answers }: Case): readonly Finding[] {
  const proven = (pack.form?.fields ?? []).filter((field) => 'proof' in field && field.proof)
  const bySlot = Map.groupBy(proven, (field) => ('proof' in field && field.proof) || '')
  return [...bySlot].flatMap(([slot, fields]): Finding[] => {
    const papers = slots[slot]?.materials ?? []
    if (papers.length === 0 || fields.some(({ id }) => isAnswered(answers[id]))) return []
    const labels = fields.map(({ label }) => label).join('、')
    const data = { slot: slotLabel(pack, slot)['zh-CN'], labels, count: papers.length }
    const place = { step: 'materials' as const, ref: slot }
    return [{ code: 'slot.unclaimed', severity: 'hint', place, data }]
  })
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
  // A field is called by its printed name in both languages, a cell is not.
  data: 'label' in fault.data ? { labelEn: fault.data.label, ...fault.data } : fault.data,
})
