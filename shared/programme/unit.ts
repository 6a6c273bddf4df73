/** Units that figures are kept in: a multiple (万, 亿) of a measure (元, 平方米), and how they relate. */
import { compare, multiply, quotient } from './decimal.ts'

const multiples: Readonly<Record<string, string>> = {
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  十亿: '1000000000',
  百亿: '10000000000',
  千亿: '100000000000',
  万亿: '1000000000000',
}
/** Longest first, so that 千万 is not read as 千. */
const prefixes = Object.keys(multiples).toSorted((a, b) => b.length - a.length)

type Unit = { readonly times: string; readonly measure: string }

const known = new Map<string, Unit>()

/** 万元 is 10000 times 元; a bare 万 is a multiple of whatever is counted. */
function read(unit: string): Unit {
  const before = known.get(unit)
  if (before) return before
  const prefix = prefixes.find((each) => unit.startsWith(each)) ?? ''
  const made =
    unit === '‰'
      ? { times: '0.1', measure: '%' }
      : { times: multiples[prefix] ?? '1', measure: unit.slice(prefix.length) }
  known.set(unit, made)
  return made
}

/** True when figures of both units can be compared: multiples of the same measure. */
export const comparable = (a: string, b: string): boolean =>
  a === b || read(a).measure === read(b).measure

/** How many of its measure (元 for money, 平方米 for area) one of this unit is. */
export const factor = (unit: string): string => read(unit).times

/** The value in another unit of the same measure, exact: money in 元 divides into 万元 and 亿元. */
export const convert = (value: string, from: string, to: string): string =>
  from === to ? value : quotient(multiply(value, factor(from)), factor(to), 20)

/** A unit as it was typed behind a figure: 万 and 亿 alone mean a multiple of what is asked. */
export function spokenUnit(typed: string, asked: string): string {
  const { times, measure } = read(typed)
  return measure === '' && times !== '1' ? `${typed}${read(asked).measure}` : typed
}

/** As `convert`, or null where the result has more digits than can be kept. */
export function convertExactly(value: string, from: string, to: string): string | null {
  const result = convert(value, from, to)
  return compare(convert(result, to, from), value) === 0 ? result : null
}
