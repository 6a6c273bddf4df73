/** Counts and sums over a table's rows and over the papers in slots, blanks taken into account. */

import type { Material } from '../../model/material.ts'
import type { Missing } from '../../model/verdict.ts'
import type { Label } from '../../registry/registry.ts'
import { add, compare, multiply, parseDecimal, satisfies } from '../decimal.ts'
import type { Case } from '../evidence.ts'
import type { AnswerRow } from '../form.ts'
import { columnOf, fieldLabel, kindOf, slotLabel } from '../label.ts'
import type { Filter, Operand } from '../rule.ts'
import { factor } from '../unit.ts'
import { blank, type Figure } from './figure.ts'
import { paperFact } from './paper-fact.ts'

type Cells = Readonly<Record<string, string | readonly string[]>>

/** Whether a row passes; null while a cell that decides is blank. */
export function passes(cells: Cells, filters: readonly Filter[]): boolean | null {
  const results = filters.map((filter) => tests(cells[filter.column], filter))
  if (results.includes(false)) return false
  return results.includes(null) ? null : true
}

function tests(cell: string | readonly string[] | undefined, filter: Filter): boolean | null {
  const values = (typeof cell === 'string' ? [cell] : (cell ?? [])).filter((each) => each.trim())
  if (values.length === 0) return null
  if (filter.in && !values.some((value) => filter.in?.includes(value))) return false
  if (filter.op === undefined || filter.bound === undefined) return true
  const value = parseDecimal(values[0] ?? '')
  return value === null ? null : satisfies(compare(value, filter.bound), filter.op)
}

/** The rows of a table field that hold anything. */
export function rowsOf(c: Case, table: string): readonly AnswerRow[] {
  const answer = c.answers[table]
  if (!Array.isArray(answer)) return []
  return (answer as readonly (AnswerRow | string)[]).filter(
    (row): row is AnswerRow =>
      typeof row !== 'string' && Object.values(row).some((cell) => cell.length > 0),
  )
}

const text = (cell: AnswerRow[string] | undefined): string =>
  (typeof cell === 'string' ? cell : (cell ?? []).join('、')).trim()

/** A table with what is counted in it: 星级上云企业（上云星级：四星级、五星级）. */
function countLabel({ rows, where = [], distinct }: Extract<Operand, { rows: string }>, c: Case) {
  const base = fieldLabel(c.pack, rows)
  const tests = where.map((filter) => {
    const column = columnOf(c.pack, rows, filter.column)
    const options = column?.options?.filter((option) => filter.in?.includes(option.id)) ?? []
    const bound = `${signs[filter.op ?? '=']}${filter.bound}${column?.unit ?? ''}`
    return `${column?.label ?? filter.column}${
      filter.in ? `：${options.map((option) => option.label).join('、')}` : bound
    }`
  })
  const by = distinct === undefined ? undefined : columnOf(c.pack, rows, distinct)?.label
  const zh = [...(by === undefined ? [] : [`按${by}计`]), ...tests].join('；')
  const en = [...(by === undefined ? [] : [`by ${by}`]), ...tests].join('; ')
  return {
    'zh-CN': zh === '' ? base['zh-CN'] : `${base['zh-CN']}（${zh}）`,
    en: en === '' ? base.en : `${base.en} (${en})`,
  }
}

const signs = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' } as const

/** How many rows pass, at least and at most. An untouched table is unknown, not nought. */
export function rowCount(operand: Extract<Operand, { rows: string }>, c: Case): Figure {
  const label = countLabel(operand, c)
  const missing: Missing[] = [{ what: 'field', ref: operand.rows }]
  const rows = rowsOf(c, operand.rows)
  if (rows.length === 0) return blank(label, '', missing)
  const judged = rows.map((row) => ({ row, passed: passes(row, operand.where ?? []) }))
  const count = (kept: readonly AnswerRow[]): string => {
    const by = operand.distinct
    if (by === undefined) return String(kept.length)
    return String(new Set(kept.map((row) => text(row[by])).filter((value) => value !== '')).size)
  }
  const low = count(judged.filter((each) => each.passed === true).map((each) => each.row))
  const high = count(judged.filter((each) => each.passed !== false).map((each) => each.row))
  return figureOf(label, '', low, high, low === high ? [] : missing)
}

/** The sum of a column. Blank cells leave the upper end open. */
export function rowSum(operand: Extract<Operand, { sum: string }>, c: Case): Figure {
  const column = columnOf(c.pack, operand.sum, operand.column)
  const unit = column?.unit ?? ''
  const label = fieldLabel(c.pack, operand.sum)
  const missing: Missing[] = [{ what: 'field', ref: operand.sum }]
  const cells = rowsOf(c, operand.sum).map((row) => parseDecimal(text(row[operand.column])))
  return summed({ label, unit, missing, values: cells })
}

/** Papers counted, or one of their facts summed (money facts are in 元). */
export function materialFigure(operand: Extract<Operand, { materials: string[] }>, c: Case) {
  const labels = operand.materials.map((slot) => slotLabel(c.pack, slot))
  const label = {
    'zh-CN': labels.map((each) => each['zh-CN']).join('、'),
    en: labels.map((each) => each.en).join(', '),
  }
  const missing: Missing[] = operand.materials.map((ref) => ({ what: 'material', ref }))
  const papers = operand.materials.flatMap((slot) => c.slots[slot]?.materials ?? [])
  const evidence = papers.map((paper) => paper.sha256)
  const judged = papers.map((paper) => ({
    paper,
    passed: passes(paper.facts, operand.where ?? []),
  }))
  const fact = operand.fact
  if (fact !== undefined) {
    const counted = judged.filter((each) => each.passed !== false)
    const values = counted.map(({ paper, passed }) =>
      passed ? parseDecimal(paper.facts[fact] ?? '') : null,
    )
    const unread = counted.flatMap(({ paper }, at) =>
      values[at] === null ? [paperFact(paper, fact)] : [],
    )
    const unit = papers[0] ? unitOf(papers[0], fact) : '元'
    const lacking = unread.length > 0 ? unread : missing
    return { ...summed({ label, unit, missing: lacking, values }), evidence }
  }
  if (papers.length === 0) return blank(label, '', missing)
  const low = String(judged.filter((each) => each.passed === true).length)
  const high = String(judged.filter((each) => each.passed !== false).length)
  return { ...figureOf(label, '', low, high, low === high ? [] : missing), evidence }
}

const unitOf = (paper: Material, key: string): string =>
  kindOf(paper.kind)?.facts.find((fact) => fact.key === key)?.unit ?? ''

type Sum = {
  readonly label: Label
  readonly unit: string
  readonly missing: readonly Missing[]
  readonly values: readonly (string | null)[]
}

function summed({ label, unit, missing, values }: Sum): Figure {
  const known = values.filter((value): value is string => value !== null)
  if (known.length === 0) return blank(label, unit, missing)
  const low = multiply(known.reduce(add, '0'), factor(unit))
  const whole = known.length === values.length
  return figureOf(label, unit, low, whole ? low : null, whole ? [] : missing)
}

const figureOf = (
  label: Label,
  unit: string,
  low: string,
  high: string | null,
  missing: readonly Missing[],
): Figure => ({ label, low, high, over: '1', unit, missing, evidence: [] })
