/** What a figure typed or pasted with its unit means where another unit may be asked. Pure. */
import { parseDecimal } from './decimal.ts'
import { comparable, convertExactly, spokenUnit } from './unit.ts'

/** `from` is the figure as it was given, where it was given in another unit than is asked. */
export type ReadFigure = {
  readonly value: string
  readonly from: { readonly value: string; readonly unit: string } | null
}

const shape = /^([+-]?\d+(?:\.\d+)?)(\D*)$/

/**
 * Reads 1,200.50, １２．５％, 12000万元 or 1.2亿 in the unit asked for; null for what is no figure, or one
 * in a unit that does not convert exactly into it.
 */
export function readFigure(typed: string, unit: string): ReadFigure | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,']/g, '')
    .replace(/^¥/, '')
  const [, digits = '', behind = ''] = shape.exec(plain) ?? []
  const value = digits.replace(/^\+/, '')
  if (value === '') return null
  const asked = unit.normalize('NFKC')
  const given = behind === '' ? asked : spokenUnit(behind, asked)
  if (given === asked) return { value, from: null }
  if (!comparable(given, asked)) return null
  const converted = convertExactly(parseDecimal(value) ?? '0', given, asked)
  return converted === null ? null : { value: converted, from: { value, unit: given } }
}
