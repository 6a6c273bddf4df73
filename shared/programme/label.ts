/** What people call the things that rules refer to. The Chinese name is the official one. */
import type { Missing, PaperFact } from '../model/verdict.ts'
import {
  enterpriseFacts,
  type FactKind,
  type IndicatorKind,
  indicators,
  type Label,
  type MaterialKind,
  materialKinds,
  type RegionKind,
  regions,
  type TitleKind,
  titles,
} from '../registry/registry.ts'
import type { Column, Field } from './form.ts'
import type { Pack, Slot } from './pack.ts'

/** Names that the official papers give are the same in both languages. */
export const same = (text: string): Label => ({ 'zh-CN': text, en: text })

/** By key; where a registry names a key twice, the first counts. */
const indexed = <T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> =>
  new Map(list.toReversed().map((each) => [key(each), each]))

const indicatorsByCode = indexed(indicators, ({ code }) => code)
const factsByKey = indexed(
  enterpriseFacts.flatMap((group) => group.facts),
  ({ key }) => key,
)
const titlesByCode = indexed(titles, ({ code }) => code)
const kindsById = indexed(materialKinds, ({ id }) => id)
const regionsByCode = indexed(regions, ({ code }) => code)
const regionsByName = indexed(regions, ({ name }) => name)

export const indicatorOf = (code: string): IndicatorKind | undefined => indicatorsByCode.get(code)
export const factOf = (key: string): FactKind | undefined => factsByKey.get(key)
export const titleOf = (code: string): TitleKind | undefined => titlesByCode.get(code)
export const kindOf = (id: string): MaterialKind | undefined => kindsById.get(id)

/** The titles of a ladder, lowest first. */
export const familyOf = (family: string): readonly TitleKind[] =>
  titles.filter((title) => title.family === family).toSorted((a, b) => a.level - b.level)

export const fieldOf = (pack: Pack, id: string): Field | undefined =>
  pack.form?.fields.find((field) => field.id === id)

export const columnOf = (pack: Pack, table: string, id: string): Column | undefined => {
  const field = fieldOf(pack, table)
  return field?.type === 'table' ? field.columns.find((column) => column.id === id) : undefined
}

export const slotOf = (pack: Pack, id: string): Slot | undefined =>
  [...pack.slots, ...pack.tracks.flatMap((track) => track.slots)].find((slot) => slot.id === id)

export const slotLabel = (pack: Pack, id: string): Label => same(slotOf(pack, id)?.title ?? id)
export const fieldLabel = (pack: Pack, id: string): Label => same(fieldOf(pack, id)?.label ?? id)
/**
 * A label that ends in its unit, 区域工业产值(亿元), without it: for sentences that say the unit behind
 * the figure.
 */
export function withoutUnit(label: string, unit: string): string {
  const bare = label.replace(/\s*[（(]([^（()）]*)[)）]$/, (end, said) =>
    said === unit ? '' : end,
  )
  return unit === '' || bare === '' ? label : bare
}

export const factLabel = (key: string): Label => factOf(key)?.label ?? same(key)
export const titleLabel = (code: string): Label => titleOf(code)?.label ?? same(code)
export const kindLabel = (id: string): Label => kindOf(id)?.label ?? same(id)

/** An indicator with its year: 区域工业产值（2021年）. */
export function indicatorLabel(code: string, year?: number): Label {
  const label = indicatorOf(code)?.label ?? same(code)
  if (year === undefined) return label
  return { 'zh-CN': `${label['zh-CN']}（${year}年）`, en: `${label.en} (${year})` }
}

/** 《…》的审定金额. */
function paperFactLabel({ name, kind, fact }: PaperFact): Label {
  const known = fact === 'validTo' ? validTo : kindOf(kind)?.facts.find(({ key }) => key === fact)
  const label = known?.label ?? same(fact)
  return { 'zh-CN': `《${name}》的${label['zh-CN']}`, en: `${label.en} of “${name}”` }
}

const validTo = { label: { 'zh-CN': '有效期至', en: 'valid to' } }

/** What has to be supplied, as a person would ask for it. */
export function missingLabel(pack: Pack, missing: Missing): Label {
  if (missing.what === 'indicator') return indicatorLabel(missing.ref, missing.year)
  if (missing.what === 'fact') return factLabel(missing.ref)
  if (missing.what === 'field') return fieldLabel(pack, missing.ref)
  if (missing.what === 'material') return slotLabel(pack, missing.ref)
  if (missing.what === 'title') return titleLabel(missing.ref)
  if (missing.what === 'paper') return paperFactLabel(missing)
  return same(missing.ref)
}

/** Labels joined as each language joins a list, under `<key>` and `<key>En`. */
export function named(key: string, labels: readonly Label[]): Record<string, string> {
  const distinct = [...new Map(labels.map((label) => [label['zh-CN'], label])).values()]
  return {
    [key]: distinct.map((label) => label['zh-CN']).join('、'),
    [`${key}En`]: distinct.map((label) => label.en).join(', '),
  }
}

/** 江苏省, 苏州市, 昆山市 of a code; what is no known code stays as it is. */
export function regionNames(code: string): readonly string[] {
  if (!regionsByCode.has(code)) return [code]
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  return [...new Set(above)].flatMap((one) => regionsByCode.get(one)?.name ?? [])
}

/** A region by its code or name; a district that the registry lacks counts as its city. */
export const regionOf = (value: string): RegionKind | undefined =>
  regionsByCode.get(value) ??
  regionsByName.get(value) ??
  (/^\d{6}$/.test(value) ? regionsByCode.get(`${value.slice(0, 4)}00`) : undefined)
