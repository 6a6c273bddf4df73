/**
 * Judges one condition over one case. Pure: the same arguments give the same verdict. An
 * attestation counts only where a rule asks for a person; no word of a person overrides a figure.
 */
import type { Source } from '../model/finding.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import type { Case } from './evidence.ts'
import type { Condition } from './pack.ts'
import type { Rule } from './rule.ts'
import { activity } from './rules/activity.ts'
import { answeredRule, chosen } from './rules/answers.ts'
import { factIs, tiers, under, variant } from './rules/choice.ts'
import { age, validOn } from './rules/dates.ts'
import { type Judgement, join, joinAll } from './rules/judgement.ts'
import { exclusive } from './rules/others.ts'
import { evidence, invoiceOnce } from './rules/papers.ts'
import { attest, clean, deferred, relaxable, score } from './rules/persons.ts'
import { compared, threshold } from './rules/threshold.ts'
import { held, ladder, notHeld } from './rules/titles.ts'
import type { PackSource } from './source.ts'

/** The verdict on a condition: outcome, working, what is missing, evidence and source. */
export function evaluate(condition: Condition, c: Case): Verdict {
  const judged = dated(condition, read(condition, c))
  return {
    condition: condition.id,
    outcome: judged.outcome,
    working: judged.working,
    missing: judged.missing,
    evidence: judged.evidence,
    source: sourceOf(condition.source),
  }
}

/** Whether a rule that asks for no person holds: when a slot applies. */
export const holds = (rule: Rule, c: Case): Judgement => judge(rule, c, '')

/** A pack's source as findings and verdicts carry it. */
export const sourceOf = ({ document, clause, line }: PackSource): Source => ({
  document,
  clause,
  line,
})

/**
 * Judges by the reading that the clerk chose, else by the first. Where nobody has chosen and
 * another reading would come out otherwise, the working says so.
 */
function read(condition: Condition, c: Case): Judgement {
  const readings = condition.readings ?? []
  const [first] = readings
  const by = (rule: Rule | undefined) => judge(rule ?? condition.rule, c, condition.id)
  if (!first) return by(undefined)
  const choice = c.readings[condition.id]
  const taken = readings.find(({ id }) => id === choice?.reading)
  if (choice && taken) {
    const { name: person, note, on } = choice
    return under(by(taken.rule), 'reading.chosen', { reading: taken.text, person, note, on })
  }
  const judged = by(first.rule)
  const differs = readings.some(({ rule }) => rule && disagree(by(rule), judged))
  const data = { reading: first.text, total: readings.length }
  return under(judged, differs ? 'reading.differs' : 'reading.default', data)
}

/** Two readings disagree once one of them comes to a conclusion that the other does not. */
const disagree = (one: Judgement, other: Judgement): boolean =>
  one.outcome !== other.outcome && [one.outcome, other.outcome].some(isFirm)

const isFirm = (outcome: Outcome): boolean => outcome === 'met' || outcome === 'unmet'

/** Says of which day the figures are, where the notice does. */
const dated = ({ asOf }: Condition, judged: Judgement): Judgement =>
  asOf === undefined ? judged : under(judged, 'asOf', { asOf })

function judge(rule: Rule, c: Case, condition: string): Judgement {
  const inner = (each: Rule) => judge(each, c, condition)
  switch (rule.kind) {
    case 'all':
      return joinAll('all', rule.of.map(inner))
    case 'any':
      return join('any', rule.of.map(inner), 1)
    case 'atLeast':
      return join('atLeast', rule.of.map(inner), rule.n)
    case 'variant':
      return variant(rule, c, inner)
    case 'tiers':
      return tiers(rule, c, inner)
    case 'relaxable':
      return relaxable(rule, inner(rule.rule), c.attestations[condition])
    default:
      return isPersonal(rule) ? judgePersonal(rule, c, condition) : judgeLeaf(rule, c)
  }
}

type Tree = 'all' | 'any' | 'atLeast' | 'variant' | 'tiers' | 'relaxable'
type Leaf = Exclude<Rule, { kind: Tree }>

/** Leaves that may end at a person's word. */
const personal = ['attest', 'deferred', 'score', 'clean', 'notHeld', 'ladder', 'exclusive'] as const
type Personal = Extract<Leaf, { kind: (typeof personal)[number] }>

const isPersonal = (rule: Leaf): rule is Personal =>
  (personal as readonly string[]).includes(rule.kind)

function judgePersonal(rule: Personal, c: Case, condition: string): Judgement {
  const said = c.attestations[condition]
  switch (rule.kind) {
    case 'attest':
      return attest(rule, said)
    case 'deferred':
      return deferred(rule, said)
    case 'score':
      return score(rule, said)
    case 'clean':
      return clean(rule, c, said)
    case 'notHeld':
      return notHeld(rule, c, said)
    case 'ladder':
      return ladder(rule, c, said)
    case 'exclusive':
      return exclusive(rule, c, said)
  }
}

function judgeLeaf(rule: Exclude<Leaf, Personal>, c: Case): Judgement {
  switch (rule.kind) {
    case 'threshold':
      return threshold(rule, c)
    case 'compare':
      return compared(rule, c)
    case 'age':
      return age(rule, c)
    case 'fact':
      return factIs(rule, c)
    case 'validOn':
      return validOn(rule, c)
    case 'evidence':
      return evidence(rule, c)
    case 'held':
      return held(rule, c)
    case 'activity':
      return activity(rule, c)
    case 'answered':
      return answeredRule(rule, c)
    case 'chosen':
      return chosen(rule, c)
    case 'invoiceOnce':
      return invoiceOnce(rule, c)
  }
}
