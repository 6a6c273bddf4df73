/** Contract, invoices and payments that belong together, and what they say of each other. */
import type { Material } from './material.ts'

export const tripleDoubts = [
  'contract.missing',
  'invoice.missing',
  'payment.missing',
  'amount.unknown',
  'party.buyer',
  'party.seller',
  'party.payee',
  'amount.invoicedOver',
  'amount.invoicedUnder',
  'amount.paidOver',
  'amount.paidUnder',
  'date.invoice',
  'date.payment',
  'invoice.repeated',
] as const

/** `contradiction`: two papers cannot both be right; `open`: something is not there yet. */
export type TripleDoubt = {
  readonly code: (typeof tripleDoubts)[number]
  readonly weight: 'contradiction' | 'open'
  readonly data: Readonly<Record<string, string>>
}

/** Exact decimals in 元. An invoice that stands on two files is counted once. */
export type TripleSums = {
  readonly contracted: string
  readonly invoiced: string
  readonly paid: string
  /** What is both invoiced and paid: the lesser of the two. */
  readonly proven: string
}

export type Triple = {
  /** Told apart by this number, never reused. */
  readonly id: number
  /** Contract first, then invoices and payments by date. */
  readonly materials: readonly Material[]
  readonly sums: TripleSums
  readonly doubts: readonly TripleDoubt[]
}

export type TripleList = {
  readonly triples: readonly Triple[]
  readonly total: number
  /** Over all that fit, not only this page. */
  readonly sums: TripleSums
}

export const proposalWhys = [
  'party',
  'amount',
  'date',
  'number',
  'title',
  'holder',
  'name',
] as const

/** A paper that might belong to another, and what speaks for it; best first. */
export type Proposal = {
  readonly material: Material
  readonly score: number
  readonly why: readonly (typeof proposalWhys)[number][]
}
