/** A document in the archive: its file, its kind, its facts, its validity. */

import type { ListedMaterial } from './catalogue.ts'
import type { Reading } from './extraction.ts'

/** Facts by key (see `shared/registry/material-kinds.json`); amounts are exact decimals in 元. */
export type Facts = Readonly<Record<string, string>>

export type Material = {
  /** Place in the order of arrival; never reused. */
  readonly seq: number
  /** SHA-256 of the file, 64 hex digits: the material's identity on the wire and command line. */
  readonly sha256: string
  readonly name: string
  /** Id of a kind in the registry; `other` until known. */
  readonly kind: string
  /** Size in bytes. */
  readonly size: number
  /** Media type told from the file's first bytes. */
  readonly media: string
  readonly facts: Facts
  /** Calendar dates, YYYY-MM-DD, or null where the paper names none. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly note: string
  /** False while kind and facts are a machine's proposal that nobody has confirmed. */
  readonly confirmed: boolean
  readonly damaged: boolean
  /** True for a paper of the invented example enterprise. */
  readonly sample: boolean
  /** ISO 8601 instant. */
  readonly importedAt: string
  /** ISO 8601 instant at which it went to 回收站, or null. */
  readonly deletedAt: string | null
}

/** Where a material is used. */
export type MaterialUse = {
  readonly application: string
  readonly title: string
  readonly edition: string
  readonly slot: string
  readonly slotTitle: string
}

export type MaterialView = { readonly material: Material; readonly uses: readonly MaterialUse[] }

/** A material with what a machine reads in its file; null where nothing can be read. */
export type MaterialReading = { readonly material: Material; readonly reading: Reading | null }

export type MaterialPage = {
  readonly materials: readonly ListedMaterial[]
  readonly total: number
  /** `seq` to continue before (newest first), or null at the end. */
  readonly next: number | null
}

/** What became of one file of an import. */
export type ImportResult = {
  /** Path or name as the person gave it. */
  readonly from: string
  readonly outcome: 'imported' | 'same' | 'restored' | 'refused'
  readonly sha256?: string
  /** Name of the material that has the same bytes, for `same` and `restored`. */
  readonly as?: string
  /** Fault code and data, for `refused`. */
  readonly fault?: {
    readonly code: string
    readonly data: Readonly<Record<string, string | number>>
  }
}

export type ImportReport = {
  readonly results: readonly ImportResult[]
  readonly imported: number
  readonly same: number
  readonly refused: number
}
