/** Rules by a fact of the profile, and rules that choose another by a fact or a figure's size. */
import type { Working } from '../../model/verdict.ts'
import type { Case } from '../evidence.ts'
import { factLabel, factOf, named, regionOf } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'
import { threshold } from './threshold.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>
/** Judges the rule that was chosen. */
type Judge = (rule: Rule) => Judgement

/** The first case that names the profile's value. */
export function variant(rule: Of<'variant'>, c: Case, judge: Judge): Judgement {
  const value = c.facts[rule.fact]?.trim() ?? ''
  const data = named('name', [factLabel(rule.fact)])
  if (value === '') {
    const missing = [{ what: 'fact' as const, ref: rule.fact }]
    return step('unknown', 'variant.missing', data, { missing })
  }
  const names = namesOf(rule.fact, value)
  const found = rule.cases.find((each) => each.in.some((name) => names.includes(name)))
  const inner = judge(found?.rule ?? rule.otherwise)
  return under(inner, 'variant.taken', { ...data, value: names.at(-1) ?? value })
}

/** The profile's value is one of those that the notice names. */
export function factIs(rule: Of<'fact'>, c: Case): Judgement {
  const value = c.facts[rule.fact]?.trim() ?? ''
  const allowed = rule.in.map((name) => namesOf(rule.fact, name).at(-1) ?? name).join('、')
  const data = { ...named('name', [factLabel(rule.fact)]), allowed }
  if (value === '') {
    const missing = [{ what: 'fact' as const, ref: rule.fact }]
    return step('unknown', 'fact.missing', data, { missing })
  }
  const names = namesOf(rule.fact, value)
  const met = rule.in.some((name) => names.includes(name))
  const shown = { ...data, value: names.at(-1) ?? value }
  return step(met ? 'met' : 'unmet', met ? 'fact.met' : 'fact.short', shown)
}

/** The first tier whose bound the figure meets; undecided while a blank could still decide it. */
export function tiers(rule: Of<'tiers'>, c: Case, judge: Judge): Judgement {
  const { by: value, unit } = rule
  let data: Working['data'] = {}
  for (const { op, bound, rule: inner } of rule.tiers) {
    const tested = threshold({ kind: 'threshold', value, op, bound, unit }, c)
    data = tested.working.data
    if (tested.outcome === 'met') return under(judge(inner), 'tiers.taken', data)
    if (tested.outcome === 'unmet') continue
    return step('unknown', 'tiers.missing', data, { missing: tested.missing })
  }
  return under(judge(rule.otherwise), 'tiers.taken', data)
}

/** A judgement beneath a sentence that says why this rule was taken. */
export const under = (inner: Judgement, text: string, data: Working['data']): Judgement => ({
  ...inner,
  working: { text, outcome: inner.outcome, data, parts: [inner.working] },
})

/** What a pack may call the value by; the last is the one to show. */
function namesOf(fact: string, value: string): readonly string[] {
  const kind = factOf(fact)
  const option = kind?.options?.find((each) => each.id === value)
  if (option) return [value, option.label['zh-CN']]
  const region = kind?.type === 'region' ? regionOf(value) : undefined
  if (!region) return [value]
  return [value, region.code, ...(region.area ? [region.area] : []), region.name]
}
