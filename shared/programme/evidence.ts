/** What the rules and the check look at: everything about one application, as plain values. */
import type { ApplicationState } from '../model/application.ts'
import type { StampedScan, Todo } from '../model/course.ts'
import type { EnterpriseFacts, IndicatorValue } from '../model/enterprise.ts'
import type { Material } from '../model/material.ts'
import type { Claim } from '../model/use.ts'
import type { Attestation, ChosenReading, Tick } from '../model/verdict.ts'
import type { Answers } from './form.ts'
import type { Pack } from './pack.ts'

/** The papers in one slot, in order, or the reason why it does not apply. */
export type SlotContent = {
  readonly materials: readonly Material[]
  readonly waived: string | null
}

/** An invoice that another application of this vault has already claimed. */
export type ClaimedInvoice = Pick<
  Claim,
  'invoice' | 'application' | 'title' | 'edition' | 'slotTitle' | 'release'
>

/** A title that the enterprise is recorded to hold, by its code in `shared/registry/titles.json`. */
export type HeldTitle = {
  readonly code: string
  /** Calendar date of the award, YYYY-MM-DD; null or absent where the paper names none. */
  readonly since?: string | null
  /** Last day of its validity; null or absent where it does not end. */
  readonly until?: string | null
  /** The certificate that says so. */
  readonly sha256?: string
}

/** Another application of this vault. */
export type OtherApplication = {
  readonly id: string
  readonly title: string
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  /** What the notice calls its track; null where it has none. */
  readonly trackTitle: string | null
  /** Base year of its pack. */
  readonly year: number
  readonly state: ApplicationState
}

export type Case = {
  readonly pack: Pack
  readonly track: string | null
  /** Calendar date in China, YYYY-MM-DD. */
  readonly today: string
  readonly facts: EnterpriseFacts
  readonly indicators: readonly IndicatorValue[]
  readonly answers: Answers
  readonly slots: Readonly<Record<string, SlotContent>>
  readonly attestations: Readonly<Record<string, Attestation>>
  readonly claimed: readonly ClaimedInvoice[]
  /** A title that is not among them is not recorded, which is not the same as not held. */
  readonly titles: readonly HeldTitle[]
  readonly others: readonly OtherApplication[]
  /** Which reading of an ambiguous condition the clerk chose, by condition. */
  readonly readings: Readonly<Record<string, ChosenReading>>
  readonly ticks: readonly Tick[]
  /** What the applicant wrote into statements, by statement and text. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The reasons for which it was returned. */
  readonly todos: readonly Todo[]
  readonly stamps: readonly StampedScan[]
  /** Linked papers, by hash, that no reader could open: their files are broken, or ask for a password. */
  readonly unreadable: Readonly<Record<string, 'broken' | 'locked'>>
}
