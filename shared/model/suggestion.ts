/** Papers of the archive that a slot would take, with what speaks for and against each. */
import type { Material } from './material.ts'

export const suggestionReasons = [
  /** The paper's kind is one that the slot takes. */
  'kind',
  /** Nobody has said what the paper is, but its name speaks of what the slot asks. */
  'kindByName',
  /** It covers a year that the slot still lacks. */
  'year',
  /** Its year is one that another linked paper covers already. */
  'yearCovered',
  /** It is of no year that the slot asks for; `year` is its own. */
  'yearOther',
  'yearUnknown',
  /** Valid on the day that counts. */
  'valid',
  'expired',
  'validityUnknown',
  /** It stood in the same slot of an earlier application. */
  'usedBefore',
  /** Its name has much in common with the slot's title. */
  'name',
  'unconfirmed',
  /** The invoice is claimed by another application. */
  'claimed',
  /** It is linked to another slot of this very application. */
  'linkedHere',
  'superseded',
  /** The official upload slot does not take such a file. */
  'type',
  'size',
] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

/** `good`: speaks for the paper; `bad`: it would make a finding; `plain`: worth knowing. */
export type Reason = {
  readonly code: SuggestionReason
  readonly weight: 'good' | 'plain' | 'bad'
  readonly data: Readonly<Record<string, string | number>>
}

export type Suggestion = { readonly material: Material; readonly reasons: readonly Reason[] }

/** Best first; `total` counts all that were looked at. */
export type Suggestions = { readonly suggestions: readonly Suggestion[]; readonly total: number }
