/** One enterprise × edition × track, from 草稿 to the signed bundle. */
import type { Answers } from '../programme/form.ts'
import type { Pack } from '../programme/pack.ts'
import type { Applies } from '../programme/slot-applies.ts'
import type { Label } from '../registry/registry.ts'
import type { Receipt } from './bundle.ts'
import type { CourseEvent, StampedScan, Todo } from './course.ts'
import type { Finding } from './finding.ts'
import type { ImportResult, Material } from './material.ts'
import type { Origin } from './reserve.ts'
import type { SnapshotRow } from './snapshot.ts'
import type { StatementView } from './statement.ts'
import type { Attestation, ChosenReading, Tick, Verdict, Working } from './verdict.ts'

/** `returned` and `reserved` are branches of the path; the stages of review lie between. */
export const applicationStates = [
  'draft',
  'exported',
  'county',
  'city',
  'province',
  'nation',
  'returned',
  'recognised',
  'rejected',
  'reserved',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** Share of the binding items that are done, for the ring. */
export type Completeness = { readonly done: number; readonly total: number }

export type ApplicationRow = {
  readonly id: string
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  /** Base year of its pack. */
  readonly year: number
  readonly title: string
  readonly short: string
  readonly state: ApplicationState
  readonly revision: number
  readonly completeness: Completeness
  readonly blocking: number
  /** The enterprise's own deadline, YYYY-MM-DD, or null where the notice fixes none. */
  readonly closes: string | null
  readonly changedAt: string
  /** Day of the last step of its path, or null. */
  readonly reachedOn: string | null
}

/**
 * A figure that follows from others. `working` is a key `working.<working>` of `shared/text` that
 * `data` fills.
 */
export type Derived = {
  readonly value: string
  readonly working: string
  readonly data: Readonly<Record<string, string | number>>
}

/** A linked paper that says something else than the form (`field`) or the profile (`field` null). */
export type Conflict = {
  /** `fact:<key>` or `indicator:<code>@<year>`. */
  readonly key: string
  readonly slot: string
  readonly sha256: string
  readonly paper: string
  readonly fact: Label
  /** False while the paper's facts are a machine's reading. */
  readonly confirmed: boolean
  readonly field: { readonly id: string; readonly label: string } | null
  /** What stands in the form or the profile, and what the paper shows, both in `unit`. */
  readonly value: string
  readonly shown: string
  readonly unit: string
}

/** The same, with the application that links the paper. */
export type FoundConflict = Conflict & { readonly application: string; readonly title: string }

export type SlotView = {
  readonly id: string
  /** `no`: the slot's own rule says that it does not count here. */
  readonly applies: Applies
  /** How it came about whether the slot counts; null where it always does. */
  readonly when: Working | null
  readonly materials: readonly Material[]
  readonly waived: string | null
  /** How many papers of the archive are of a kind that the slot takes and are not linked to it. */
  readonly available: number
}

export type ApplicationView = ApplicationRow & {
  readonly pack: Pack
  readonly packHash: string
  readonly answers: Answers
  /** What the profile holds for bound fields, so that the page can show and refresh carried values. */
  readonly carried: Answers
  /** By field id: figures that follow from other figures, with their working. */
  readonly derived: Readonly<Record<string, Derived>>
  readonly slots: readonly SlotView[]
  readonly attestations: Readonly<Record<string, Attestation>>
  /** By condition; a condition that is not among them is read as its pack reads it first. */
  readonly readings: Readonly<Record<string, ChosenReading>>
  readonly ticks: readonly Tick[]
  readonly verdicts: readonly Verdict[]
  readonly findings: readonly Finding[]
  readonly receipts: readonly Receipt[]
  /** Oldest first. */
  readonly events: readonly CourseEvent[]
  /** Oldest first. */
  readonly todos: readonly Todo[]
  readonly stamps: readonly StampedScan[]
  /** Newest first. */
  readonly snapshots: readonly SnapshotRow[]
  /** Number of differences from what was exported last; null where nothing was. */
  readonly unsent: number | null
  readonly statements: readonly StatementView[]
  /** What it was begun from; null where it was begun afresh. */
  readonly origin: Origin | null
}

/**
 * What comes back when answers were changed: the view, but for what whoever changed them holds. A
 * table of thousands of rows does not travel back for one cell.
 */
export type FilledView = Omit<ApplicationView, 'pack' | 'answers'> & {
  /** Other answers that were changed since the revision that the change was made on. */
  readonly others: Answers
}

/** What comes back when files were put into a slot: the view, and what became of the files. */
export type AttachedView = ApplicationView & {
  /** How many of them are papers of the archive now, and in the slot. */
  readonly came: number
  /** Those that could not be taken, each with its reason. */
  readonly refused: readonly ImportResult[]
}

/** What a paper's link to a slot held when it was taken out; nothing more is lost with it. */
export type Unlinked = {
  /** Its place among the papers of the slot; they are ordered by it. */
  readonly position: number
  readonly ticks: readonly Pick<Tick, 'point' | 'name' | 'on'>[]
  /** For a stamped scan: the printed version that it is of, and why it is used all the same. */
  readonly scan: {
    readonly snapshot: string
    readonly reason: string
    readonly name: string
    /** State of the form, by its code, that the reason was given for. */
    readonly code: string
  } | null
  /** For a scan of statements: of which wording of each it is, as far as that was known. */
  readonly wordings: readonly { readonly statement: string; readonly wording: string }[]
}

/** What comes back when a paper was taken out of its slot: the view, and how to undo it. */
export type DetachedView = ApplicationView & { readonly taken: Unlinked }

/** The rendered 申报书: a file that the page shows through its hash. */
export type Rendering = {
  readonly sha256: string
  readonly pages: number
  readonly size: number
  /** True when a bundled face stood in for the official 仿宋. */
  readonly substituted: readonly string[]
}
