/** Lints statements: their scans have a slot, and every gap in their wording can be filled. */
import type { Pack, Statement } from '../../../../shared/programme/pack.ts'
import { gapsIn, statementFacts } from '../../../../shared/programme/statement-wording.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintUnique, slotIds } from './lint.ts'

const facts: readonly string[] = statementFacts

export function lintStatements(pack: Pack, note: Note): void {
  pack.statements.forEach((statement, i) => {
    const at = ['statements', i]
    const { slot, texts } = statement
    if (!slotIds(pack).includes(slot)) note([...at, 'slot'], 'unknown.slot', { name: slot })
    lintUnique(
      texts.map(({ id }, j) => ({ id, path: [...at, 'texts', j, 'id'] })),
      note,
    )
    lintGaps(statement, at, note)
  })
}

/** Notes gaps that nothing fills, and texts that nobody would ever read. */
function lintGaps({ texts, paragraphs }: Statement, at: Path, note: Note): void {
  const named = paragraphs.map(gapsIn)
  named.forEach((names, i) => {
    for (const name of names) {
      if (facts.includes(name) || texts.some(({ id }) => id === name)) continue
      note([...at, 'paragraphs', i], 'statement.gap', { name })
    }
  })
  const used = new Set(named.flat())
  texts.forEach(({ id: name }, i) => {
    const path = [...at, 'texts', i, 'id']
    if (facts.includes(name)) note(path, 'statement.fact', { name })
    else if (!used.has(name)) note(path, 'statement.unused', { name })
  })
}
