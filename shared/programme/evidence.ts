/** What the rules and the check look at: everything about one application, as plain values. */
import type { EnterpriseFacts, IndicatorValue } from '../model/enterprise.ts'
import type { Material } from '../model/material.ts'
import type { Attestation } from '../model/verdict.ts'
import type { Answers } from './form.ts'
import type { Pack } from './pack.ts'

/** The papers in one slot, in order, or the reason why it does not apply. */
export type SlotContent = {
  readonly materials: readonly Material[]
  readonly waived: string | null
}

/** An invoice that another application of this vault has already claimed. */
export type ClaimedInvoice = {
  /** 发票代码 + 发票号码, joined by a hyphen; the code is empty on 数电票. */
  readonly invoice: string
  readonly application: string
  readonly title: string
}

/** A title that the enterprise holds, by its code in `shared/registry/titles.json`. */
export type HeldTitle = { readonly code: string; readonly sha256?: string }

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
  /** Absent or without a title: not recorded, which is not the same as not held. */
  readonly titles?: readonly HeldTitle[]
}
