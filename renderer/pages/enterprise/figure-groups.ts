/** The indicators by the group that the registry puts them in, in its order. Pure. */
import type { IndicatorValue } from '../../../shared/model/enterprise.ts'
import { type IndicatorKind, indicators } from '../../../shared/registry/registry.ts'

export const groups: readonly string[] = [...new Set(indicators.map(({ group }) => group))]

export const indicatorsOf = (group: string): readonly IndicatorKind[] =>
  indicators.filter((one) => one.group === group)

export const codesOf = (group: string): readonly string[] =>
  indicatorsOf(group).map(({ code }) => code)

/** What every enterprise is asked for; the others matter to parks, bases and service bodies. */
const common = ['finance', 'innovation', 'people']

/** A group stands open when everyone needs it, or when something is in it. */
export function opensByItself(group: string, figures: readonly IndicatorValue[]): boolean {
  const codes = codesOf(group)
  return common.includes(group) || figures.some(({ code }) => codes.includes(code))
}
