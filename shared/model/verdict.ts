/** The outcome of one condition, and the working that leads to it. */
import type { Source } from './finding.ts'

/** Three-valued (met, unmet, unknown) plus the two outcomes that no figure decides. */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'judgement' | 'notApplicable'

/**
 * A step of the working: what was compared with what. `text` is a key `working.<text>` of
 * `shared/text` that `data` fills; amounts in `data` are exact decimal strings with their unit.
 */
export type Working = {
  readonly text: string
  readonly outcome: Outcome
  readonly data: Readonly<Record<string, string | number>>
  readonly parts?: readonly Working[]
}

/** A figure, date or paper that has to be supplied before a condition can be judged. */
export type Missing = {
  readonly what: 'indicator' | 'fact' | 'field' | 'material' | 'attestation' | 'text'
  readonly ref: string
  readonly year?: number
}

export type Verdict = {
  readonly condition: string
  readonly outcome: Outcome
  readonly working: Working
  readonly missing: readonly Missing[]
  /** SHA-256 of the materials that the verdict rests on. */
  readonly evidence: readonly string[]
  readonly source: Source
}

/** A person's judgement where no figure decides: who said so, when, and why. */
export type Attestation = {
  readonly condition: string
  readonly outcome: 'met' | 'unmet' | 'notApplicable'
  readonly name: string
  readonly note: string
  /** Calendar date in China, YYYY-MM-DD. */
  readonly on: string
}
