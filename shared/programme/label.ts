/** What people call the things that rules refer to. The Chinese name is the official one. */
import type { Missing } from '../model/verdict.ts'
import {
  enterpriseFacts,
  type FactKind,
  indicators,
  type Label,
  materialKinds,
  regions,
  titles,
} from '../registry/registry.ts'
import type { Column, Field } from './form.ts'
import type { Pack, Slot } from './pack.ts'

const same = (text: string): Label => ({ 'zh-CN': text, en: text })

export const indicatorOf = (code: string) => indicators.find((each) => each.code === code)

export const factOf = (key: string): FactKind | undefined =>
  enterpriseFacts.flatMap((group) => group.facts).find((fact) => fact.key === key)

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
export const factLabel = (key: string): Label => factOf(key)?.label ?? same(key)
export const titleLabel = (code: string): Label =>
  titles.find((title) => title.code === code)?.label ?? same(code)
export const kindLabel = (id: string): Label =>
  materialKinds.find((kind) => kind.id === id)?.label ?? same(id)

/** An indicator with its year: 区域工业产值（2021年）. */
export function indicatorLabel(code: string, year?: number): Label {
  const label = indicatorOf(code)?.label ?? same(code)
  if (year === undefined) return label
  return { 'zh-CN': `${label['zh-CN']}（${year}年）`, en: `${label.en} (${year})` }
}

/** What has to be supplied, as a person would ask for it. */
export function missingLabel(pack: Pack, missing: Missing): Label {
  if (missing.what === 'indicator') return indicatorLabel(missing.ref, missing.year)
  if (missing.what === 'fact') return factLabel(missing.ref)
  if (missing.what === 'field') return fieldLabel(pack, missing.ref)
  if (missing.what === 'material') return slotLabel(pack, missing.ref)
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

/** A region by its code or name; a district that the registry lacks counts as its city. */
export const regionOf = (value: string) =>
  regions.find((region) => region.code === value || region.name === value) ??
  (/^\d{6}$/.test(value)
    ? regions.find((region) => region.code === `${value.slice(0, 4)}00`)
    : undefined)
