/** The place that a finding asked for: carried by the address change, focused once it is drawn. */
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Place } from '../../../shared/model/finding.ts'

const focusable =
  'input:not([disabled]), textarea:not([disabled]), select:not([disabled]), button:not([disabled])'

/** How long the asked place stands out, in milliseconds. */
const shownFor = 2500

/** What the last step on screen was asked to show, or null. */
export function usePlace(): { readonly place: Place | null; readonly asked: string } {
  const { state, key } = useLocation() as { state: { place?: Place } | null; key: string }
  return { place: state?.place ?? null, asked: key }
}

/** How many frames a cell that is not drawn yet is waited for: a long table has to be scrolled first. */
const waited = 30

/** The element of a place inside a step, and the whole of which it is a part: its table. */
function findPlace(within: ParentNode, { ref, row, column }: Place) {
  const base = `[data-place=${JSON.stringify(ref)}]`
  const at = row === undefined ? '' : `[data-row="${row}"]`
  const inside = column === undefined ? '' : `[data-column=${JSON.stringify(column)}]`
  return {
    exact: within.querySelector<HTMLElement>(`${base}${at}${inside}`),
    whole: within.querySelector<HTMLElement>(base),
  }
}

function show(found: HTMLElement): void {
  found.scrollIntoView?.({ block: 'center' })
  const target = found.hasAttribute('tabindex')
    ? found
    : found.querySelector<HTMLElement>(focusable)
  target?.focus({ preventScroll: true })
  found.dataset.asked = ''
  setTimeout(() => delete found.dataset.asked, shownFor)
}

/** Focuses the asked place each time it is asked, once `shown` says that its part is drawn. */
export function useFocusPlace(within: RefObject<HTMLElement | null>, shown: unknown): void {
  const { place, asked } = usePlace()
  const done = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` says when to look again
  useEffect(() => {
    let frame = 0
    const look = (left: number) => {
      if (!place || done.current === asked || !within.current) return
      const { exact, whole } = findPlace(within.current, place)
      if (!exact && whole && left > 0) {
        frame = requestAnimationFrame(() => look(left - 1))
        return
      }
      const found = exact ?? whole
      if (!found) return
      done.current = asked
      show(found)
    }
    look(waited)
    return () => cancelAnimationFrame(frame)
  }, [place, asked, within, shown])
}
