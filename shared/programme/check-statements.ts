/** Statements that are asked for: by the programme, or by affiliated parties on linked papers. Pure. */
import type { Finding } from '../model/finding.ts'
import { type AffiliatedPaper, affiliatedPapers } from './affiliates.ts'
import { sourceOf } from './evaluate.ts'
import type { Case } from './evidence.ts'
import { slotLabel } from './label.ts'
import type { Statement } from './pack.ts'
import { textRef, typedText } from './statement-wording.ts'

const joined = (names: readonly string[]): string => [...new Set(names)].join('、')

/** Whether the statement is asked for at all. */
export const isAskedFor = ({ when }: Statement, affiliated: readonly AffiliatedPaper[]): boolean =>
  when === 'always' || affiliated.length > 0

export function checkStatements(c: Case): readonly Finding[] {
  const { statements } = c.pack
  const affiliated = statements.length > 0 ? affiliatedPapers(c) : []
  return statements.flatMap((statement): readonly Finding[] => {
    const { materials = [], waived = null } = c.slots[statement.slot] ?? {}
    const done = waived !== null || materials.length > 0
    if (done || !isAskedFor(statement, affiliated)) return []
    const called = statement.when === 'affiliated' ? [calledFor(c, statement, affiliated)] : []
    return [...called, ...emptyTexts(c, statement)]
  })
}

function calledFor(
  { pack }: Case,
  { title, slot, source }: Statement,
  affiliated: readonly AffiliatedPaper[],
): Finding {
  return {
    code: 'statement.affiliated',
    severity: 'blocking',
    place: { step: 'materials', ref: slot },
    data: {
      statement: title,
      slot: slotLabel(pack, slot)['zh-CN'],
      parties: joined(affiliated.map(({ party }) => party)),
      papers: joined(affiliated.map(({ paper }) => paper)),
    },
    source: sourceOf(source),
  }
}

/** Never blocking: what is not typed can be written by hand on the printed paper. */
const emptyTexts = (c: Case, { id, title, texts, source }: Statement): readonly Finding[] =>
  texts
    .filter((text) => typedText(c, id, text.id) === '')
    .map((text) => ({
      code: 'statement.text',
      severity: 'warning',
      place: { step: 'preview', ref: textRef(id, text.id) },
      data: { statement: title, text: text.label },
      source: sourceOf(source),
    }))
