/**
 * Enter in a form table: down to the same column of the next row, as in a spreadsheet; elsewhere to
 * the next control. Tab moves as everywhere. Long texts keep Enter for a new line.
 */
const reachable = 'input:not([disabled]), textarea:not([disabled])'

/** Moves the focus; true when the key was used up. */
export function moveOn(event: KeyboardEvent, table: HTMLElement): boolean {
  if (event.key !== 'Enter' || event.isComposing || hasModifier(event)) return false
  const from = event.target
  if (!(from instanceof HTMLElement) || !from.matches(reachable)) return false
  const cell = from.closest<HTMLElement>('td[data-place]')
  if (!cell) return false
  if (cell.dataset.row !== undefined) return focusIn(below(table, cell))
  if (from instanceof HTMLTextAreaElement) return false
  const all = [...table.querySelectorAll<HTMLElement>(reachable)]
  const next = all[all.indexOf(from) + 1]
  next?.focus()
  return next !== undefined
}

const hasModifier = (event: KeyboardEvent) =>
  event.shiftKey || event.ctrlKey || event.altKey || event.metaKey

function below(table: HTMLElement, cell: HTMLElement): HTMLElement | null {
  const { place, row, column } = cell.dataset
  const next = Number(row) + 1
  return table.querySelector(
    `td[data-place="${place}"][data-row="${next}"][data-column="${column}"]`,
  )
}

function focusIn(cell: HTMLElement | null): boolean {
  const control = cell?.querySelector<HTMLElement>(reachable)
  control?.focus()
  // A textarea would otherwise take the key as a new line at the end of the table.
  return true
}
