/** What next time starts from: reserved and finished applications, titles won, duties to come. */
import type { Answers } from '../programme/form.ts'

/** A title that the enterprise is recorded to hold without a certificate in the archive. */
export type Honour = {
  readonly id: string
  /** Code in `shared/registry/titles.json`. */
  readonly code: string
  /** 证书编号; empty where it has none. */
  readonly number: string
  readonly level: string
  /** Calendar dates, YYYY-MM-DD. */
  readonly issued: string
  readonly expires: string | null
  /** The application that won it; null where it was entered by hand. */
  readonly application: string | null
}

export const leftReasons = [
  'year',
  'signed',
  'noPlace',
  'expired',
  'wrongYear',
  'invoice',
  'stamped',
  'damaged',
  'attestation',
] as const

/** Something of the old application that does not hold in the new one, and why. */
export type LeftBehind = {
  readonly reason: (typeof leftReasons)[number]
  /** The field, slot or condition that waits for it, by its id; empty where none does. */
  readonly step: 'conditions' | 'form' | 'materials' | 'preview'
  readonly ref: string
  /** As the form or the notice prints it. */
  readonly label: string
  /** What was there: an answer as printed, the name of a paper. */
  readonly was: string
}

/** What is taken over, and what is not. */
export type TakeOver = {
  readonly answers: Answers
  /** By slot, SHA-256 in their order. */
  readonly links: Readonly<Record<string, readonly string[]>>
  readonly waivers: Readonly<Record<string, string>>
  /** What was written into statements, by statement and text. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly left: readonly LeftBehind[]
}

/** Where an application comes from. */
export type Origin = {
  readonly source: string
  readonly title: string
  readonly edition: string
  readonly day: string
  /** True where its edition was drawn up from the old notice, since no new one is there. */
  readonly shifted: boolean
  readonly left: readonly LeftBehind[]
}

/** An edition that an application can be taken up in. */
export type TakeUpChoice = {
  readonly edition: string
  readonly title: string
  /** True where no pack of it is there: the old one with its years moved on. */
  readonly shifted: boolean
  readonly tracks: readonly { readonly id: string; readonly title: string }[]
}

type DutyOf = {
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly duty: string
  readonly text: string
  /** Calendar date by which it is due. */
  readonly due: string
}

/** A later duty of a title won that nobody has settled: the date missed last, else the next one. */
export type DutyReminder = DutyOf & {
  /** Negative once the date has passed. */
  readonly daysLeft: number
  /** Dates missed before this one. */
  readonly earlier: number
  /** The next date after a missed one. */
  readonly next: { readonly due: string; readonly daysLeft: number } | null
}

/**
 * `done`; `handled`: this date was met otherwise, or was let off; `ended`: the duty asks for nothing
 * any more.
 */
export const dutyOutcomes = ['done', 'handled', 'ended'] as const
export type DutyOutcome = (typeof dutyOutcomes)[number]

/** What became of one date of a duty, as a person said it. */
export type SettledDuty = DutyOf & {
  readonly outcome: DutyOutcome
  /** On which day it was said. */
  readonly on: string
  readonly note: string
}

export type Duties = {
  /** Soonest first. */
  readonly open: readonly DutyReminder[]
  /** Said last first. */
  readonly settled: readonly SettledDuty[]
}
