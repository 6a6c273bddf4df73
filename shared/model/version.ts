/** Versions of a paper: this year's takes the place of last year's, and the old one stays. */
import type { BundledIn, MaterialUse } from './use.ts'

export type PaperVersion = {
  readonly sha256: string
  readonly name: string
  readonly importedAt: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly binned: boolean
  readonly uses: readonly MaterialUse[]
  readonly bundles: readonly BundledIn[]
}
