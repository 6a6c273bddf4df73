/** Rules that end at a person: judgement, exceptions, and measures in texts that we do not have. */
import type { Attestation, Missing } from '../../model/verdict.ts'
import { addYears } from '../calendar.ts'
import type { Case } from '../evidence.ts'
import { named, slotLabel } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Who said so, what and when, for a working. */
export const word = (attestation: Attestation) => ({
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

/** A mark by a table that stands elsewhere: a person looks it up and says whether it passes. */
export function score(rule: Of<'score'>, said: Attestation | undefined): Judgement {
  const data = { to: rule.to, scale: rule.scale ?? '', pass: rule.pass }
  const key = rule.scale === undefined ? 'score.bare' : 'score'
  if (said) return step(said.outcome, `${key}.${said.outcome}`, { ...data, ...word(said) })
  return step('unknown', `${key}.open`, data, { missing: [{ what: 'text', ref: rule.to }] })
}

/**
 * A clean record up to today. An empty archive proves nothing, so a person must say so; where a
 * paper is asked for, it must lie beside that word.
 */
export function clean(rule: Of<'clean'>, c: Case, said: Attestation | undefined): Judgement {
  const content = rule.slot === undefined ? undefined : c.slots[rule.slot]
  const papers = content?.materials ?? []
  const since = addYears(c.today, -rule.years)
  const slot = named('slot', rule.slot === undefined ? [] : [slotLabel(c.pack, rule.slot)])
  const data = { question: rule.question, years: rule.years, since, today: c.today, ...slot }
  const evidence = papers.map(({ sha256 }) => sha256)
  const lacking = rule.slot !== undefined && papers.length === 0 && !content?.waived
  const paper: Missing[] = lacking ? [{ what: 'material', ref: rule.slot ?? '' }] : []
  if (!said) {
    const missing: Missing[] = [...paper, { what: 'attestation', ref: rule.question }]
    const outcome = lacking ? 'unknown' : 'judgement'
    return step(outcome, lacking ? 'clean.open.paper' : 'clean.open', data, { missing, evidence })
  }
  const told = { ...data, ...word(said) }
  if (said.outcome === 'met' && lacking) {
    return step('unknown', 'clean.paper', told, { missing: paper })
  }
  return step(said.outcome, `clean.${said.outcome}`, told, { evidence })
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
