/** A document in the archive: its file, its kind, its facts, its validity. */

import type { ListedMaterial } from './catalogue.ts'
import type { Confidence, KindSign, Mark, Reading, Trouble } from './extraction.ts'
import type { Filing } from './filing.ts'
import type { Triple } from './triple.ts'
import type { BundledIn, InvoiceView, MaterialUse } from './use.ts'
import type { PaperVersion } from './version.ts'

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

/** A material with all that is known around it. */
export type MaterialView = {
  readonly material: Material
  readonly filing: Filing
  /** What a machine has read out of its file, or null where nothing has been read. */
  readonly reading: Reading | null
  /** Why it is taken for its kind, until somebody has checked it; null where nothing tells. */
  readonly reason: KindReason | null
  /** Keys of facts that stand as a machine read them and that nobody has checked. */
  readonly open: readonly string[]
  readonly uses: readonly MaterialUse[]
  readonly bundles: readonly BundledIn[]
  /** Null where it shows no invoice, or one without a number. */
  readonly invoice: InvoiceView | null
  /** Newest first, this one among them; empty where there is only this one. */
  readonly versions: readonly PaperVersion[]
  readonly triple: Triple | null
}

/** A material with what a machine reads in its file; null where nothing can be read. */
export type MaterialReading = { readonly material: Material; readonly reading: Reading | null }

export type MaterialPage = {
  readonly materials: readonly ListedMaterial[]
  /** How many there are in all; null where they were not counted: the facets say it. */
  readonly total: number | null
  /** `seq` to continue before (newest first), or null at the end. */
  readonly next: number | null
}

/** In which coding names are read that an archive says nothing of. */
export type NameCoding = 'gb18030' | 'utf-8'

/** Why a material is taken for its kind. */
export type KindReason = {
  /** `name`: words of the file's name; otherwise what the content shows. */
  readonly by: 'name' | KindSign
  readonly words: string
  readonly confidence: Confidence
}

/** What became of one file of an import. */
export type ImportResult = {
  /** Path or name as the person gave it; a file out of an archive stands behind the archive's name. */
  readonly from: string
  /**
   * `asked`: an archive that does not say in which coding its names are written waits for a person's
   * word. `cancelled`: its turn had not come. `litter`: systems and programs keep it for themselves,
   * and nobody means to keep it here.
   */
  readonly outcome: 'imported' | 'same' | 'restored' | 'refused' | 'asked' | 'cancelled' | 'litter'
  readonly sha256?: string
  /** Name of the material that has the same bytes, for `same` and `restored`. */
  readonly as?: string
  /** Fault code and data, for `refused` and `litter`. */
  readonly fault?: {
    readonly code: string
    readonly data: Readonly<Record<string, string | number>>
  }
  /** Why an archive or one of its files is `refused`; else why it could not be read. */
  readonly trouble?: Trouble
  /** For `asked`: some of the names in either coding; null where they cannot be UTF-8. */
  readonly names?: {
    readonly gb18030: readonly string[]
    readonly 'utf-8': readonly string[] | null
  }
  /**
   * For `imported`, and for what an earlier import had left unread: the kind that is proposed, and
   * why.
   */
  readonly kind?: string
  readonly reason?: KindReason | null
  /** For `imported`: what the file carries besides its pages. */
  readonly marks?: readonly Mark[]
}

export type ImportReport = {
  readonly results: readonly ImportResult[]
  readonly imported: number
  readonly same: number
  readonly refused: number
  readonly asked: number
  readonly cancelled: number
  readonly litter: number
}
