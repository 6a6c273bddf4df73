/** Units that figures are kept in, and how those of money relate. */
import { multiply, quotient } from './decimal.ts'

const yuan: Readonly<Record<string, string>> = { 元: '1', 万元: '10000', 亿元: '100000000' }

/** True when figures of both units can be compared: the same unit, or both money. */
export const comparable = (a: string, b: string): boolean => a === b || (a in yuan && b in yuan)

/** How many of its base unit (元 for money) one of this unit is. */
export const factor = (unit: string): string => yuan[unit] ?? '1'

/** The value in another unit of the same kind, exact: money in 元 divides into 万元 and 亿元. */
export const convert = (value: string, from: string, to: string): string =>
  from === to ? value : quotient(multiply(value, factor(from)), factor(to), 20)
