/** What verdicts say to the clerk: binding ones may block, guiding and preferred ones never do. */
import type { Finding, FindingCode, Severity } from '../model/finding.ts'
import type { Verdict, Working } from '../model/verdict.ts'
import type { Case } from './evidence.ts'
import { missingLabel, named } from './label.ts'
import type { Condition } from './pack.ts'

/** The finding that a verdict calls for, or none. */
export function checkCondition(condition: Condition, verdict: Verdict, c: Case): Finding | null {
  if (verdict.outcome === 'met' || verdict.outcome === 'notApplicable') return null
  // A preference that is not had is nothing to put right.
  if (condition.hardness === 'preferred' && verdict.outcome === 'unmet') return null
  const severity: Severity = condition.hardness === 'binding' ? 'blocking' : 'hint'
  const open = verdict.missing.filter((each) => each.what !== 'attestation')
  const figures = verdict.outcome === 'unmet' ? shortfall(verdict.working) : {}
  return {
    code: codeOf(verdict),
    severity,
    place: { step: 'conditions', ref: condition.id },
    data: {
      // The sentence goes on after it.
      text: condition.text.replace(/[。.]$/, ''),
      clause: condition.source.clause,
      ...figures,
      ...named(
        'missing',
        open.map((each) => missingLabel(c.pack, each)),
      ),
    },
    source: verdict.source,
  }
}

/** A hint where nobody has chosen a reading, and another one would come out otherwise. */
export function checkReading(condition: Condition, verdict: Verdict): Finding | null {
  const differs = [verdict.working, ...(verdict.working.parts ?? [])].find(
    ({ text }) => text === 'reading.differs',
  )
  if (!differs) return null
  const { reading = '' } = differs.data
  return {
    code: 'condition.reading',
    severity: 'hint',
    place: { step: 'conditions', ref: condition.id },
    data: {
      text: condition.text.replace(/[。.]$/, ''),
      clause: condition.source.clause,
      reading,
    },
    source: verdict.source,
  }
}

function codeOf(verdict: Verdict): FindingCode {
  if (verdict.outcome === 'unmet') return 'condition.unmet'
  if (verdict.outcome === 'judgement') return 'condition.judgement'
  const texts = verdict.missing.filter((each) => each.what === 'text')
  const onlyTexts = texts.length > 0 && texts.length === verdict.missing.length
  return onlyTexts && isDeferred(verdict.working) ? 'condition.deferred' : 'condition.unknown'
}

const elsewhere = ['deferred.open', 'score.open', 'score.bare.open']

const isDeferred = (working: Working): boolean =>
  elsewhere.includes(working.text) || (working.parts ?? []).some(isDeferred)

/** Actual, bound and shortfall of the first step that failed on a figure. */
function shortfall(working: Working): Working['data'] {
  if (working.outcome !== 'unmet') return {}
  if ('shortfall' in working.data) {
    const { actual = '', bound = '', shortfall: gap = '', unit = '' } = working.data
    return { actual, bound, shortfall: gap, unit }
  }
  const parts = (working.parts ?? []).map(shortfall)
  return parts.find((part) => 'shortfall' in part) ?? {}
}
