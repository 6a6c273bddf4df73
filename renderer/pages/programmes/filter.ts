/** Which programmes a filter lets through. Pure. */
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import type { Outcome } from '../../../shared/model/verdict.ts'

/** The outcomes that a whole programme can have. */
export const matches = [
  'met',
  'unmet',
  'unknown',
  'judgement',
] as const satisfies readonly Outcome[]

export type Filter = {
  readonly text: string
  readonly level: ProgrammeRow['level'] | ''
  readonly match: (typeof matches)[number] | ''
}

export function filtered(
  rows: readonly ProgrammeRow[],
  { text, level, match }: Filter,
): readonly ProgrammeRow[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  return rows.filter((row) => {
    const told = `${row.title} ${row.short} ${row.category} ${row.department} ${row.edition}`
    return (
      words.every((word) => told.toLowerCase().includes(word)) &&
      (level === '' || row.level === level) &&
      (match === '' || row.match.outcome === match)
    )
  })
}
