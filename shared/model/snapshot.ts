/** An application as it stood when it left the screen: what a later state is compared with. */
import type { Answers } from '../programme/form.ts'
import type { EnterpriseFacts, IndicatorValue } from './enterprise.ts'
import type { Place } from './finding.ts'
import type { Attestation, ChosenReading, Tick } from './verdict.ts'

/** `stamp`: printed to be stamped; `return`: what a return without an export is held against. */
export type SnapshotPurpose = 'stamp' | 'export' | 'return' | 'reserve'

export type SnapshotPaper = {
  readonly sha256: string
  readonly name: string
  readonly kind: string
}

/** All that was entered, and what was taken from the profile. Keys are ids of the pack. */
export type SnapshotBody = {
  readonly format: 1
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  readonly packHash: string
  readonly answers: Answers
  /** By slot, in their order. */
  readonly slots: Readonly<Record<string, readonly SnapshotPaper[]>>
  readonly waivers: Readonly<Record<string, string>>
  readonly attestations: Readonly<Record<string, Attestation>>
  readonly readings: Readonly<Record<string, ChosenReading>>
  readonly ticks: readonly Tick[]
  /** Only what the programme's form and rules look at. */
  readonly facts: EnterpriseFacts
  readonly indicators: readonly IndicatorValue[]
}

export type SnapshotRow = {
  readonly id: string
  /** Place in the vault's log. */
  readonly seq: number
  readonly application: string
  readonly revision: number
  readonly purpose: SnapshotPurpose
  /** The code in the footer of the 申报书 made from it. */
  readonly code: string
  /** ISO 8601 instant. */
  readonly at: string
}

export const differenceSubjects = [
  'answer',
  'row',
  'cell',
  'material',
  'waiver',
  'attestation',
  'reading',
  'tick',
  'fact',
  'indicator',
  'pack',
  'track',
] as const
export type DifferenceSubject = (typeof differenceSubjects)[number]

export const differenceKinds = ['added', 'removed', 'changed', 'moved'] as const

/** One thing that stands otherwise than before, in the words of the form and the notice. */
export type Difference = {
  readonly what: DifferenceSubject
  readonly kind: (typeof differenceKinds)[number]
  /** Where it stands now, or stood; null where it is no part of the application itself. */
  readonly place: Place | null
  /** The heading over it: a section of the form, a group of conditions; may be empty. */
  readonly group: string
  /** As the form or the notice prints it; a cell as 表名 第2行 列名. */
  readonly label: string
  /** As printed; empty where there was nothing. Order numbers for what only moved. */
  readonly before: string
  readonly after: string
  /** Of an attestation. */
  readonly outcomes?: {
    readonly before?: Attestation['outcome']
    readonly after?: Attestation['outcome']
  }
}

/** One side of a comparison. */
export type ComparedSide = {
  readonly application: string
  readonly title: string
  readonly edition: string
  /** Null for an application as it stands now. */
  readonly snapshot: SnapshotRow | null
  readonly revision: number
}

export type Comparison = {
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly differences: readonly Difference[]
}
