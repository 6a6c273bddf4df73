/** The rows of a long table that are in sight ([Note: Row windows] in `layout.ts`). */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { usePlace } from '../use-place.ts'
import { LaidOut } from './laid-cell.tsx'
import { type LaidRow, type LaidWindow, lowestRow, rowsBeyond, stride } from './layout.ts'

/** Draws a row; `measure` wants to know what became of it. */
export type DrawRow = (row: LaidRow, measure?: (element: HTMLElement | null) => void) => ReactNode

type Props = {
  readonly part: LaidWindow
  readonly draw: DrawRow
  /** Is told how many rows are in sight at once, rounded up. */
  readonly onSee: (rows: number) => void
}

/** The element that scrolls around another one. */
function scrollerOf(element: Element | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** What scrolls around the rows, and how far below its top they begin; null until they are drawn. */
function useScroller(top: RefObject<HTMLElement | null>) {
  const [found, setFound] = useState<{ scroller: HTMLElement; margin: number } | null>(null)
  useLayoutEffect(() => {
    const scroller = scrollerOf(top.current)
    if (!top.current || !scroller) return
    const at = top.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    setFound({ scroller, margin: at + scroller.scrollTop })
  }, [top])
  return found
}

/** Height that a row not yet seen is taken to have: what the first ones have on average. */
function useTypicalHeight(top: RefObject<HTMLTableRowElement | null>) {
  const typical = useRef(lowestRow)
  useLayoutEffect(() => {
    const rows = [...(top.current?.parentElement?.querySelectorAll('tr[data-index]') ?? [])]
    const heights = rows.map((row) => row.getBoundingClientRect().height)
    const average = heights.reduce((sum, height) => sum + height, 0) / (heights.length || 1)
    typical.current = Math.max(lowestRow, Math.round(average))
  }, [top])
  return () => typical.current
}

export function RowWindow({ part, draw, onSee }: Props) {
  const { count, drawn, once, rowAt } = part
  const top = useRef<HTMLTableRowElement>(null)
  const { scroller = null, margin = 0 } = useScroller(top) ?? {}
  const rows = useVirtualizer({
    count,
    // Where the page stands is where it stays: a table that grows long is not one that is opened.
    enabled: scroller !== null,
    initialOffset: () => scroller?.scrollTop ?? 0,
    getScrollElement: () => scroller,
    estimateSize: useTypicalHeight(top),
    scrollMargin: margin,
    overscan: 0,
    // Enough rows are drawn beyond those in sight: what comes into sight next can wait for its turn.
    useFlushSync: false,
  })
  useAskedRow(part, scroller !== null, rows.scrollToIndex)
  const { startIndex: first, endIndex: last } = rows.range ?? { startIndex: 0, endIndex: -1 }
  const inSight = Math.ceil((last - first + 1) / stride) * stride
  useLayoutEffect(() => onSee(inSight), [inSight, onSee])
  const from = Math.max(0, Math.min(first - (first % stride) - rowsBeyond, count - drawn))
  const starts = rows.measurementsCache
  const before = (starts[from]?.start ?? margin) - margin
  const after = rows.getTotalSize() - ((starts[from + drawn - 1]?.end ?? margin) - margin)
  return (
    <>
      <tr ref={top} aria-hidden={once.length === 0} style={{ height: before }}>
        {once.length === 0 ? (
          <td className="space" />
        ) : (
          once.map((laid) => <LaidOut key={laid.key} laid={laid} row={rowAt(0)} />)
        )}
      </tr>
      {Array.from({ length: drawn }, (_, n) => draw(rowAt(from + n), rows.measureElement))}
      <tr aria-hidden style={{ height: Math.max(0, after) }}>
        <td className="space" />
      </tr>
    </>
  )
}

/** Brings the row into sight that a finding, or an undone change, leads to. */
function useAskedRow(
  { table, count }: LaidWindow,
  ready: boolean,
  scrollTo: (index: number, options: { align: 'center' }) => void,
): void {
  const { place, asked } = usePlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked
  useLayoutEffect(() => {
    if (!ready || place?.ref !== table || place.row === undefined || place.row >= count) return
    scrollTo(place.row, { align: 'center' })
  }, [asked, ready])
}
