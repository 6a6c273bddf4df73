/** Lints rules over titles: codes, families and levels stand in the registry. */
import { familyOf, titleOf } from '../../../../shared/programme/label.ts'
import type { Rule } from '../../../../shared/programme/rule.ts'
import type { Note, Path } from '../pack-fault.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Notes titles that the registry lacks, and more of them asked than are listed. */
export function lintTitles(rule: Of<'held' | 'notHeld'>, at: Path, note: Note): void {
  lintTitleCodes(rule.titles, [...at, 'titles'], note)
  const total = new Set(rule.titles).size
  if (rule.kind === 'held' && rule.min > total) {
    note([...at, 'min'], 'rule.count', { n: rule.min, total })
  }
}

/** Notes codes that the registry lacks, and those named twice. */
export function lintTitleCodes(codes: readonly string[], at: Path, note: Note): void {
  codes.forEach((name, i) => {
    if (!titleOf(name)) note([...at, i], 'unknown.title', { name })
    else if (codes.indexOf(name) < i) note([...at, i], 'duplicate.id', { id: name })
  })
}

/** Notes a ladder without such rungs, or one that leads downwards. */
export function lintLadder(rule: Of<'ladder'>, at: Path, note: Note): void {
  const levels = familyOf(rule.family).map(({ level }) => level)
  if (levels.length === 0) {
    note([...at, 'family'], 'unknown.family', { name: rule.family })
    return
  }
  const named = { level: rule.level, requires: rule.requires }
  for (const [key, level] of Object.entries(named)) {
    if (level === null || levels.includes(level)) continue
    note([...at, key], 'unknown.level', { family: rule.family, level })
  }
  if (rule.requires !== null && rule.requires >= rule.level) {
    note([...at, 'requires'], 'rule.ladder', { level: rule.level, requires: rule.requires })
  }
}
