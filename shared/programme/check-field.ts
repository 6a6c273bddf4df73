/**
 * One answer against its field: every kind of field has its rule here (see Note: Field kinds).
 * Serves form fields and the cells of tables alike.
 */
import type { Finding, FindingCode } from '../model/finding.ts'
import { isDay, isMonth } from './calendar.ts'
import { compare, parseDecimal } from './decimal.ts'
import type { Column, Field } from './form.ts'
import { onceForRow } from './known-rows.ts'
import { withoutUnit } from './label.ts'

/** What is wrong with one value: a code and what its sentence needs to know. */
export type Fault = { readonly code: FindingCode; readonly data: Finding['data'] }

type Value = string | readonly string[]
type Plain = Exclude<Field, { type: 'table' | 'narrative' }> | Column

/** The first fault of a value that is filled in, or null. Blank values are judged by the caller. */
export function valueFault(asked: Plain, value: Value, other?: Value): Fault | null {
  const label = asked.label
  if (asked.type === 'choice' || asked.type === 'choices') return optionFault(asked, value, other)
  const text = typeof value === 'string' ? value.trim() : value.join('、')
  if (asked.type === 'date' && !isDay(text)) return { code: 'field.date', data: { label, text } }
  if (asked.type === 'month' && !isMonth(text))
    return { code: 'field.month', data: { label, text } }
  if (asked.type === 'number' || asked.type === 'money' || asked.type === 'percent') {
    return numberFault(asked, text)
  }
  return lengthFault(label, text, asked.maxLength)
}

/** Length is counted in characters, as a form counts them; line breaks do not count. */
export function lengthFault(label: string, text: string, max: number | undefined): Fault | null {
  if (max === undefined) return null
  const length = lengthOf(text)
  if (length <= max) return null
  return { code: 'field.tooLong', data: { label, length, max, over: length - max } }
}

/** Characters of a text, line breaks left out. */
export const lengthOf = (text: string): number => [...text.replace(/[\r\n]/g, '')].length

/** True for a blank cell or answer. */
export const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '')

/** Faults of a row's cells, by column. */
export const rowFaults = onceForRow(
  (columns, row): readonly (Fault & { readonly column: string })[] =>
    columns.flatMap((column) => {
      const value = row[column.id]
      const fault =
        value === undefined || isBlank(value)
          ? column.required
            ? { code: 'field.required' as const, data: { label: column.label } }
            : null
          : valueFault(column, value, row[`${column.id}.other`])
      return fault ? [{ ...fault, column: column.id }] : []
    }),
)

function numberFault(asked: Plain, text: string): Fault | null {
  const value = parseDecimal(text)
  const unit = asked.unit ?? ''
  if (value === null) return { code: 'field.number', data: { label: asked.label, text, unit } }
  const percent = asked.type === 'percent'
  const min = asked.min ?? (percent ? '0' : undefined)
  const max = asked.max ?? (percent ? '100' : undefined)
  const low = min !== undefined && compare(value, min) < 0
  const high = max !== undefined && compare(value, max) > 0
  if (!low && !high) return null
  return {
    code: 'field.range',
    data: { label: withoutUnit(asked.label, unit), text, unit, min: min ?? '', max: max ?? '' },
  }
}

function optionFault(asked: Plain, value: Value, other: Value | undefined): Fault | null {
  const chosen = typeof value === 'string' ? [value] : value
  const options = asked.options ?? []
  const unknown = chosen.filter((id) => !options.some((option) => option.id === id))
  if (unknown.length > 0 || (asked.type === 'choice' && chosen.length > 1)) {
    return { code: 'field.option', data: { label: asked.label, text: chosen.join('、') } }
  }
  const open = options.find((option) => option.other && chosen.includes(option.id))
  if (open && isBlank(other)) {
    return { code: 'field.required', data: { label: `${asked.label}—${open.label}` } }
  }
  return null
}
