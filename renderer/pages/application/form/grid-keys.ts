/**
 * Keys in a form table, as in a spreadsheet: Enter and Shift+Enter, arrows at the edge of a text, and
 * Alt with arrows, Insert and Delete for whole rows. Tab and Shift+Tab move as everywhere; a chapter
 * keeps Enter for a new line, a short text takes it with Alt.
 */
import { moveFrom } from '../../../parts/grid-move.ts'

const reachable = 'input:not([disabled]), textarea:not([disabled])'

export type RowAct = 'up' | 'down' | 'insert' | 'remove' | 'append'
/** What a key asks for; null where it keeps its usual meaning. */
export type KeyDeed =
  | { readonly kind: 'focus'; readonly control: HTMLElement }
  | { readonly kind: 'row'; readonly act: RowAct; readonly cell: HTMLElement }
  | { readonly kind: 'newline' }

const rowKeys: Readonly<Record<string, RowAct>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Insert: 'insert',
  Delete: 'remove',
}

/** Judges a key pressed inside a form table. */
export function deedOf(event: KeyboardEvent, table: HTMLElement): KeyDeed | null {
  const { target: from, altKey, ctrlKey, metaKey, isComposing } = event
  if (isComposing || ctrlKey || metaKey) return null
  if (!(from instanceof HTMLElement) || !from.matches(reachable)) return null
  const cell = from.closest<HTMLElement>('td[data-line]')
  if (!cell) return null
  return altKey ? withAlt(event.key, from, cell) : move(event, from, cell, table)
}

function withAlt(key: string, from: HTMLElement, cell: HTMLElement): KeyDeed | null {
  const act = cell.dataset.row === undefined ? undefined : rowKeys[key]
  if (act) return { kind: 'row', act, cell }
  if (key !== 'Enter' || !(from instanceof HTMLTextAreaElement)) return null
  return { kind: 'newline' }
}

function move(
  event: KeyboardEvent,
  from: HTMLElement,
  cell: HTMLElement,
  table: HTMLElement,
): KeyDeed | null {
  const { key, shiftKey } = event
  const chapter = from.dataset.long !== undefined
  if (key === 'Enter' && chapter) return null
  if (shiftKey && key !== 'Enter') return null
  const caret = caretOf(from)
  if (key === 'ArrowUp' && !caret.firstLine) return null
  if (key === 'ArrowDown' && !caret.lastLine) return null
  const next = moveFrom({ row: 0, column: 0 }, { key, shift: shiftKey, ...caret })
  if (!next) return null
  const control =
    next.column === 0 ? vertical(cell, table, next.row) : horizontal(from, table, next.column)
  if (control) return { kind: 'focus', control }
  const last = key === 'Enter' && !shiftKey && cell.dataset.row !== undefined
  return last ? { kind: 'row', act: 'append', cell } : null
}

/** Where the caret stands; a box to tick has no caret, every arrow leaves it. */
function caretOf(from: HTMLElement) {
  const isText = from instanceof HTMLTextAreaElement || isTextInput(from)
  if (!isText) return { atStart: true, atEnd: true, firstLine: true, lastLine: true }
  const { selectionStart, selectionEnd, value } = from as HTMLTextAreaElement
  const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0]
  const whole = start === 0 && end === value.length
  return {
    atStart: whole || end === 0,
    atEnd: whole || start === value.length,
    firstLine: whole || !value.slice(0, start).includes('\n'),
    lastLine: whole || !value.slice(end).includes('\n'),
  }
}

const isTextInput = (element: HTMLElement): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type !== 'checkbox'

const numbers = ({ dataset }: HTMLElement) => ({
  line: Number(dataset.line),
  from: Number(dataset.at),
  to: Number(dataset.at) + Number(dataset.span),
})

/** The nearest cell above (-1) or below (1) that shares a column with this one. */
function vertical(cell: HTMLElement, table: HTMLElement, by: number): HTMLElement | null {
  const here = numbers(cell)
  const found = [...table.querySelectorAll<HTMLElement>('td[data-line]')]
    .map((other) => ({ other, ...numbers(other) }))
    .filter(({ line, from, to }) => {
      const beyond = by > 0 ? line > here.line : line < here.line
      return beyond && from < here.to && to > here.from
    })
    .toSorted((a, b) => (a.line - b.line) * by)
  // Never out of a repeating table through its foot: there a new row begins.
  const { row, place } = cell.dataset
  const next = found[0]?.other
  if (row !== undefined && by > 0 && next?.dataset.place !== place) return null
  return next?.querySelector<HTMLElement>(reachable) ?? null
}

function horizontal(from: HTMLElement, table: HTMLElement, by: number): HTMLElement | null {
  const all = [...table.querySelectorAll<HTMLElement>(`td[data-line] :is(${reachable})`)]
  return all[all.indexOf(from) + by] ?? null
}

/** Puts the focus into a control as a spreadsheet does: what stands there is chosen. */
export function choose(control: HTMLElement): void {
  control.focus()
  if (isTextInput(control)) control.select()
}

/** A new line where the caret stands, typed so that the control's own undo knows it. */
export function newLine(): void {
  document.execCommand('insertText', false, '\n')
}
