import type { IndicatorValue } from '../../../shared/model/enterprise.ts'
import { readFigure } from '../../../shared/programme/figure-text.ts'
import { indicatorOf } from '../../../shared/programme/label.ts'

export type PastedFigures = {
  readonly figures: readonly IndicatorValue[]
  /** Cells that are no figures, and cells that fell outside the grid. */
  readonly refused: number
}

type Grid = { readonly codes: readonly string[]; readonly years: readonly number[] }
type Corner = { readonly row: number; readonly column: number }

/** A block laid over the grid from a corner on. Empty cells of the block change nothing. */
export function pasteFigures(
  { codes, years }: Grid,
  { row, column }: Corner,
  block: readonly (readonly string[])[],
): PastedFigures {
  const figures: IndicatorValue[] = []
  let refused = 0
  for (const [down, line] of block.entries()) {
    for (const [right, text] of line.entries()) {
      if (text.trim() === '') continue
      const code = codes[row + down]
      const year = years[column + right]
      const read = readFigure(text, indicatorOf(code ?? '')?.unit ?? '')
      if (code && year && read) figures.push({ code, year, value: read.value })
      else refused += 1
    }
  }
  return { figures, refused }
}
