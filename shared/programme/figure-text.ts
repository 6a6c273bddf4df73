/** What a figure typed or pasted with its unit means where another unit may be asked. Pure. */
import { add, parseDecimal } from './decimal.ts'
import { comparable, convertExactly, spokenUnit } from './unit.ts'

/** `from` is the figure as it was given, where it was given in another unit than is asked. */
export type ReadFigure = {
  readonly value: string
  readonly from: { readonly value: string; readonly unit: string } | null
}

/** A comma parts thousands and nothing else: 1,5 may mean 1.5, and is no figure. */
const shape = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([^\d,]*)$/
/** 3亿5000万 and 3亿5000万元, as they are spoken. */
const spoken = /^(.*\d)亿(\d.*)万(\D*)$/

/**
 * Reads 1,200.50, １２．５％, 12000万元, 1.2亿 or 1亿2000万 in the unit asked for; null for what is no
 * figure, or one in a unit that does not convert exactly into it.
 */
export function readFigure(typed: string, unit: string): ReadFigure | null {
  const plain = typed.normalize('NFKC').replace(/[\s']/g, '').replace(/^¥/, '')
  const [, digits = '', behind = ''] = shape.exec(inTenThousands(plain) ?? plain) ?? []
  const value = digits.replace(/^\+|,/g, '')
  if (value === '') return null
  const asked = unit.normalize('NFKC')
  const given = behind === '' ? asked : spokenUnit(behind, asked)
  if (given === asked) return { value, from: null }
  if (!comparable(given, asked)) return null
  const converted = convertExactly(parseDecimal(value) ?? '0', given, asked)
  return converted === null ? null : { value: converted, from: { value, unit: given } }
}

/** A figure of 亿 and 万 in 万 alone; null for any other. */
function inTenThousands(plain: string): string | null {
  const [, high = '', low = '', measure = ''] = spoken.exec(plain) ?? []
  const [above, below] = [parseDecimal(high), parseDecimal(low)]
  if (above === null || below === null || !/^\d+$/.test(above)) return null
  return `${add(`${above}0000`, below)}万${measure}`
}
