/** The registered codes that a pack may use, as tables for the guide. */
import * as registry from '../shared/registry/registry.ts'
import words from './pack-guide.zh.json' with { type: 'json' }

export type CodeTable = { readonly title: string; readonly rows: readonly (readonly string[])[] }

const label = (each: { readonly label: registry.Label }) => each.label['zh-CN']

const facts = registry.enterpriseFacts.flatMap((group) =>
  group.facts.map((each) => [each.key, label(each), each.unit ?? '']),
)
const indicators = registry.indicators.map((each) => [each.code, label(each), each.unit])
const kinds = registry.materialKinds.map((each) => [
  each.id,
  label(each),
  each.facts.map(({ key }) => key).join(' '),
])
const titles = registry.titles.map((each) => [
  each.code,
  label(each),
  `${each.family} ${each.level}`,
])
const regions = registry.regions.map((each) => [each.code, each.name, each.area ?? ''])

/** Code, name, and what else an author needs of each. */
export const codeTables: readonly CodeTable[] = [
  { title: words.registry.facts, rows: facts },
  { title: words.registry.indicators, rows: indicators },
  { title: words.registry.materialKinds, rows: kinds },
  { title: words.registry.titles, rows: titles },
  { title: words.registry.regions, rows: regions },
]
