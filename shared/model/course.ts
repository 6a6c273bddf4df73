/** What becomes of an application once it has left: its status path and the reasons of a return. */
import type { ApplicationState } from './application.ts'
import type { Place } from './finding.ts'

/** Who examines an application, in the order in which it passes through them. */
export const reviewStages = ['county', 'city', 'province', 'nation'] as const
export type ReviewStage = (typeof reviewStages)[number]

/** `receipt`: a file of the authority's says so; `opinion`: a signed opinion that was imported. */
export const eventSources = ['hand', 'export', 'receipt', 'opinion'] as const
export type EventSource = (typeof eventSources)[number]

/** A step on the status path. */
export type CourseEvent = {
  readonly seq: number
  readonly state: ApplicationState
  /** Calendar date in China, YYYY-MM-DD. */
  readonly day: string
  readonly note: string
  readonly source: EventSource
  /** Id of the bundle, file or opinion that it comes from; empty for an entry by hand. */
  readonly ref: string
}

/** Why something has to be put right: wrong, not complete, out of date, or the form has changed. */
export const todoKinds = ['incorrect', 'incomplete', 'outdated', 'formChanged'] as const
export type TodoKind = (typeof todoKinds)[number]

/** The reason of a return that concerns the application as a whole. */
export const wholeApplication: Place = { step: 'export', ref: 'application' }

/** One reason of a return, at the place that it is about. */
export type Todo = {
  readonly id: string
  readonly place: Place
  readonly kind: TodoKind
  readonly text: string
  /** `hand`, or the id of the opinion that it comes from. */
  readonly source: string
  /** Day of the return. */
  readonly day: string
  /** Of a reason that was opened again, what had been said before. */
  readonly answer: string
  readonly answeredOn: string | null
  /** A withdrawn reason keeps its text and asks for nothing. */
  readonly withdrawnOn: string | null
  /** 已改: its place stands otherwise than in the version that was returned. */
  readonly changed: boolean
}

/** A stamped scan and the version that it was made from. */
export type StampedScan = {
  readonly slot: string
  readonly sha256: string
  readonly name: string
  readonly snapshot: string
  readonly code: string
  /** ISO 8601 instant at which that version was printed. */
  readonly printedAt: string
  /** What the paper shows otherwise than the application does now. */
  readonly changes: number
  /** Why it is used all the same; null where nobody has said so of the application as it stands. */
  readonly waived: { readonly reason: string; readonly name: string } | null
}
