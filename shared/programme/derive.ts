/**
 * Figures of the form that follow from others: a ratio, the number of rows of a table, an amount asked
 * for twice. Exact: a quotient is rounded half up to as many places as are shown or were typed.
 * Nothing here overwrites an answer.
 */
import Big from 'big.js'
import type { Derived } from '../model/application.ts'
import { compare, parseDecimal } from './decimal.ts'
import type { Case } from './evidence.ts'
import type { Answer, AnswerRow, Derive, Field } from './form.ts'
import { fieldOf, indicatorLabel, indicatorOf, withoutUnit } from './label.ts'
import { convert } from './unit.ts'
import { recorded } from './yearly.ts'

type Known = Pick<Case, 'pack' | 'answers' | 'indicators'>
type Ratio = Extract<Derive, { kind: 'ratio' }>

/** Places that a derived percentage is shown with. */
const places = 2

/** By field id; fields that nothing can be derived for yet are absent. */
export function derivedAnswers(c: Known): Readonly<Record<string, Derived>> {
  const derived = (c.pack.form?.fields ?? []).flatMap((field) => {
    const found = derivedFor(field, c)
    return found ? [[field.id, found] as const] : []
  })
  return Object.fromEntries(derived)
}

/** What a field's figure should be; `digits` are the places after the point, where it is a quotient. */
export function derivedFor(field: Field, c: Known, digits = places): Derived | null {
  const derive = 'derive' in field ? field.derive : undefined
  if (derive?.kind === 'count') return counted(derive.table, c)
  if (derive?.kind === 'same') return alike(field, derive.as, c)
  return derive ? ratio(derive, c, digits) : null
}

/** The derived figure that a typed one differs from, to as many places as were typed; or null. */
export function contradicted(field: Field, typed: string, c: Known): Derived | null {
  const value = parseDecimal(typed)
  if (value === null) return null
  const digits = value.split('.')[1]?.length ?? 0
  const derived = derivedFor(field, c, Math.min(digits, 20))
  return derived && compare(value, derived.value) !== 0 ? derived : null
}

function counted(table: string, { pack, answers }: Known): Derived | null {
  const rows = Array.isArray(answers[table]) ? (answers[table] as readonly AnswerRow[]) : []
  const count = rows.filter((row) => Object.values(row).some((cell) => cell.length > 0)).length
  if (count === 0) return null
  const label = fieldOf(pack, table)?.label ?? table
  return { value: `${count}`, working: 'derive.count', data: { table: label, count } }
}

function alike(field: Field, as: string, { pack, answers }: Known): Derived | null {
  const other = fieldOf(pack, as)
  const value = parseDecimal(asText(answers[as]))
  if (value === null || !other) return null
  const same = convert(value, unitOf(other), unitOf(field))
  const unit = unitOf(field)
  const data = { label: withoutUnit(other.label, unit), value: same, unit }
  return { value: same, working: 'derive.same', data }
}

function ratio({ part, whole }: Ratio, c: Known, digits: number): Derived | null {
  const above = figureOf(part, c)
  const below = figureOf(whole, c)
  if (above === null || below === null || new Big(below).lte(0)) return null
  const divider = Big()
  divider.DP = digits
  divider.RM = Big.roundHalfUp
  const value = new divider(above).times(100).div(below).toFixed()
  const data = {
    ...named('part', part, c),
    ...named('whole', whole, c),
    partValue: above,
    wholeValue: below,
    value,
  }
  return { value, working: 'derive.ratio', data }
}

type Part = Ratio['part']

const figureOf = ({ indicator, year }: Part, c: Known): string | null =>
  parseDecimal(recorded(c.indicators, indicator, c.pack.baseYear + year) ?? '')

function named(key: string, { indicator, year }: Part, { pack }: Known): Record<string, string> {
  const label = indicatorLabel(indicator, pack.baseYear + year)
  const unit = indicatorOf(indicator)?.unit ?? ''
  return { [key]: label['zh-CN'], [`${key}En`]: label.en, [`${key}Unit`]: unit }
}

const unitOf = (field: Field): string => ('unit' in field ? (field.unit ?? '') : '')

const asText = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '')
