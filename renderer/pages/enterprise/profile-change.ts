import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'

export type ProfileChange = {
  readonly facts: Readonly<Record<string, string>>
  readonly indicators: readonly IndicatorValue[]
}

/** A figure of the profile, or an empty text. */
export function figureOf(view: EnterpriseView, code: string, year: number): string {
  return view.indicators.find((one) => one.code === code && one.year === year)?.value ?? ''
}

/** The change that puts back what `change` is about to overwrite. */
export function inverse(view: EnterpriseView, change: ProfileChange): ProfileChange {
  const facts = Object.keys(change.facts).map((key) => [key, view.facts[key] ?? ''])
  const indicators = change.indicators.map(({ code, year }) => ({
    code,
    year,
    value: figureOf(view, code, year),
  }))
  return { facts: Object.fromEntries(facts), indicators }
}
