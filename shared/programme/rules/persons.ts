/** Rules that end at a person: judgement, exceptions, and measures in texts that we do not have. */
import type { Attestation, Missing } from '../../model/verdict.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

const word = (attestation: Attestation) => ({
  person: attestation.name,
  note: attestation.note,
  on: attestation.on,
})

/** Only a person can tell. */
export function attest(rule: Of<'attest'>, said: Attestation | undefined): Judgement {
  const data = { question: rule.question }
  if (said) return step(said.outcome, `attest.${said.outcome}`, { ...data, ...word(said) })
  const missing: Missing[] = [{ what: 'attestation', ref: rule.question }]
  return step('judgement', 'attest.open', data, { missing })
}

/** The measure stands elsewhere: unknown until a person has looked there. */
export function deferred(rule: Of<'deferred'>, said: Attestation | undefined): Judgement {
  const data = { to: rule.to }
  if (said) return step(said.outcome, `deferred.${said.outcome}`, { ...data, ...word(said) })
  return step('unknown', 'deferred.open', data, { missing: [{ what: 'text', ref: rule.to }] })
}

/** What the figures refuse, the notice lets a person allow. */
export function relaxable(
  rule: Of<'relaxable'>,
  inner: Judgement,
  said: Attestation | undefined,
): Judgement {
  if (inner.outcome !== 'unmet') return inner
  const outcome = said?.outcome ?? 'judgement'
  const key = said ? `relaxable.${said.outcome}` : 'relaxable.open'
  const data = {
    note: rule.note,
    ...(said ? { person: said.name, word: said.note, on: said.on } : {}),
  }
  return {
    outcome,
    working: { text: key, outcome, data, parts: [inner.working] },
    missing: said ? [] : [{ what: 'attestation', ref: rule.note }],
    evidence: inner.evidence,
  }
}
