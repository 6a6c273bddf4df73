/** The way of a pasted block into a repeating table. */
import type { Column } from '../../../../shared/programme/form.ts'
import { plainDate } from './date-text.ts'
import { isNumeric, plainNumber } from './number-text.ts'
import { type CellValue, type Rows, withCell } from './rows.ts'

/** What a pasted cell means in a column: option ids for ticks, plain decimals for figures. */
function valueFor(column: Column, text: string): CellValue {
  const trimmed = text.trim()
  if (isNumeric(column.type)) return plainNumber(trimmed)
  if (column.type === 'date' || column.type === 'month') return plainDate(column.type, trimmed)
  if (column.type === 'choice') return optionId(column, trimmed) ?? ''
  if (column.type !== 'choices') return trimmed
  const ids = trimmed.split(/[、,，;；\s]+/).map((part) => optionId(column, part))
  return ids.filter((id) => id !== undefined)
}

function optionId(column: Column, label: string): string | undefined {
  return column.options?.find((option) => option.label === label || option.id === label)?.id
}

/** The rows with a block laid over them from (`index`, `column`) on; surplus columns are dropped. */
export function pasted(
  rows: Rows,
  columns: readonly Column[],
  from: { readonly index: number; readonly column: string },
  block: readonly (readonly string[])[],
  maxRows: number,
): Rows {
  const first = columns.findIndex((column) => column.id === from.column)
  return block.slice(0, maxRows - from.index).reduce<Rows>(
    (held, line, down) =>
      line.reduce<Rows>((kept, text, right) => {
        const column = columns[first + right]
        if (column === undefined) return kept
        return withCell(kept, from.index + down, column.id, valueFor(column, text))
      }, held),
    rows,
  )
}
