/** 修改说明: what a new bundle says about the one that it takes the place of. */
import type { TodoKind } from './course.ts'
import type { Difference } from './snapshot.ts'

/** A reason of the return and what was done about it. */
export type AnsweredReason = {
  /** The place in words. */
  readonly label: string
  readonly kind: TodoKind
  readonly text: string
  readonly answer: string
}

/** As it would leave with the next bundle. */
export type ChangeNoteView = {
  readonly note: ChangeNote
  /** Ids of the to-dos that `note.answers` is made of, in the same order. */
  readonly todos: readonly string[]
}

export type ChangeNote = {
  readonly since: {
    readonly bundleId: string
    readonly revision: number
    /** ISO 8601 instant. */
    readonly exportedAt: string
  }
  readonly answers: readonly AnsweredReason[]
  readonly differences: readonly Difference[]
}
