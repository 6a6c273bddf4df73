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

/** A figure, date, paper or recorded title that has to be supplied before a condition can be judged. */
export type Missing =
  | {
      readonly what: 'indicator' | 'fact' | 'field' | 'material' | 'title' | 'attestation' | 'text'
      readonly ref: string
      readonly year?: number
    }
  | PaperFact

/** A paper that is there, and what nobody has entered about it (`validTo` or a fact's key). */
export type PaperFact = {
  readonly what: 'paper'
  /** SHA-256 of the material. */
  readonly ref: string
  readonly name: string
  readonly kind: string
  readonly fact: string
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

/** The reading of an ambiguous condition that a person chose, instead of the default. */
export type ChosenReading = {
  readonly condition: string
  /** Id among the condition's readings. */
  readonly reading: string
  readonly name: string
  readonly note: string
  /** Calendar date in China, YYYY-MM-DD. */
  readonly on: string
}

/** A person's word that a paper contains what the slot asks of its inside. */
export type Tick = {
  readonly slot: string
  readonly sha256: string
  /** The point, as the slot's `inside` puts it. */
  readonly point: string
  readonly name: string
  /** Calendar date in China, YYYY-MM-DD. */
  readonly on: string
}
