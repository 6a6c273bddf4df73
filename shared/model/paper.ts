/** Papers for print: the bound volume and what goes with it. */

import type { Rendering } from './application.ts'
import type { Finding } from './finding.ts'

/** A bound volume, with a finding for each paper that a sheet stands for. */
export type BoundVolume = Rendering & {
  readonly findings: readonly Finding[]
  /** Number of the page on which each slot's papers begin; `form` for the 申报书. */
  readonly starts: Readonly<Record<string, number>>
}

/** A 汇总表 with the number of its rows. */
export type Summary = Rendering & { readonly rows: number }
