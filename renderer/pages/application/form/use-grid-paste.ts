/** A block from Excel into the table of the form that has the focus. */
import { type ClipboardEvent, useState } from 'react'
import { cellsOf, isBlock } from '../../../parts/pasted-cells.ts'
import { useForm } from './form-context.ts'
import type { LaidRow, LaidWindow, TableField } from './layout.ts'
import { type PasteNote, pasted } from './paste.ts'
import { pastedFields } from './paste-fields.ts'
import { rowsOf } from './rows.ts'
import { useWantedCell } from './use-wanted-cell.ts'

export function useGridPaste(laid: readonly (LaidRow | LaidWindow)[]) {
  const { fields, answers, commitMany } = useForm()
  const [note, setNote] = useState<PasteNote | null>(null)
  const want = useWantedCell()
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const { target, currentTarget: grid } = event
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-line]') : null
    if (!cell || !isBlock(text) || isChapter(target)) return
    event.preventDefault()
    const { place = '', row, column = '', line, at } = cell.dataset
    const block = cellsOf(text)
    if (row === undefined) {
      const from = { line: Number(line), at: Number(at) }
      const { changes, note: said } = pastedFields(laid, fields, from, block)
      commitMany(changes)
      return setNote(said)
    }
    const { columns, maxRows } = fields.get(place) as TableField
    const from = { index: Number(row), column }
    const { rows, note: said } = pasted(rowsOf(answers[place]), { columns, from, maxRows }, block)
    commitMany({ [place]: rows })
    want({ grid, place, row: from.index, column })
    setNote(said)
  }
  return { paste, note, forget: () => setNote(null) }
}

/** Paragraphs pasted into a chapter stay in it. */
const isChapter = (target: EventTarget) =>
  target instanceof HTMLElement && target.dataset.long !== undefined
