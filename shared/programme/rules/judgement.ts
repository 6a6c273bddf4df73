/** What judging one step of a rule gives, and how steps join. Three-valued, then a person's word. */
import type { Missing, Outcome, Working } from '../../model/verdict.ts'

export type Judgement = {
  readonly outcome: Outcome
  readonly working: Working
  readonly missing: readonly Missing[]
  readonly evidence: readonly string[]
}

type Data = Working['data']
type Rest = Partial<Pick<Judgement, 'missing' | 'evidence'>>

/** A step without parts. `text` is the key of its sentence in `working.json`. */
export const step = (outcome: Outcome, text: string, data: Data, rest: Rest = {}): Judgement => ({
  outcome,
  working: { text, outcome, data },
  missing: rest.missing ?? [],
  evidence: rest.evidence ?? [],
})

/** From worst to best. A missing figure comes before a person's judgement: it is asked first. */
const order: readonly Outcome[] = ['unmet', 'unknown', 'judgement', 'met']

/**
 * Joins steps: the outcome is that of the `n`-th best of those that apply, so that all of them
 * gives the worst, and one gives the best. Steps that do not apply ask for nothing.
 */
export function join(text: string, parts: readonly Judgement[], n: number): Judgement {
  const ranked = parts
    .filter((part) => part.outcome !== 'notApplicable')
    .map((part) => part.outcome)
    .sort((a, b) => order.indexOf(b) - order.indexOf(a))
  const outcome = ranked.length === 0 ? 'notApplicable' : (ranked[n - 1] ?? 'unmet')
  const met = ranked.filter((each) => each === 'met').length
  return {
    outcome,
    working: {
      text,
      outcome,
      data: { met, needed: n, total: ranked.length },
      parts: parts.map((part) => part.working),
    },
    missing: outcome === 'met' ? [] : parts.flatMap((part) => part.missing),
    evidence: [...new Set(parts.flatMap((part) => part.evidence))],
  }
}

/** All steps that apply must be met. */
export const joinAll = (text: string, parts: readonly Judgement[]): Judgement =>
  join(text, parts, Math.max(1, parts.filter((part) => part.outcome !== 'notApplicable').length))
