/** The registries as typed lists: what facts, figures, papers and titles there are. They are data. */
import enterpriseFactList from './enterprise-facts.json' with { type: 'json' }
import indicatorList from './indicators.json' with { type: 'json' }
import materialKindList from './material-kinds.json' with { type: 'json' }
import regionList from './regions.json' with { type: 'json' }
import titleList from './titles.json' with { type: 'json' }

/** Labels in both languages; the Chinese one is what the official forms print. */
export type Label = { readonly 'zh-CN': string; readonly en: string }

export type FactType = 'text' | 'date' | 'money' | 'number' | 'creditCode' | 'region' | 'choice'

/** A basic fact of the enterprise, or a fact of a material. */
export type FactKind = {
  readonly key: string
  readonly label: Label
  readonly type: FactType
  readonly unit?: string
  /** Lines that a long text is typed on; one when absent. */
  readonly lines?: number
  readonly options?: readonly { readonly id: string; readonly label: Label }[]
  /** For a paper's fact: what of the profile it is, as `fact:<key>` or `indicator:<code>`. */
  readonly shows?: string
}
export type FactGroup = {
  readonly id: string
  readonly label: Label
  readonly facts: readonly FactKind[]
}

/** A yearly figure. `unit` is the one its value is kept in. */
export type IndicatorKind = {
  readonly code: string
  readonly label: Label
  readonly unit: string
  readonly group: string
}

export type MaterialKind = {
  readonly id: string
  readonly label: Label
  readonly facts: readonly FactKind[]
  /** Parts of a file name that propose this kind, most telling first. */
  readonly names: readonly string[]
  /** Printed copies bear a mark of what they are for: licences, titles, papers about persons. */
  readonly copyMark?: boolean
}

/** An honour or recognised status; `level` orders a ladder of the same `family`. */
export type TitleKind = {
  readonly code: string
  readonly label: Label
  readonly family: string
  readonly level: number
  /** Other names that certificates give it, in full. */
  readonly names?: readonly string[]
}

/** GB/T 2260, as far as the documents need it; `area` is 苏南, 苏中 or 苏北 within Jiangsu. */
export type RegionKind = { readonly code: string; readonly name: string; readonly area?: string }

export const enterpriseFacts: readonly FactGroup[] = enterpriseFactList as FactGroup[]
export const indicators: readonly IndicatorKind[] = indicatorList
export const materialKinds: readonly MaterialKind[] = materialKindList as MaterialKind[]
export const titles: readonly TitleKind[] = titleList
export const regions: readonly RegionKind[] = regionList
