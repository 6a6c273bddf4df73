/**
 * Lines of text out of runs with places. Cells of a line, further apart than a character is wide,
 * are parted by a tab; what is drawn in one go stays together whatever order the file has it in.
 */
import type { Run } from './read-document.ts'

const midOf = ({ y, size }: Run) => y - size / 3

function joined(runs: readonly Run[]): string {
  let text = ''
  let end = Number.NaN
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const gap = run.x - end
    if (gap > run.size) text += '\t'
    else if (gap > run.size / 4) text += ' '
    text += run.text
    end = Math.max(Number.isNaN(end) ? run.x : end, run.x + run.width)
  }
  return text.trim()
}

/** The lines of a page, from top to bottom, without empty ones. */
export function linesOf(page: readonly Run[]): string[] {
  const runs = page.filter(({ text }) => text.trim() !== '')
  const sorted = [...runs].sort((a, b) => midOf(a) - midOf(b))
  const lines: Run[][] = []
  let middle = Number.NaN
  for (const run of sorted) {
    const line = lines.at(-1)
    const size = Math.min(run.size, line?.[0]?.size ?? run.size)
    if (line && midOf(run) - middle < size / 2) line.push(run)
    else {
      lines.push([run])
      middle = midOf(run)
    }
  }
  return lines.map(joined).filter((text) => text !== '')
}
