/** Lints a rule: everything it refers to exists, its units compare, and it can be met at all. */
import { factOf, fieldOf, regionOf } from '../../../../shared/programme/label.ts'
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Rule } from '../../../../shared/programme/rule.ts'
import { comparable } from '../../../../shared/programme/unit.ts'
import { regions } from '../../../../shared/registry/registry.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintActivity, lintEvidence, lintScore, lintTiers } from './bounds.ts'
import { lintField, lintOperand, lintSlots, unitOf } from './operands.ts'
import { lintLadder, lintTitles } from './titles.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Notes the faults of a rule and of the rules inside it. */
export function lintRule(rule: Rule, pack: Pack, at: Path, note: Note): void {
  for (const { rule: inner, path } of innerRules(rule, at)) lintRule(inner, pack, path, note)
  switch (rule.kind) {
    case 'atLeast':
      if (rule.n > rule.of.length) {
        note([...at, 'n'], 'rule.count', { n: rule.n, total: rule.of.length })
      }
      break
    case 'variant':
      lintVariant(rule, at, note)
      break
    case 'tiers':
      lintOperand(rule.by, pack, [...at, 'by'], note)
      lintUnits({ value: rule.by, unit: rule.unit }, pack, at, note)
      lintTiers(rule, at, note)
      break
    case 'all':
    case 'any':
    case 'relaxable':
      break
    default:
      lintLeaf(rule, pack, at, note)
      break
  }
}

/** The rules that a rule is made of, with their paths. */
function innerRules(rule: Rule, at: Path): { readonly rule: Rule; readonly path: Path }[] {
  if ('of' in rule) return rule.of.map((each, i) => ({ rule: each, path: [...at, 'of', i] }))
  if (rule.kind === 'relaxable') return [{ rule: rule.rule, path: [...at, 'rule'] }]
  const key = rule.kind === 'variant' ? 'cases' : 'tiers'
  const parts = rule.kind === 'variant' ? rule.cases : rule.kind === 'tiers' ? rule.tiers : []
  const otherwise = 'otherwise' in rule ? rule.otherwise : undefined
  return [
    ...parts.map((each, i) => ({ rule: each.rule, path: [...at, key, i, 'rule'] })),
    ...(otherwise ? [{ rule: otherwise, path: [...at, 'otherwise'] }] : []),
  ]
}

type Tree = 'all' | 'any' | 'atLeast' | 'relaxable' | 'variant' | 'tiers'

function lintLeaf(rule: Exclude<Rule, { kind: Tree }>, pack: Pack, at: Path, note: Note): void {
  switch (rule.kind) {
    case 'threshold':
      lintOperand(rule.value, pack, [...at, 'value'], note)
      lintUnits(rule, pack, at, note)
      break
    case 'compare':
      lintOperand(rule.left, pack, [...at, 'left'], note)
      lintOperand(rule.right, pack, [...at, 'right'], note)
      break
    case 'age':
      lintFact(rule.fact, [...at, 'fact'], note)
      break
    case 'fact':
      lintFact(rule.fact, [...at, 'fact'], note)
      lintValues(rule.fact, rule.in, [...at, 'in'], note)
      break
    case 'held':
    case 'notHeld':
      lintTitles(rule, at, note)
      break
    case 'ladder':
      lintLadder(rule, at, note)
      break
    case 'answered':
      lintField(rule.field, pack, [...at, 'field'], note)
      break
    case 'chosen':
      lintChosen(rule, pack, at, note)
      break
    case 'score':
      lintScore(rule, at, note)
      break
    default:
      lintPapers(rule, pack, at, note)
      break
  }
}

type Papers = 'evidence' | 'validOn' | 'clean' | 'invoiceOnce' | 'activity'
type Rest = Of<Papers | 'attest' | 'deferred' | 'exclusive'>

function lintPapers(rule: Rest, pack: Pack, at: Path, note: Note): void {
  if ('slot' in rule && rule.slot !== undefined) {
    lintSlots([rule.slot], pack, () => [...at, 'slot'], note)
  }
  if ('slots' in rule) lintSlots(rule.slots, pack, (i) => [...at, 'slots', i], note)
  if (rule.kind === 'evidence') lintEvidence(rule, pack, at, note)
  if (rule.kind === 'activity') lintActivity(rule, pack, at, note)
}

function lintVariant({ fact, cases }: Of<'variant'>, at: Path, note: Note): void {
  lintFact(fact, [...at, 'fact'], note)
  cases.forEach((each, i) => {
    lintValues(fact, each.in, [...at, 'cases', i, 'in'], note)
  })
}

const areas: ReadonlySet<string | undefined> = new Set(regions.map(({ area }) => area))

/** Notes values that the fact can never have: no such region, area or option. */
function lintValues(fact: string, names: readonly string[], at: Path, note: Note): void {
  const kind = factOf(fact)
  const options = kind?.options
  names.forEach((name, i) => {
    if (kind?.type === 'region') {
      if (!areas.has(name) && !regionOf(name)) note([...at, i], 'unknown.region', { name })
    } else if (
      options &&
      !options.some(({ id, label }) => id === name || label['zh-CN'] === name)
    ) {
      note([...at, i], 'unknown.option', { field: fact, name })
    }
  })
}

function lintChosen(rule: Of<'chosen'>, pack: Pack, at: Path, note: Note) {
  lintField(rule.field, pack, [...at, 'field'], note)
  const field = fieldOf(pack, rule.field)
  const options = field && 'options' in field ? (field.options ?? []) : []
  rule.options.forEach((name, i) => {
    if (field === undefined || options.some((option) => option.id === name)) return
    note([...at, 'options', i], 'unknown.option', { field: rule.field, name })
  })
  if (rule.min > rule.options.length) {
    note([...at, 'min'], 'rule.count', { n: rule.min, total: rule.options.length })
  }
}

type Measure = Pick<Of<'threshold'>, 'value' | 'unit'>

function lintUnits({ value, unit: bound }: Measure, pack: Pack, at: Path, note: Note): void {
  if ('growth' in value && bound !== '%') note([...at, 'unit'], 'rule.growth')
  const unit = unitOf(value, pack)
  if (unit === undefined || unit === '' || comparable(unit, bound)) return
  note([...at, 'unit'], 'unit.incomparable', { unit, bound })
}

function lintFact(name: string, path: Path, note: Note): void {
  if (!factOf(name)) note(path, 'unknown.fact', { name })
}
