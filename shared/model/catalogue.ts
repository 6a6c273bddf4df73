/** How the archive is searched: what a question may ask, and what is counted beside the answer. */
import { z } from 'zod'
import type { ApplicationState } from './application.ts'
import { type Filing, filingChange, tag } from './filing.ts'
import type { Material } from './material.ts'

const day = z.iso.date()

/** Days before the end at which a paper is called expiring. */
export const notice = 90

/** `future`: it begins later; `unknown`: the paper names no end of its validity. */
export const validityStates = ['valid', 'expiring', 'expired', 'future', 'unknown'] as const
export type ValidityState = (typeof validityStates)[number]

/** Every condition holds at once; what is absent is not asked. */
export const materialFilter = z.strictObject({
  kind: z.string().max(60).optional(),
  /**
   * Terms apart by spaces, all of which must be found: any part of the name, the kind, facts, note or
   * text read out of the file, or pinyin initials of the name.
   */
  text: z.string().max(200).optional(),
  /** Pinyin initials of the name alone, two or more. */
  initials: z.string().max(40).optional(),
  /** 0 asks for papers that no year is known of. */
  year: z.number().int().min(0).max(9999).optional(),
  /** Years from one to another, both included. */
  yearFrom: z.number().int().min(1).max(9999).optional(),
  yearTo: z.number().int().min(1).max(9999).optional(),
  validity: z.enum(validityStates).optional(),
  /** Only papers that are valid on this day: begun, and not ended. */
  validOn: day.optional(),
  /** The day on which validity is judged; today when absent. */
  on: day.optional(),
  /** Whether an application uses it. */
  used: z.boolean().optional(),
  confirmed: z.boolean().optional(),
  damaged: z.boolean().optional(),
  /** Whether a newer version has taken its place. */
  superseded: z.boolean().optional(),
  tag: tag.optional(),
  /** 柜号 exactly; an empty one asks for papers whose place nobody has said. */
  cabinet: z.string().max(60).optional(),
  deleted: z.boolean().default(false),
  /** Only papers whose validity ends on or before this day, soonest end first. */
  expiresBy: day.optional(),
})
export type MaterialFilter = z.output<typeof materialFilter>

/** An application that uses a paper, or another file of the same invoice. */
export type UsedIn = {
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly state: ApplicationState
  /** The file that stands there. */
  readonly sha256: string
}

/** A row of the list: `used` holds each application once, in the order of their creation. */
export type ListedMaterial = Material & {
  readonly used: readonly UsedIn[]
  readonly filing: Filing
  /** A newer version has taken its place. */
  readonly superseded: boolean
}

/**
 * Counts per value. Each group is counted under all conditions but its own, so that a count says how
 * many there would be if it were chosen.
 */
export type MaterialFacets = {
  readonly total: number
  readonly kinds: Readonly<Record<string, number>>
  /** By year; `0` for papers without one. */
  readonly years: Readonly<Record<string, number>>
  readonly validity: Readonly<Record<ValidityState, number>>
  readonly used: { readonly yes: number; readonly no: number }
  readonly confirmed: { readonly yes: number; readonly no: number }
  readonly damaged: number
  readonly superseded: number
  readonly tags: Readonly<Record<string, number>>
  /** By 柜号; papers without one are not counted. */
  readonly cabinets: Readonly<Record<string, number>>
  /** What lies in 回收站, whatever is asked. */
  readonly binned: number
}

/** New values of one material; an empty string takes a fact back. */
export const materialChange = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string().max(60).optional(),
  facts: z.record(z.string().max(60), z.string().max(2000)).optional(),
  validFrom: day.nullable().optional(),
  validTo: day.nullable().optional(),
  note: z.string().max(2000).optional(),
  filing: filingChange.optional(),
  /** Put to the tags that are there, and taken from them. */
  addTags: z.array(tag).max(50).optional(),
  dropTags: z.array(tag).max(50).optional(),
  /** Whether the paper counts as confirmed; by what is set where absent. */
  confirmed: z.boolean().optional(),
  /** Exactly these facts are checked. */
  checked: z.array(z.string().max(60)).max(100).optional(),
})
export type MaterialChange = z.output<typeof materialChange>

/** What a change of many did. Sent back, `before` undoes it. */
export type ManyChanged = { readonly before: readonly MaterialChange[] }

/** Which of many went to 回收站 (or came back), and what stayed where it was because it is in use. */
export type ManyMoved = {
  readonly moved: readonly string[]
  readonly kept: readonly { readonly sha256: string; readonly name: string }[]
}

/** Files that were written beside a list of them. */
export type ExportedFiles = {
  readonly folder: string
  readonly files: number
  readonly bytes: number
  /** Name of the list. */
  readonly listing: string
}

/** A filter under a name, with how many materials fit it now. */
export type SavedView = {
  readonly name: string
  readonly filter: MaterialFilter
  readonly count: number
}
