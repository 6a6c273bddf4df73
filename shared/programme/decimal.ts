/** Exact decimal arithmetic on strings, thin over big.js. Never floats, never rounded, no roots. */
import Big from 'big.js'
import type { Comparison } from './rule.ts'

const form = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/

/** An exact decimal in plain notation, or null where the text is not one. */
export function parseDecimal(text: string): string | null {
  const trimmed = text.trim().replaceAll('，', ',')
  if (!form.test(trimmed)) return null
  return plain(new Big(trimmed.replaceAll(',', '')))
}

/** -1, 0 or 1. */
export const compare = (a: string, b: string): -1 | 0 | 1 => new Big(a).cmp(b)

export const add = (a: string, b: string): string => plain(new Big(a).plus(b))
export const subtract = (a: string, b: string): string => plain(new Big(a).minus(b))
export const multiply = (a: string, b: string): string => plain(new Big(a).times(b))
export const sum = (all: readonly string[]): string => all.reduce(add, '0')

/** Compares a/b with p/q by cross-multiplication; both denominators must be positive. */
export const compareRatio = (
  [a, b]: readonly [string, string],
  [p, q]: readonly [string, string],
): -1 | 0 | 1 => compare(multiply(a, q), multiply(p, b))

/**
 * Compares the compound growth from `first` to `last` over `years` with `percent` a year:
 * last × 100^n against first × (100 + percent)^n. `first` must be positive.
 */
export function compareGrowth(
  { first, last, years }: { first: string; last: string; years: number },
  percent: string,
): -1 | 0 | 1 {
  return new Big(last)
    .times(new Big(100).pow(years))
    .cmp(new Big(first).times(new Big(100).plus(percent).pow(years)))
}

/** Whether a comparison's result satisfies the operator. */
export function satisfies(order: -1 | 0 | 1, op: Comparison): boolean {
  if (op === '=') return order === 0
  if (op === '>=') return order >= 0
  if (op === '>') return order > 0
  return op === '<=' ? order <= 0 : order < 0
}

/** A quotient for people to read, cut to `places`; never used to decide. */
export function quotient(a: string, b: string, places = 2): string {
  return plain(new (dividerOf(places))(a).div(b))
}

const dividers = new Map<number, ReturnType<typeof Big>>()

/** One constructor for each number of places: making one costs more than dividing. */
function dividerOf(places: number): ReturnType<typeof Big> {
  const known = dividers.get(places)
  if (known) return known
  const made = Big()
  made.DP = places
  made.RM = Big.roundDown
  dividers.set(places, made)
  return made
}

function plain(value: Big): string {
  return value.eq(0) ? '0' : value.toFixed()
}
