/** Units that figures are kept in, and how those of money and of area relate. */
import { multiply, quotient } from './decimal.ts'

const yuan: Readonly<Record<string, string>> = { 元: '1', 万元: '10000', 亿元: '100000000' }
const metres: Readonly<Record<string, string>> = { 平方米: '1', 万平方米: '10000' }
const families = [yuan, metres]

/** True when figures of both units can be compared: the same unit, both money, or both area. */
export const comparable = (a: string, b: string): boolean =>
  a === b || families.some((family) => a in family && b in family)

/** How many of its base unit (元 for money, 平方米 for area) one of this unit is. */
export const factor = (unit: string): string =>
  families.map((family) => family[unit]).find((found) => found !== undefined) ?? '1'

/** The value in another unit of the same kind, exact: money in 元 divides into 万元 and 亿元. */
export const convert = (value: string, from: string, to: string): string =>
  from === to ? value : quotient(multiply(value, factor(from)), factor(to), 20)
