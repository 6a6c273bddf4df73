/** Lints bounds that nothing can meet: tiers out of reach, too short a window, too high a mark. */
import { compareDays, monthsCovered } from '../../../../shared/programme/calendar.ts'
import { compare } from '../../../../shared/programme/decimal.ts'
import { kindOf, slotOf } from '../../../../shared/programme/label.ts'
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Comparison, Rule, Tier } from '../../../../shared/programme/rule.ts'
import type { Note, Path } from '../pack-fault.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Tiers are tried in order: one whose figures an earlier one takes is never reached. */
export function lintTiers(rule: Of<'tiers'>, at: Path, note: Note): void {
  if ('growth' in rule.by) note([...at, 'by'], 'rule.tiersGrowth')
  rule.tiers.forEach((tier, i) => {
    if (!rule.tiers.slice(0, i).some((earlier) => takesAll(earlier, tier))) return
    note([...at, 'tiers', i], 'rule.tier', { bound: tier.bound })
  })
}

const upward = (op: Comparison): boolean => op === '>=' || op === '>'
const downward = (op: Comparison): boolean => op === '<=' || op === '<'

/** True when every figure of the later tier already meets the earlier one. */
function takesAll(earlier: Tier, later: Tier): boolean {
  const order = compare(later.bound, earlier.bound)
  if (later.op === '=') {
    if (order === 0) return earlier.op !== '>' && earlier.op !== '<'
    return order > 0 ? upward(earlier.op) : downward(earlier.op)
  }
  const strict = (op: Comparison) => op === '>' || op === '<'
  if (upward(earlier.op) && upward(later.op)) {
    return order > 0 || (order === 0 && (!strict(earlier.op) || strict(later.op)))
  }
  if (downward(earlier.op) && downward(later.op)) {
    return order < 0 || (order === 0 && (!strict(earlier.op) || strict(later.op)))
  }
  return false
}

/** A window must be able to hold so many months, and its papers must be able to say when. */
export function lintActivity(rule: Of<'activity'>, pack: Pack, at: Path, note: Note): void {
  const { from, to, months, slots } = rule
  const total = compareDays(from, to) > 0 ? 0 : monthsCovered(from, to)
  if (months > total) note([...at, 'months'], 'rule.months', { months, total })
  slots.forEach((name, i) => {
    const accepts = slotOf(pack, name)?.accepts ?? []
    const tells = (key: string) =>
      accepts.some((kind) => kindOf(kind)?.facts.some((fact) => fact.key === key))
    for (const key of ['serviceFrom', 'serviceTo']) {
      if (accepts.length === 0 || tells(key)) continue
      note([...at, 'slots', i], 'unknown.materialFact', { name: key })
    }
  })
}

/** More papers asked than the slot takes. */
export function lintEvidence(rule: Of<'evidence'>, pack: Pack, at: Path, note: Note): void {
  const max = slotOf(pack, rule.slot)?.max
  if (max === undefined || rule.min <= max) return
  note([...at, 'min'], 'rule.count', { n: rule.min, total: max })
}

/** A mark beyond the scale. */
export function lintScore(rule: Of<'score'>, at: Path, note: Note): void {
  if (rule.scale === undefined || compare(rule.pass, rule.scale) <= 0) return
  note([...at, 'pass'], 'rule.score', { pass: rule.pass, scale: rule.scale })
}
