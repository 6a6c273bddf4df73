/** Puts the focus into a cell of a table once what was done to that table is drawn. */
import { useLayoutEffect, useRef } from 'react'
import { useApplication } from '../application-context.ts'
import { choose } from './grid-keys.ts'

/** A cell of a repeating table, by its row and column. */
type WantedCell = {
  readonly grid: HTMLElement
  readonly place: string
  readonly row: number
  readonly column: string
}

export function useWantedCell(): (cell: WantedCell) => void {
  const { goToPlace } = useApplication()
  const wanted = useRef<WantedCell | null>(null)
  useLayoutEffect(() => {
    if (!wanted.current) return
    const { grid, place, row, column } = wanted.current
    wanted.current = null
    const at = `td[data-place="${place}"][data-row="${row}"][data-column="${column}"]`
    const control = grid.querySelector(at)?.querySelector<HTMLElement>('input, textarea')
    if (control) choose(control)
    // Of a long table only a window is drawn.
    else goToPlace({ step: 'form', ref: place, row, column })
  })
  return (cell) => {
    wanted.current = cell
  }
}
