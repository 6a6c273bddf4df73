/** Where a paper is used and has been used: applications, bundles, claims on an invoice. */
import type { ApplicationState } from './application.ts'
import type { Tick } from './verdict.ts'

/** Why somebody let go of a claim on an invoice. */
export type Release = {
  readonly reason: string
  readonly name: string
  /** Calendar date in China, YYYY-MM-DD. */
  readonly day: string
}

/** An application that holds an invoice, through whatever file. */
export type Claim = {
  /** 发票代码-发票号码; the code is empty on 数电票. */
  readonly invoice: string
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly slot: string
  readonly slotTitle: string
  /** The file that stands there, and its name. */
  readonly sha256: string
  readonly name: string
  /** Null while the claim holds. */
  readonly release: Release | null
}

/** Where a material is used. */
export type MaterialUse = {
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly state: ApplicationState
  readonly slot: string
  readonly slotTitle: string
  /** The amount in 元 that it counts with there, or an empty string where its kind has none. */
  readonly amount: string
  /** What a person has found inside it for this slot. */
  readonly ticks: readonly Tick[]
}

/** A bundle that a material left in. */
export type BundledIn = {
  /** Number of the receipt. */
  readonly receipt: number
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly slot: string
  readonly slotTitle: string
  /** Name and SHA-256 of the bundle. */
  readonly bundle: string
  readonly bundleSha256: string
  readonly at: string
  /** The material's place inside the bundle. */
  readonly file: string
  /** The amount in 元 that it counted with then, or an empty string. */
  readonly amount: string
}

/** The invoice that a paper shows: the other files of it, and who claims it. */
export type InvoiceView = {
  readonly invoice: string
  readonly copies: readonly {
    readonly sha256: string
    readonly name: string
    readonly media: string
  }[]
  readonly claims: readonly Claim[]
}

/** A slot of an application that materials could be put into. */
export type OpenPlace = {
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly state: ApplicationState
  readonly slot: string
  readonly slotTitle: string
  /** Papers it holds, and how many it asks for. */
  readonly held: number
  readonly min: number
  readonly max: number | null
}
