/**
 * Use of something inside a window, shown by papers that say from when to when it ran. Both days of
 * a span are part of it. Spans of different papers are not added up: they may be different services.
 */
import type { Material } from '../../model/material.ts'
import type { Missing } from '../../model/verdict.ts'
import { compareDays, isDay, monthsCovered } from '../calendar.ts'
import type { Case } from '../evidence.ts'
import { named, slotLabel } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'

type Activity = Extract<Rule, { kind: 'activity' }>
type Span = {
  readonly sha256: string
  readonly since: string
  readonly to: string
  /** Whole months inside the window. */
  readonly months: number
  readonly running: boolean
}

/** A paper whose span covers enough months of the window and, where asked, still runs. */
export function activity(rule: Activity, c: Case): Judgement {
  const papers = rule.slots.flatMap((slot) => c.slots[slot]?.materials ?? [])
  const spans = papers.flatMap((paper) => spanOf(paper, rule))
  const best = spans.toSorted((a, b) => rank(b) - rank(a))[0]
  const labels = rule.slots.map((slot) => slotLabel(c.pack, slot))
  const { from, to, months, until = '' } = rule
  const asked = { ...named('name', labels), from, to, months, until }
  const key = until === '' ? 'activity' : 'activity.running'
  const evidence = papers.map(({ sha256 }) => sha256)
  if (best && best.months >= months && best.running) {
    return step(
      'met',
      `${key}.met`,
      { ...asked, ...shown(best, rule) },
      { evidence: [best.sha256] },
    )
  }
  const missing: Missing[] = rule.slots.map((ref) => ({ what: 'material', ref }))
  const open = papers.length - spans.length
  if (!best || open > 0) {
    const tail = open > 0 ? 'undated' : 'missing'
    return step('unknown', `${key}.${tail}`, { ...asked, count: open }, { missing, evidence })
  }
  return step('unmet', `${key}.short`, { ...asked, ...shown(best, rule) }, { evidence })
}

/** One that still runs comes before one that is longer. */
const rank = ({ months, running }: Span): number => (running ? 100_000 : 0) + months

const shown = ({ since, to, months }: Span, rule: Activity) => ({
  since,
  end: to,
  actual: months,
  bound: rule.months,
  unit: '个月',
  shortfall: Math.max(0, rule.months - months),
})

function spanOf({ sha256, facts }: Material, rule: Activity): readonly Span[] {
  const since = facts.serviceFrom?.trim() ?? ''
  const to = facts.serviceTo?.trim() ?? ''
  if (!isDay(since) || !isDay(to)) return []
  const first = compareDays(since, rule.from) > 0 ? since : rule.from
  const last = compareDays(to, rule.to) < 0 ? to : rule.to
  const months = compareDays(first, last) > 0 ? 0 : monthsCovered(first, last)
  const running = rule.until === undefined || compareDays(to, rule.until) >= 0
  return [{ sha256, since, to, months, running }]
}
