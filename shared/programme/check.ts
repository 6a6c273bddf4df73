/**
 * What still stands between a case and a good submission. ONE pure function for the page, the
 * command line and the bundle's report: the same case gives the same findings everywhere.
 */
import type { Completeness } from '../model/application.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Match } from '../model/programme.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import { daysBetween } from './calendar.ts'
import { checkCondition, checkReading } from './check-condition.ts'
import { checkCourse } from './check-course.ts'
import { checkForm } from './check-form.ts'
import { checkSlot } from './check-slot.ts'
import { checkStatements } from './check-statements.ts'
import { evaluate, sourceOf } from './evaluate.ts'
import type { Case, ClaimedInvoice } from './evidence.ts'
import { invoiceOf, repeatedInvoices } from './invoice.ts'
import type { Condition, Slot } from './pack.ts'
import { isAnswered } from './rules/answers.ts'
import { slotApplies } from './slot-applies.ts'
import { conditionsOf, slotsOf } from './track.ts'

/** Days before the deadline from which it is spoken of. */
const soon = 14

export type Check = {
  readonly verdicts: readonly Verdict[]
  /** Blocking ones first, then in the pack's order. */
  readonly findings: readonly Finding[]
  readonly completeness: Completeness
}

/** Judges conditions, form, papers, invoices and windows of one case. */
export function check(c: Case): Check {
  const conditions = conditionsOf(c.pack, c.track)
  const slots = slotsOf(c.pack, c.track)
  const verdicts = conditions.map((condition) => evaluate(condition, c))
  const found = [
    ...conditions.flatMap((condition, index) => {
      const verdict = verdicts[index]
      if (!verdict) return []
      const found = [checkCondition(condition, verdict, c), checkReading(condition, verdict)]
      return found.filter((finding) => finding !== null)
    }),
    ...checkForm(c),
    ...slots.flatMap((slot) => checkSlot(slot, c)),
    ...invoices(slots, c),
    ...checkStatements(c),
    ...checkCourse(c),
    ...windows(c),
  ]
  const findings = sorted(found)
  return { verdicts, findings, completeness: completeness(c, verdicts, findings) }
}

/** How the verdicts stand together; guiding and preferred conditions never lower the outcome. */
export function matchOf(verdicts: readonly Verdict[], conditions: readonly Condition[]): Match {
  const binding = new Set(
    conditions.filter((each) => each.hardness === 'binding').map((each) => each.id),
  )
  const outcomes = verdicts
    .filter((each) => binding.has(each.condition) && each.outcome !== 'notApplicable')
    .map((each) => each.outcome)
  const worst: readonly Outcome[] = ['unmet', 'unknown', 'judgement']
  return {
    outcome: worst.find((each) => outcomes.includes(each)) ?? 'met',
    bindingMet: outcomes.filter((each) => each === 'met').length,
    bindingTotal: outcomes.length,
  }
}

/** The programme's deadline for the enterprise itself, or null where the notice fixes none. */
export const closesOf = (pack: Case['pack']): string | null =>
  pack.windows.find((window) => window.role === 'enterprise' && window.closes)?.closes ?? null

const rank: readonly Severity[] = ['blocking', 'warning', 'hint']

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  rank.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

/** Binding conditions, required answers and binding slots: how many of them are done. */
function completeness(
  c: Case,
  verdicts: readonly Verdict[],
  findings: readonly Finding[],
): Completeness {
  const blocked = new Set(
    findings
      .filter((finding) => finding.severity === 'blocking')
      .map((finding) => `${finding.place.step} ${finding.place.ref}`),
  )
  const conditions = conditionsOf(c.pack, c.track)
    .filter((each) => each.hardness === 'binding')
    .map(({ id }) => {
      const outcome = verdicts.find((verdict) => verdict.condition === id)?.outcome
      return outcome === 'met' || outcome === 'notApplicable'
    })
  const fields = (c.pack.form?.fields ?? [])
    .filter((field) => field.required)
    .map((field) => isAnswered(c.answers[field.id]) && !blocked.has(`form ${field.id}`))
  const slots = slotsOf(c.pack, c.track)
    .filter((slot) => slot.hardness === 'binding' && slot.min > 0)
    .filter((slot) => slotApplies(slot, c).applies === 'yes')
    .map((slot) => !blocked.has(`materials ${slot.id}`))
  const items = [...conditions, ...fields, ...slots]
  return { done: items.filter(Boolean).length, total: items.length }
}

/** Invoices that stand twice here, or that another application has claimed. */
function invoices(slots: readonly Slot[], c: Case): readonly Finding[] {
  const papers = slots.flatMap((slot) =>
    (c.slots[slot.id]?.materials ?? [])
      .filter((paper) => paper.kind === 'invoice')
      .map((paper) => ({ slot, paper, invoice: invoiceOf(paper) })),
  )
  const twice = repeatedInvoices(papers.map((each) => each.paper))
  return papers.flatMap(({ slot, paper, invoice }) => {
    const data = { slot: slot.title, paper: paper.name, invoice: invoice?.replace(/^-/, '') ?? '' }
    const at = {
      severity: 'blocking' as const,
      place: { step: 'materials' as const, ref: slot.id },
      source: sourceOf(slot.source),
    }
    const claims = c.claimed.filter((claim) => claim.invoice === invoice)
    return [
      ...(invoice !== null && twice.includes(invoice)
        ? [{ code: 'invoice.repeated' as const, ...at, data }]
        : []),
      ...claims.map((claim) => elsewhere(claim, at, data)),
    ]
  })
}

/** A claim that holds blocks; one that was let go of is told with its reason. */
function elsewhere(
  { title, edition, slotTitle, release }: ClaimedInvoice,
  at: Pick<Finding, 'severity' | 'place'>,
  data: Finding['data'],
): Finding {
  const where = { ...data, application: title, edition, where: slotTitle }
  return release === null
    ? { code: 'invoice.usedElsewhere', ...at, data: where }
    : { code: 'invoice.released', ...at, severity: 'warning', data: { ...where, ...release } }
}

/** The enterprise's deadline. Never blocking: a late application may be a rehearsal. */
function windows(c: Case): readonly Finding[] {
  return c.pack.windows.flatMap((window) => {
    if (window.role !== 'enterprise' || window.closes === undefined) return []
    const days = daysBetween(c.today, window.closes)
    if (days > soon) return []
    const closed = days < 0
    return [
      {
        code: closed ? ('window.closed' as const) : ('window.soon' as const),
        severity: closed ? ('warning' as const) : ('hint' as const),
        place: { step: 'export' as const, ref: window.id },
        data: { closes: window.closes, days: Math.abs(days), today: c.today },
        source: sourceOf(window.source),
      },
    ]
  })
}
