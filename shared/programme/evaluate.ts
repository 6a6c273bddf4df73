/**
 * Judges one condition over one case. Pure: the same arguments give the same verdict. An
 * attestation counts only where a rule asks for a person (`attest`, `deferred`, `relaxable`); no
 * word of a person overrides a figure.
 */
import type { Source } from '../model/finding.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Case } from './evidence.ts'
import { factLabel, factOf, named, regionOf } from './label.ts'
import type { Condition, PackSource } from './pack.ts'
import type { Rule } from './rule.ts'
import { answeredRule, chosen } from './rules/answers.ts'
import { age, validOn } from './rules/dates.ts'
import { type Judgement, join, joinAll, step } from './rules/judgement.ts'
import { evidence, held, invoiceOnce } from './rules/papers.ts'
import { attest, deferred, relaxable } from './rules/persons.ts'
import { compared, threshold } from './rules/threshold.ts'

/** The verdict on a condition: outcome, working, what is missing, evidence and source. */
export function evaluate(condition: Condition, c: Case): Verdict {
  const judged = judge(condition.rule, c, condition.id)
  return {
    condition: condition.id,
    outcome: judged.outcome,
    working: judged.working,
    missing: judged.missing,
    evidence: judged.evidence,
    source: sourceOf(condition.source),
  }
}

/** A pack's source as findings and verdicts carry it. */
export const sourceOf = ({ document, clause, line }: PackSource): Source => ({
  document,
  clause,
  line,
})

function judge(rule: Rule, c: Case, condition: string): Judgement {
  switch (rule.kind) {
    case 'all':
      return joinAll('all', parts(rule.of, c, condition))
    case 'any':
      return join('any', parts(rule.of, c, condition), 1)
    case 'atLeast':
      return join('atLeast', parts(rule.of, c, condition), rule.n)
    case 'variant':
      return variant(rule, c, condition)
    case 'attest':
      return attest(rule, c.attestations[condition])
    case 'deferred':
      return deferred(rule, c.attestations[condition])
    case 'relaxable':
      return relaxable(rule, judge(rule.rule, c, condition), c.attestations[condition])
    default:
      return judgeLeaf(rule, c)
  }
}

type Inner = 'all' | 'any' | 'atLeast' | 'variant' | 'attest' | 'deferred' | 'relaxable'

function judgeLeaf(rule: Exclude<Rule, { kind: Inner }>, c: Case): Judgement {
  switch (rule.kind) {
    case 'threshold':
      return threshold(rule, c)
    case 'compare':
      return compared(rule, c)
    case 'age':
      return age(rule, c)
    case 'validOn':
      return validOn(rule, c)
    case 'evidence':
      return evidence(rule, c)
    case 'held':
      return held(rule, c)
    case 'answered':
      return answeredRule(rule, c)
    case 'chosen':
      return chosen(rule, c)
    case 'invoiceOnce':
      return invoiceOnce(rule, c)
    default:
      return step('unknown', 'kind.pending', { kind: rule.kind })
  }
}

const parts = (rules: readonly Rule[], c: Case, condition: string): readonly Judgement[] =>
  rules.map((rule) => judge(rule, c, condition))

function variant(rule: Extract<Rule, { kind: 'variant' }>, c: Case, condition: string): Judgement {
  const value = c.facts[rule.fact]?.trim() ?? ''
  const data = named('name', [factLabel(rule.fact)])
  if (value === '') {
    const missing = [{ what: 'fact' as const, ref: rule.fact }]
    return step('unknown', 'variant.missing', data, { missing })
  }
  const names = namesOf(rule.fact, value)
  const found = rule.cases.find((each) => each.in.some((name) => names.includes(name)))
  const inner = judge(found?.rule ?? rule.otherwise, c, condition)
  return {
    ...inner,
    working: {
      text: 'variant.taken',
      outcome: inner.outcome,
      data: { ...data, value: names.at(-1) ?? value },
      parts: [inner.working],
    },
  }
}

/** What a pack may call the value by; the last is the one to show. */
function namesOf(fact: string, value: string): readonly string[] {
  const kind = factOf(fact)
  const option = kind?.options?.find((each) => each.id === value)
  if (option) return [value, option.label['zh-CN']]
  const region = kind?.type === 'region' ? regionOf(value) : undefined
  if (!region) return [value]
  return [value, region.code, ...(region.area ? [region.area] : []), region.name]
}
