import type { IndicatorValue } from '../../../shared/model/enterprise.ts'

/** The years that the grid shows: the last four ended ones and whatever holds a figure, in order. */
export function shownYears(
  today: string,
  figures: readonly IndicatorValue[],
  earliest: number | null,
): readonly number[] {
  const now = Number(today.slice(0, 4))
  const held = figures.map(({ year }) => year)
  const first = Math.min(now - 4, ...held, earliest ?? now)
  const last = Math.max(now - 1, ...held)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
