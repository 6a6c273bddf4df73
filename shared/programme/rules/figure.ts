/**
 * Turns an operand into a figure. A figure is an interval from `low` to `high` in base units (元
 * for money), because a sum or a count with blanks is still known to lie somewhere.
 */
import type { Missing } from '../../model/verdict.ts'
import type { Label } from '../../registry/registry.ts'
import { carriedValue } from '../carried.ts'
import { add, compare, multiply, parseDecimal } from '../decimal.ts'
import type { Case } from '../evidence.ts'
import { fieldLabel, fieldOf, indicatorLabel, indicatorOf, withoutUnit } from '../label.ts'
import type { Operand } from '../rule.ts'
import { factor } from '../unit.ts'
import { recorded } from '../yearly.ts'
import { isAnswered } from './answers.ts'
import { materialFigure, rowCount, rowSum } from './count.ts'

export type Figure = {
  readonly label: Label
  /** Null: not known at all. */
  readonly low: string | null
  /** Null: no upper end. */
  readonly high: string | null
  /** A ratio's denominator, positive; '1' for every other figure. */
  readonly over: string
  readonly unit: string
  readonly missing: readonly Missing[]
  readonly evidence: readonly string[]
}

/** A figure known exactly, given in its unit. */
export const exact = (
  label: Label,
  value: string,
  unit: string,
  evidence: readonly string[] = [],
): Figure => {
  const base = multiply(value, factor(unit))
  return { label, low: base, high: base, over: '1', unit, missing: [], evidence }
}

/** A figure that is not known, with what has to be supplied. */
export const blank = (label: Label, unit: string, missing: readonly Missing[]): Figure => ({
  label,
  low: null,
  high: null,
  over: '1',
  unit,
  missing,
  evidence: [],
})

/** The figure that an operand stands for. Growth is judged by its own rule, not here. */
export function figure(operand: Operand, c: Case): Figure {
  if ('indicator' in operand) return yearly(operand.indicator, operand.year, c)
  if ('total' in operand) return total(operand.total, operand.years, c)
  if ('field' in operand) return answered(operand.field, c)
  if ('rows' in operand) return rowCount(operand, c)
  if ('sum' in operand) return rowSum(operand, c)
  if ('materials' in operand) return materialFigure(operand, c)
  if ('ratio' in operand) return ratio(figure(operand.ratio[0], c), figure(operand.ratio[1], c))
  if ('const' in operand) {
    return exact({ 'zh-CN': operand.const, en: operand.const }, operand.const, '')
  }
  return blank({ 'zh-CN': '', en: '' }, '%', [])
}

/** One year's indicator, exact or missing. `year` is relative to the edition's base year. */
export function yearly(code: string, year: number, c: Case): Figure {
  const absolute = c.pack.baseYear + year
  const unit = indicatorOf(code)?.unit ?? ''
  const label = indicatorLabel(code, absolute)
  const value = parseDecimal(recorded(c.indicators, code, absolute) ?? '')
  if (value === null) return blank(label, unit, [{ what: 'indicator', ref: code, year: absolute }])
  return exact(label, value, unit)
}

function total(code: string, years: readonly number[], c: Case): Figure {
  const parts = years.map((year) => yearly(code, year, c))
  const absolute = years.map((year) => c.pack.baseYear + year)
  const span = `${Math.min(...absolute)}–${Math.max(...absolute)}`
  const base = indicatorLabel(code)
  const label = { 'zh-CN': `${base['zh-CN']}（${span}年合计）`, en: `${base.en} (total ${span})` }
  const low = parts.reduce((all, part) => add(all, part.low ?? '0'), '0')
  const missing = parts.flatMap((part) => part.missing)
  if (missing.length === parts.length) return blank(label, parts[0]?.unit ?? '', missing)
  return {
    label,
    low,
    high: missing.length === 0 ? low : null,
    over: '1',
    unit: parts[0]?.unit ?? '',
    missing,
    evidence: [],
  }
}

function answered(id: string, c: Case): Figure {
  const field = fieldOf(c.pack, id)
  const unit = field && 'unit' in field ? (field.unit ?? '') : ''
  const { 'zh-CN': zh, en } = fieldLabel(c.pack, id)
  const label = { 'zh-CN': withoutUnit(zh, unit), en: withoutUnit(en, unit) }
  const answer = c.answers[id]
  // Before the form is filled in, a bound field is judged by what the profile would put there.
  const given = isAnswered(answer) ? answer : field && carriedValue(field, c)
  const value = typeof given === 'string' ? parseDecimal(given) : null
  if (value === null) return blank(label, unit, [{ what: 'field', ref: id }])
  const proof = field && 'proof' in field ? field.proof : undefined
  const papers = proof === undefined ? [] : (c.slots[proof]?.materials ?? [])
  return exact(
    label,
    value,
    unit,
    papers.map((paper) => paper.sha256),
  )
}

/** `unit` is empty: the rule says whether the quotient is meant in % or as it is. */
function ratio(above: Figure, below: Figure): Figure {
  const label = {
    'zh-CN': `${above.label['zh-CN']}与${below.label['zh-CN']}之比`,
    en: `${above.label.en} to ${below.label.en}`,
  }
  const missing = [...above.missing, ...below.missing]
  const evidence = [...above.evidence, ...below.evidence]
  const sure = missing.length === 0 && above.low !== null && below.low !== null
  if (!sure || above.low === null || below.low === null || compare(below.low, '0') <= 0) {
    return { ...blank(label, '', missing), evidence }
  }
  const low = multiply(above.low, below.over)
  const over = multiply(below.low, above.over)
  return { label, low, high: low, over, unit: '', missing, evidence }
}
