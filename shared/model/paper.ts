/** Papers for print: the bound volume and what goes with it. */
import type { Finding } from './finding.ts'

/** A bound volume: a file that the page shows through its hash. */
export type BoundVolume = {
  readonly sha256: string
  readonly pages: number
  readonly size: number
  /** Official faces that a bundled one stood in for. */
  readonly substituted: readonly string[]
  /** A finding for each paper that a sheet stands for. */
  readonly findings: readonly Finding[]
}
