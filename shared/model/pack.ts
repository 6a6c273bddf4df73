/** Packs that come and go: imported from a file, corrected locally, moved to by an application. */
import { z } from 'zod'
import type { PackChange } from '../programme/diff.ts'
import type { PackFault } from './programme.ts'

/** Where a pack on the shelf comes from. */
export type PackOrigin = 'shipped' | 'imported' | 'corrected'

/** The detached signature beside a pack file (`<file>.p7s`), where there is one. */
export type PackSignature =
  | { readonly fingerprint: string; readonly name: string }
  | 'invalid'
  | null

export type PackPreview = {
  readonly file: string
  readonly faults: readonly PackFault[]
  readonly signature: PackSignature
  /** Null when the file is no usable pack. */
  readonly pack: {
    readonly id: string
    readonly edition: string
    readonly title: string
    /** Against the shelf: unknown programme, unknown edition, other content, or the very same. */
    readonly standing: 'new' | 'newEdition' | 'changed' | 'same'
    /** Against the edition on the shelf, or else its newest one. */
    readonly changes: readonly PackChange[]
  } | null
}

/** A small local correction: the way to a value by keys and ids, and its new value. */
export const packCorrection = z.strictObject({
  /** E.g. ["windows", "enterprise", "closes"]; an entry of a list is named by its id. */
  path: z.array(z.string().min(1)).min(2).max(12),
  value: z.union([z.string().max(500), z.number().int()]),
})
export type PackCorrection = z.infer<typeof packCorrection>

/** A correction as it is kept: values as JSON texts. */
export type KeptCorrection = {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly note: string
  readonly day: string
}

/** A pack that an application could move to, and what would change. */
export type MovePlan = {
  readonly edition: string
  readonly hash: string
  readonly title: string
  readonly changes: readonly PackChange[]
  /** Labels of filled-in fields and titles of filled slots that the target does not have: kept, not shown. */
  readonly setAside: readonly string[]
}
