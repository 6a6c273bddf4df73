/** Rules that compare figures: with a bound, with each other, and growth over years. */
import type { Outcome } from '../../model/verdict.ts'
import { compareGrowth, compareRatio, multiply, quotient, satisfies, subtract } from '../decimal.ts'
import type { Case } from '../evidence.ts'
import { indicatorLabel, named } from '../label.ts'
import type { Comparison, Rule } from '../rule.ts'
import { comparable, factor } from '../unit.ts'
import { exact, type Figure, figure, yearly } from './figure.ts'
import { type Judgement, step } from './judgement.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

const words: Readonly<Record<Comparison, string>> = {
  '>=': 'atLeast',
  '>': 'above',
  '<=': 'atMost',
  '<': 'below',
  '=': 'equal',
}
const ending: Partial<Readonly<Record<Outcome, string>>> = { unmet: '.short', unknown: '.missing' }
const sentence = (rule: string, op: Comparison, outcome: Outcome): string =>
  `${rule}.${words[op]}${ending[outcome] ?? ''}`

/** A figure against the notice's bound. */
export function threshold(rule: Of<'threshold'>, c: Case): Judgement {
  if ('growth' in rule.value) return growth(rule, rule.value, c)
  const found = figure(rule.value, c)
  const quotientOf = 'ratio' in rule.value
  if (!quotientOf && found.unit !== '' && !comparable(found.unit, rule.unit)) {
    return step('unknown', 'figure.units', {
      ...named('name', [found.label]),
      unit: found.unit,
      required: rule.unit,
    })
  }
  const actual = quotientOf && rule.unit === '%' ? percent(found) : found
  const bound = exact(found.label, rule.bound, rule.unit)
  const outcome = judged(actual, rule.op, bound)
  const data = {
    ...named('name', [found.label]),
    ...amounts(actual, bound, rule.unit),
    bound: rule.bound,
    unit: rule.unit,
  }
  return step(outcome, sentence('threshold', rule.op, outcome), data, rest(outcome, [found]))
}

/** Two figures against each other. */
export function compared(rule: Of<'compare'>, c: Case): Judgement {
  const left = figure(rule.left, c)
  const right = figure(rule.right, c)
  const fits = left.unit === right.unit || comparable(left.unit, right.unit)
  const outcome = fits ? judged(left, rule.op, right) : 'unknown'
  const unit = left.unit
  const data = {
    ...named('name', [left.label]),
    ...named('other', [right.label]),
    ...amounts(left, right, unit),
    bound: right.low === null ? '' : shown(right.low, right.over, unit),
    unit,
  }
  return step(outcome, sentence('compare', rule.op, outcome), data, rest(outcome, [left, right]))
}

/** Compound growth a year in %, over the years between `from` and `to`. */
function growth(
  rule: Of<'threshold'>,
  value: { growth: string; from: number; to: number },
  c: Case,
): Judgement {
  const first = yearly(value.growth, value.from, c)
  const last = yearly(value.growth, value.to, c)
  const years = value.to - value.from
  const from = c.pack.baseYear + value.from
  const data = { ...named('name', [indicatorLabel(value.growth)]), from, to: from + years, years }
  const bound = { bound: rule.bound, unit: '%' }
  const missing = [...first.missing, ...last.missing]
  if (first.low === null || last.low === null || satisfies(cmp(first.low, '0'), '<=')) {
    return step('unknown', 'growth.missing', { ...data, ...bound }, { missing })
  }
  const order = compareGrowth({ first: first.low, last: last.low, years }, rule.bound)
  const outcome = satisfies(order, rule.op) ? 'met' : 'unmet'
  const figures = {
    first: shown(first.low, '1', first.unit),
    last: shown(last.low, '1', last.unit),
    figureUnit: first.unit,
  }
  return step(outcome, sentence('growth', rule.op, outcome), { ...data, ...bound, ...figures })
}

/** Met only when the whole interval satisfies, unmet only when none of it can. */
function judged(left: Figure, op: Comparison, right: Figure): Outcome {
  if (left.low === null || right.low === null) return 'unknown'
  if (op === '=') return agreed(left, right)
  const [big, small] = op === '>=' || op === '>' ? [left, right] : [right, left]
  const strict = op === '>' || op === '<' ? '>' : '>='
  if (small.high !== null && beats(big, big.low, strict, small, small.high)) return 'met'
  const possible = big.high === null || beats(big, big.high, strict, small, small.low)
  return possible ? 'unknown' : 'unmet'
}

function agreed(left: Figure, right: Figure): Outcome {
  const below = left.high !== null && beats(right, right.low, '>', left, left.high)
  const above = right.high !== null && beats(left, left.low, '>', right, right.high)
  if (below || above) return 'unmet'
  return left.low !== left.high || right.low !== right.high ? 'unknown' : 'met'
}

const beats = (
  a: Figure,
  value: string | null,
  op: Comparison,
  b: Figure,
  other: string | null,
): boolean =>
  value !== null && other !== null && satisfies(compareRatio([value, a.over], [other, b.over]), op)

const cmp = (a: string, b: string) => compareRatio([a, '1'], [b, '1'])

/** A quotient meant in %: a hundred times its numerator, still exact. */
const percent = (found: Figure): Figure => ({
  ...found,
  low: found.low === null ? null : multiply(found.low, '100'),
  high: found.high === null ? null : multiply(found.high, '100'),
})

/** An amount in the unit that the sentence uses; cut to four places for the eye. */
const shown = (base: string, over: string, unit: string): string =>
  quotient(base, multiply(over, factor(unit)), 4)

function amounts(actual: Figure, bound: Figure, unit: string): Record<string, string> {
  if (actual.low === null || bound.low === null) return { actual: '', shortfall: '' }
  const near = actual.high ?? actual.low
  const gap = subtract(multiply(bound.low, actual.over), multiply(near, bound.over))
  return {
    actual: shown(actual.low, actual.over, unit),
    shortfall: shown(gap.replace(/^-/, ''), multiply(actual.over, bound.over), unit),
  }
}

const rest = (outcome: Outcome, figures: readonly Figure[]) => ({
  missing: outcome === 'unknown' ? figures.flatMap((each) => each.missing) : [],
  evidence: [...new Set(figures.flatMap((each) => each.evidence))],
})
