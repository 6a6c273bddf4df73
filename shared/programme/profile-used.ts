/** What of the profile a programme looks at: the facts and figures of its form and its rules. Pure. */
import type { EnterpriseFacts, IndicatorValue } from '../model/enterprise.ts'
import type { Pack } from './pack.ts'
import { conditionsOf, slotsOf } from './track.ts'

type Used = { readonly facts: Set<string>; readonly figures: Set<string> }
type Node = Readonly<Record<string, unknown>>

const byFact = ['variant', 'age', 'fact']
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Operands and rules name what they look at by the same few keys (`rule.ts`). */
function note(node: Node, baseYear: number, { facts, figures }: Used): void {
  const { kind, fact, indicator, year, total, years, growth, from, to } = node
  const add = (code: unknown, relative: readonly unknown[]) => {
    for (const each of relative) figures.add(`${code} ${baseYear + Number(each)}`)
  }
  if (byFact.includes(String(kind)) && typeof fact === 'string') facts.add(fact)
  if (typeof indicator === 'string') add(indicator, [year])
  if (typeof total === 'string' && Array.isArray(years)) add(total, years)
  if (typeof growth === 'string') add(growth, [from, to])
}

function walk(value: unknown, baseYear: number, used: Used): void {
  if (!isNode(value)) return
  if (!Array.isArray(value)) note(value, baseYear, used)
  for (const inner of Object.values(value)) walk(inner, baseYear, used)
}

function usedBy(pack: Pack, track: string | null): Used {
  const used: Used = { facts: new Set(), figures: new Set() }
  for (const field of pack.form?.fields ?? []) {
    if (!('bind' in field) || !field.bind) continue
    const [kind, rest = ''] = field.bind.split(/:(.*)/s)
    const [code = '', year = ''] = rest.split('@')
    if (kind === 'fact') used.facts.add(rest)
    else used.figures.add(`${code} ${pack.baseYear + Number(year)}`)
  }
  walk([conditionsOf(pack, track), slotsOf(pack, track)], pack.baseYear, used)
  return used
}

type Profile = { readonly facts: EnterpriseFacts; readonly indicators: readonly IndicatorValue[] }

/** The part of the profile that the programme looks at. */
export function profileUsed(profile: Profile, pack: Pack, track: string | null): Profile {
  const used = usedBy(pack, track)
  return {
    facts: Object.fromEntries(Object.entries(profile.facts).filter(([key]) => used.facts.has(key))),
    indicators: profile.indicators.filter(({ code, year }) => used.figures.has(`${code} ${year}`)),
  }
}
