/** The way of a pasted block into a form table. Pure. */
import { type ReadFigure, readFigure } from '../../../../shared/programme/figure-text.ts'
import type { AnswerRow, Column } from '../../../../shared/programme/form.ts'
import type { PlainSpec } from './control-props.ts'
import { plainDate } from './date-text.ts'
import { type CellValue, type Rows, rowsOf } from './rows.ts'

/** What happened to a block besides landing: told to the person, so that nothing is lost unseen. */
export type PasteNote = {
  /** Figures that were given in another unit. */
  readonly converted: readonly { readonly given: string; readonly kept: string }[]
  /** Words that name none of the options asked for. */
  readonly unknown: readonly string[]
  /** Filled cells that fell outside the table. */
  readonly outside: number
}
export type Pasted = { readonly value: CellValue } & Partial<PasteNote>

/** All that is to be said of several cells. */
export const noteOf = (said: readonly Partial<PasteNote>[]): PasteNote => ({
  converted: said.flatMap(({ converted = [] }) => converted),
  unknown: said.flatMap(({ unknown = [] }) => unknown),
  outside: said.reduce((sum, { outside = 0 }) => sum + outside, 0),
})

const numeric: readonly string[] = ['number', 'money', 'percent']

/** What a pasted cell means where it lands: option ids for ticks, plain decimals for figures. */
export function pastedValue(spec: PlainSpec, text: string): Pasted {
  const trimmed = text.trim()
  if (numeric.includes(spec.type)) return figureValue(spec, trimmed)
  if (spec.type === 'date' || spec.type === 'month') return { value: plainDate(spec.type, trimmed) }
  if (spec.type === 'text') return { value: trimmed }
  const parts = spec.type === 'choice' ? [trimmed] : trimmed.split(/[、,，;；\s]+/)
  const words = parts.filter((part) => part !== '')
  const ids = words.map((word) => optionId(spec, word))
  const unknown = words.filter((_, at) => ids[at] === undefined)
  const chosen = ids.filter((id) => id !== undefined)
  return { value: spec.type === 'choice' ? (chosen[0] ?? '') : chosen, unknown }
}

function figureValue(spec: PlainSpec, text: string): Pasted {
  const unit = spec.unit ?? (spec.type === 'percent' ? '%' : '')
  const read: ReadFigure | null = readFigure(text, unit)
  if (!read) return { value: text }
  if (!read.from) return { value: read.value }
  const given = `${read.from.value}${read.from.unit}`
  return { value: read.value, converted: [{ given, kept: `${read.value}${unit}` }] }
}

const optionId = ({ options = [] }: PlainSpec, word: string): string | undefined => {
  const plain = word.replace(/^[□☐☑√■]\s*/, '')
  return options.find(({ id, label }) => label === plain || id === plain)?.id
}

type Target = {
  readonly columns: readonly Column[]
  readonly from: { readonly index: number; readonly column: string }
  readonly maxRows: number
}

/** The rows with a block laid over them from a cell on, and what there is to say of it. */
export function pasted(
  rows: Rows,
  { columns, from, maxRows }: Target,
  block: readonly (readonly string[])[],
): { readonly rows: Rows; readonly note: PasteNote } {
  const first = columns.findIndex((column) => column.id === from.column)
  const room = Math.max(0, maxRows - from.index)
  const length = Math.max(rows.length, from.index + Math.min(block.length, room))
  const laid: AnswerRow[] = Array.from({ length }, (_, at) => rows[at] ?? {})
  const said: Partial<PasteNote>[] = []
  for (const [down, line] of block.entries()) {
    const at = from.index + down
    const row: Record<string, CellValue> = { ...laid[at] }
    for (const [right, text] of line.entries()) {
      const column = columns[first + right]
      if (column === undefined || down >= room) {
        if (text.trim() !== '') said.push({ outside: 1 })
        continue
      }
      const { value, ...remark } = pastedValue(column, text)
      row[column.id] = value
      said.push(remark)
    }
    if (down < room) laid[at] = row
  }
  return { rows: rowsOf(laid), note: noteOf(said) }
}
