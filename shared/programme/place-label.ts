/** What people call a place: a condition, field, cell or slot of a programme. Pure. */
import type { Place } from '../model/finding.ts'
import type { Label } from '../registry/registry.ts'
import { columnOf, fieldOf, same, slotLabel, slotOf } from './label.ts'
import type { Pack } from './pack.ts'
import { cellLabel, rowLabel } from './row-label.ts'

const conditionText = (pack: Pack, id: string): string | undefined =>
  [...pack.conditions, ...pack.tracks.flatMap((track) => track.conditions)].find(
    (condition) => condition.id === id,
  )?.text

/** As the form prints it, a cell as 表名 第2行 列名; for the application as a whole its title. */
export function placeLabel(pack: Pack, { step, ref, row, column }: Place): Label {
  if (step === 'conditions') return same(conditionText(pack, ref) ?? ref)
  if (step === 'materials') return slotLabel(pack, ref)
  if (step !== 'form') return same(pack.title)
  const field = fieldOf(pack, ref)?.label ?? ref
  if (row === undefined) return same(field)
  if (column === undefined) return rowLabel(field, row)
  return cellLabel(field, row, columnOf(pack, ref, column)?.label ?? column)
}

/** Whether the programme has such a place at all. */
export function isPlace(pack: Pack, { step, ref, column }: Place): boolean {
  if (step === 'conditions') return conditionText(pack, ref) !== undefined
  if (step === 'materials') return slotOf(pack, ref) !== undefined
  if (step !== 'form') return true
  const known = fieldOf(pack, ref) !== undefined
  return known && (column === undefined || columnOf(pack, ref, column) !== undefined)
}
