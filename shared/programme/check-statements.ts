/** Statements that affiliated parties call for. Pure. */
import type { Finding } from '../model/finding.ts'
import { affiliatedPapers } from './affiliates.ts'
import { sourceOf } from './evaluate.ts'
import type { Case } from './evidence.ts'
import { slotLabel } from './label.ts'

const joined = (names: readonly string[]): string => [...new Set(names)].join('、')

export function checkStatements(c: Case): readonly Finding[] {
  const asked = c.pack.statements.filter(({ when }) => when === 'affiliated')
  const found = asked.length > 0 ? affiliatedPapers(c) : []
  if (found.length === 0) return []
  return asked.flatMap(({ title, slot, source }): Finding[] => {
    const content = c.slots[slot]
    if (content?.waived || (content?.materials.length ?? 0) > 0) return []
    const data = {
      statement: title,
      slot: slotLabel(c.pack, slot)['zh-CN'],
      parties: joined(found.map(({ party }) => party)),
      papers: joined(found.map(({ paper }) => paper)),
    }
    const place = { step: 'materials' as const, ref: slot }
    return [
      {
        code: 'statement.affiliated',
        severity: 'blocking',
        place,
        data,
        source: sourceOf(source),
      },
    ]
  })
}
