/** Programmes as the page lists and shows them. */
import type { Ladder } from '../programme/ladder.ts'
import type { Pack, Role } from '../programme/pack.ts'
import type { KeptCorrection, PackOrigin } from './pack.ts'
import type { Outcome, Verdict } from './verdict.ts'

/** How the enterprise stands with a programme, before any application. */
export type Match = {
  readonly outcome: Outcome
  readonly bindingMet: number
  readonly bindingTotal: number
}

/** When a role must have acted: exact days, or months that each year's notice fixes. */
export type WindowSpan = {
  readonly role: Role
  readonly opens?: string | undefined
  readonly closes?: string | undefined
  readonly months?: readonly number[] | undefined
}

export type TrackRow = {
  readonly id: string
  readonly title: string
  /** Against the common conditions and the track's own. */
  readonly match: Match
  /** Codes of the titles that a success brings on this track. */
  readonly awards: readonly string[]
}

export type ProgrammeRow = {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly short: string
  readonly level: Pack['level']
  readonly region: string
  readonly category: string
  readonly department: string
  readonly tracks: readonly TrackRow[]
  /** Codes of the titles that a success brings, whatever the track. */
  readonly awards: readonly string[]
  readonly channels: Pack['procedure']['channels']
  readonly origin: PackOrigin
  readonly hasForm: boolean
  readonly windows: readonly (WindowSpan & { readonly id: string })[]
  /** Against the conditions that all tracks share. */
  readonly match: Match
}

export type UnusablePack = {
  readonly file: string
  readonly reasons: readonly PackFault[]
  /** Set where it is the vault's own, which can be dropped. */
  readonly own?: { readonly id: string; readonly edition: string }
}

export type ProgrammeList = {
  readonly programmes: readonly ProgrammeRow[]
  readonly unusable: readonly UnusablePack[]
  /** Families of titles with the programmes that lead to their rungs. */
  readonly ladders: readonly Ladder[]
}

export type ProgrammeView = {
  readonly pack: Pack
  readonly hash: string
  readonly track: string | null
  readonly origin: PackOrigin
  /** Local corrections of this pack, in order. */
  readonly corrections: readonly KeptCorrection[]
  readonly verdicts: readonly Verdict[]
  readonly match: Match
}

/** One fault of a pack file, as `pack check` prints it. */
export type PackFault = {
  /** 1-based line in the file. */
  readonly line: number
  /** Path inside the document, e.g. conditions[3].source.line. */
  readonly path: string
  /** In Chinese; `code` and `data` fill the same sentence of `shared/text/<language>/pack.json`. */
  readonly reason: string
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}
