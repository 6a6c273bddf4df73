/** Finds a yearly figure among all of the profile's without going through them each time. */
import type { IndicatorValue } from '../model/enterprise.ts'

type Index = ReadonlyMap<string, string>

/** One index per list of figures: all programmes of one call are judged over the same list. */
const indexes = new WeakMap<readonly IndicatorValue[], Index>()

const keyOf = (code: string, year: number): string => `${code}@${year}`

function indexOf(figures: readonly IndicatorValue[]): Index {
  const known = indexes.get(figures)
  if (known) return known
  const index = new Map(figures.map(({ code, year, value }) => [keyOf(code, year), value]))
  indexes.set(figures, index)
  return index
}

/** The figure as recorded, or undefined. */
export const recorded = (
  figures: readonly IndicatorValue[],
  code: string,
  year: number,
): string | undefined => indexOf(figures).get(keyOf(code, year))
