/** Rules over calendar dates: age of registration, and papers that must still be valid. */

import { addYears, compareDays, isDay, yearsBetween } from '../calendar.ts'
import { satisfies } from '../decimal.ts'
import type { Case } from '../evidence.ts'
import { factLabel, named, slotLabel, slotOf } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'
import { paperFact } from './paper-fact.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/**
 * At least (`<=`: at most) so many calendar years between a date of the profile and the given day,
 * or today.
 */
export function age(rule: Of<'age'>, c: Case): Judgement {
  const since = c.facts[rule.fact]?.trim() ?? ''
  const on = rule.on ?? c.today
  const data = { ...named('name', [factLabel(rule.fact)]), years: rule.years, on }
  const key = rule.op === '<=' ? 'age.atMost' : 'age'
  if (!isDay(since)) {
    const missing = [{ what: 'fact' as const, ref: rule.fact }]
    return step('unknown', `${key}.missing`, data, { missing })
  }
  const reached = addYears(since, rule.years)
  const met = satisfies(compareDays(on, reached), rule.op ?? '>=')
  const actual = Math.max(0, yearsBetween(since, on))
  const shown = { ...data, since, actual, reached }
  return step(met ? 'met' : 'unmet', met ? `${key}.met` : `${key}.short`, shown)
}

/** One paper of the slot whose validity reaches the day (`>=`) or past it (`>`). */
export function validOn(rule: Of<'validOn'>, c: Case): Judgement {
  const papers = c.slots[rule.slot]?.materials ?? []
  const key = rule.op === '>' ? 'valid.after' : 'valid.on'
  const data = { ...named('name', [slotLabel(c.pack, rule.slot)]), on: rule.on }
  const missing = [{ what: 'material' as const, ref: rule.slot }]
  const good = papers.filter(
    (paper) => paper.validTo !== null && satisfies(compareDays(paper.validTo, rule.on), rule.op),
  )
  const best = latest(papers.map((paper) => paper.validTo))
  if (good.length > 0) {
    const evidence = good.map((paper) => paper.sha256)
    return step('met', key, { ...data, until: best }, { evidence })
  }
  const evidence = papers.map((paper) => paper.sha256)
  const standIns = standInsOf(rule.slot, c)
  if (standIns.length > 0) {
    const [first = ''] = standIns
    const other = named('other', [slotLabel(c.pack, first)])
    return step('met', 'valid.standIn', { ...data, ...other }, { evidence: hashesOf(first, c) })
  }
  if (papers.length === 0) return step('unknown', `${key}.missing`, data, { missing })
  if (papers.some((paper) => paper.validTo === null)) {
    const undated = papers.filter((paper) => paper.validTo === null)
    return step('unknown', `${key}.undated`, data, {
      missing: undated.map((paper) => paperFact(paper, 'validTo')),
      evidence,
    })
  }
  return step('unmet', `${key}.short`, { ...data, until: best }, { evidence })
}

/** The slot that stands in for this one, when it holds a paper. */
const standInsOf = (slot: string, c: Case): readonly string[] => {
  const other = slotOf(c.pack, slot)?.alternative
  return other !== undefined && hashesOf(other, c).length > 0 ? [other] : []
}

const hashesOf = (slot: string, c: Case): readonly string[] =>
  (c.slots[slot]?.materials ?? []).map((paper) => paper.sha256)

const latest = (days: readonly (string | null)[]): string =>
  days.filter((day): day is string => day !== null).reduce((a, b) => (a > b ? a : b), '')
