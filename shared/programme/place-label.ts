/** What people call a place: a condition, field, cell or slot of a programme. Pure. */
import type { Place } from '../model/finding.ts'
import { columnOf, fieldOf, slotOf } from './label.ts'
import type { Pack } from './pack.ts'

const conditionText = (pack: Pack, id: string): string | undefined =>
  [...pack.conditions, ...pack.tracks.flatMap((track) => track.conditions)].find(
    (condition) => condition.id === id,
  )?.text

/** As the form prints it, a cell as 表名 › 2 › 列名; for the application as a whole its title. */
export function placeLabel(pack: Pack, { step, ref, row, column }: Place): string {
  if (step === 'conditions') return conditionText(pack, ref) ?? ref
  if (step === 'materials') return slotOf(pack, ref)?.title ?? ref
  if (step !== 'form') return pack.title
  const parts = [
    fieldOf(pack, ref)?.label ?? ref,
    ...(row === undefined ? [] : [`${row + 1}`]),
    ...(column === undefined ? [] : [columnOf(pack, ref, column)?.label ?? column]),
  ]
  return parts.join(' › ')
}

/** Whether the programme has such a place at all. */
export function isPlace(pack: Pack, { step, ref, column }: Place): boolean {
  if (step === 'conditions') return conditionText(pack, ref) !== undefined
  if (step === 'materials') return slotOf(pack, ref) !== undefined
  if (step !== 'form') return true
  const known = fieldOf(pack, ref) !== undefined
  return known && (column === undefined || columnOf(pack, ref, column) !== undefined)
}
