/** Lints a rule: everything it refers to exists, and its units can be compared. */
import { columnOf, factOf, fieldOf, indicatorOf } from '../../../../shared/programme/label.ts'
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Filter, Operand, Rule } from '../../../../shared/programme/rule.ts'
import { comparable } from '../../../../shared/programme/unit.ts'
import { materialKinds, titles } from '../../../../shared/registry/registry.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintIndicator, slotIds } from './lint.ts'

/** Notes the faults of a rule and of the rules inside it. */
export function lintRule(rule: Rule, pack: Pack, at: Path, note: Note): void {
  if ('of' in rule) {
    lintRules(rule.of, pack, [...at, 'of'], note)
    if (rule.kind === 'atLeast' && rule.n > rule.of.length) {
      note([...at, 'n'], 'rule.count', { n: rule.n, total: rule.of.length })
    }
  } else if (rule.kind === 'relaxable') lintRule(rule.rule, pack, [...at, 'rule'], note)
  else if (rule.kind === 'variant') {
    lintFact(rule.fact, [...at, 'fact'], note)
    rule.cases.forEach((each, i) => {
      lintRule(each.rule, pack, [...at, 'cases', i, 'rule'], note)
    })
    lintRule(rule.otherwise, pack, [...at, 'otherwise'], note)
  } else lintLeaf(rule, pack, at, note)
}

type Inner = 'all' | 'any' | 'atLeast' | 'relaxable' | 'variant'

function lintRules(rules: readonly Rule[], pack: Pack, at: Path, note: Note): void {
  rules.forEach((rule, i) => {
    lintRule(rule, pack, [...at, i], note)
  })
}

function lintLeaf(rule: Exclude<Rule, { kind: Inner }>, pack: Pack, at: Path, note: Note): void {
  if (rule.kind === 'threshold') {
    lintOperand(rule.value, pack, [...at, 'value'], note)
    lintUnits(rule, pack, at, note)
  } else if (rule.kind === 'compare') {
    lintOperand(rule.left, pack, [...at, 'left'], note)
    lintOperand(rule.right, pack, [...at, 'right'], note)
  } else if (rule.kind === 'age') lintFact(rule.fact, [...at, 'fact'], note)
  else if (rule.kind === 'held') {
    rule.titles.forEach((name, i) => {
      const known = titles.some((title) => title.code === name)
      if (!known) note([...at, 'titles', i], 'unknown.title', { name })
    })
  } else if (rule.kind === 'answered') lintField(rule.field, pack, [...at, 'field'], note)
  else if (rule.kind === 'chosen') lintChosen(rule, pack, at, note)
  else if (rule.kind === 'evidence' || rule.kind === 'validOn') {
    lintSlots([rule.slot], pack, () => [...at, 'slot'], note)
  } else if (rule.kind === 'invoiceOnce') {
    lintSlots(rule.slots, pack, (i) => [...at, 'slots', i], note)
  }
}

function lintOperand(operand: Operand, pack: Pack, at: Path, note: Note): void {
  if ('indicator' in operand) lintIndicator(operand.indicator, [...at, 'indicator'], note)
  else if ('total' in operand) lintIndicator(operand.total, [...at, 'total'], note)
  else if ('growth' in operand) {
    lintIndicator(operand.growth, [...at, 'growth'], note)
    if (operand.to <= operand.from) note([...at, 'to'], 'rule.growth')
  } else if ('field' in operand) lintField(operand.field, pack, [...at, 'field'], note)
  else if ('rows' in operand) {
    lintTable(operand.rows, pack, [...at, 'rows'], note)
    const columns = (operand.where ?? []).map((filter, i) => ({
      filter,
      path: [...at, 'where', i],
    }))
    for (const { filter, path } of columns) lintFilter(operand.rows, filter, pack, path, note)
    if (operand.distinct !== undefined) {
      lintColumn(operand.rows, operand.distinct, pack, [...at, 'distinct'], note)
    }
  } else if ('sum' in operand) {
    lintTable(operand.sum, pack, [...at, 'sum'], note)
    lintColumn(operand.sum, operand.column, pack, [...at, 'column'], note)
  } else if ('materials' in operand) lintMaterials(operand, pack, at, note)
  else if ('ratio' in operand) {
    operand.ratio.forEach((each, i) => {
      lintOperand(each, pack, [...at, 'ratio', i], note)
    })
  }
}

function lintMaterials(
  operand: Extract<Operand, { materials: string[] }>,
  pack: Pack,
  at: Path,
  note: Note,
): void {
  lintSlots(operand.materials, pack, (i) => [...at, 'materials', i], note)
  const slots = [...pack.slots, ...pack.tracks.flatMap((track) => track.slots)]
  const kinds = slots
    .filter((slot) => operand.materials.includes(slot.id))
    .flatMap((slot) => slot.accepts)
  const known = (key: string) =>
    materialKinds.some((kind) => kinds.includes(kind.id) && kind.facts.some((f) => f.key === key))
  const name = operand.fact
  if (name !== undefined && !known(name)) note([...at, 'fact'], 'unknown.materialFact', { name })
  operand.where?.forEach((filter, i) => {
    if (known(filter.column)) return
    note([...at, 'where', i, 'column'], 'unknown.materialFact', { name: filter.column })
  })
}

function lintFilter(table: string, filter: Filter, pack: Pack, at: Path, note: Note): void {
  lintColumn(table, filter.column, pack, [...at, 'column'], note)
  const options = columnOf(pack, table, filter.column)?.options
  if (!options) return
  filter.in?.forEach((name, i) => {
    if (options.some((option) => option.id === name)) return
    note([...at, 'in', i], 'unknown.option', { field: filter.column, name })
  })
}

function lintChosen(rule: Extract<Rule, { kind: 'chosen' }>, pack: Pack, at: Path, note: Note) {
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

function lintUnits(rule: Extract<Rule, { kind: 'threshold' }>, pack: Pack, at: Path, note: Note) {
  const { value, unit: bound } = rule
  if ('growth' in value && bound !== '%') note([...at, 'unit'], 'rule.growth')
  const unit = unitOf(value, pack)
  if (unit === undefined || unit === '' || comparable(unit, bound)) return
  note([...at, 'unit'], 'unit.incomparable', { unit, bound })
}

function unitOf(value: Operand, pack: Pack): string | undefined {
  if ('indicator' in value) return indicatorOf(value.indicator)?.unit
  if ('total' in value) return indicatorOf(value.total)?.unit
  if ('sum' in value) return columnOf(pack, value.sum, value.column)?.unit
  const field = 'field' in value ? fieldOf(pack, value.field) : undefined
  return field && 'unit' in field ? field.unit : undefined
}

function lintFact(name: string, path: Path, note: Note): void {
  if (!factOf(name)) note(path, 'unknown.fact', { name })
}

function lintField(name: string, pack: Pack, path: Path, note: Note): void {
  if (!fieldOf(pack, name)) note(path, 'unknown.field', { name })
}

function lintTable(name: string, pack: Pack, path: Path, note: Note): void {
  if (fieldOf(pack, name)?.type !== 'table') note(path, 'unknown.table', { name })
}

function lintColumn(table: string, name: string, pack: Pack, path: Path, note: Note): void {
  if (fieldOf(pack, table)?.type !== 'table' || columnOf(pack, table, name)) return
  note(path, 'unknown.column', { table, name })
}

function lintSlots(ids: readonly string[], pack: Pack, path: (i: number) => Path, note: Note) {
  ids.forEach((name, i) => {
    if (!slotIds(pack).includes(name)) note(path(i), 'unknown.slot', { name })
  })
}
