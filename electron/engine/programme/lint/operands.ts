/** Lints what rules refer to: figures, fields, tables and slots that must exist. */
import { columnOf, fieldOf, indicatorOf } from '../../../../shared/programme/label.ts'
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Filter, Operand } from '../../../../shared/programme/rule.ts'
import { materialKinds } from '../../../../shared/registry/registry.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintIndicator, slotIds } from './lint.ts'

/** Notes what a figure is made of that does not exist. */
export function lintOperand(operand: Operand, pack: Pack, at: Path, note: Note): void {
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

/** The unit that a figure is kept in, as far as it has one. */
export function unitOf(value: Operand, pack: Pack): string | undefined {
  if ('indicator' in value) return indicatorOf(value.indicator)?.unit
  if ('total' in value) return indicatorOf(value.total)?.unit
  if ('sum' in value) return columnOf(pack, value.sum, value.column)?.unit
  const field = 'field' in value ? fieldOf(pack, value.field) : undefined
  return field && 'unit' in field ? field.unit : undefined
}

/** Notes a field that the form lacks. */
export function lintField(name: string, pack: Pack, path: Path, note: Note): void {
  if (!fieldOf(pack, name)) note(path, 'unknown.field', { name })
}

function lintTable(name: string, pack: Pack, path: Path, note: Note): void {
  if (fieldOf(pack, name)?.type !== 'table') note(path, 'unknown.table', { name })
}

function lintColumn(table: string, name: string, pack: Pack, path: Path, note: Note): void {
  if (fieldOf(pack, table)?.type !== 'table' || columnOf(pack, table, name)) return
  note(path, 'unknown.column', { table, name })
}

/** Notes slots that the pack lacks. */
export function lintSlots(
  ids: readonly string[],
  pack: Pack,
  path: (i: number) => Path,
  note: Note,
) {
  ids.forEach((name, i) => {
    if (!slotIds(pack).includes(name)) note(path(i), 'unknown.slot', { name })
  })
}
