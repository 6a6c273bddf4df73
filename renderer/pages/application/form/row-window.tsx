/** The rows of a long table that are in sight ([Note: Row windows] in `layout.ts`). */
import TableRow from '@mui/material/TableRow'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { usePlace } from '../use-place.ts'
import { type LaidCell, type LaidRow, type LaidWindow, windowRows } from './layout.ts'

/** Height of a row that was not measured yet, in pixels. */
const usual = 36
/** Rows above the first one in sight that are drawn too. */
const above = 15

type Props = {
  readonly part: LaidWindow
  readonly draw: (laid: LaidCell, row: LaidRow) => ReactNode
  readonly tools: (row: LaidRow) => ReactNode
}

/** The element that scrolls around another one. */
function scrollerOf(element: Element | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** How far the rows begin below the top of what scrolls. */
function useMargin(top: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    if (!top.current || !scroller) return
    const at = top.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    setMargin(at + scroller.scrollTop)
  }, [top, scroller])
  return margin
}

export function RowWindow({ part, draw, tools }: Props) {
  const { count, once, rowAt } = part
  const top = useRef<HTMLTableRowElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  useLayoutEffect(() => setScroller(scrollerOf(top.current)), [])
  const margin = useMargin(top, scroller)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => usual,
    scrollMargin: margin,
    overscan: 0,
  })
  useAskedRow(part, rows.scrollToIndex)
  const seen = rows.range?.startIndex ?? 0
  const from = Math.max(0, Math.min(seen - above, count - windowRows))
  const starts = rows.measurementsCache
  const before = (starts[from]?.start ?? margin) - margin
  const after = rows.getTotalSize() - ((starts[from + windowRows - 1]?.end ?? margin) - margin)
  return (
    <>
      <TableRow ref={top} aria-hidden={once.length === 0} sx={{ height: before }}>
        {once.length === 0 ? <td className="space" /> : once.map((laid) => draw(laid, rowAt(0)))}
      </TableRow>
      {Array.from({ length: windowRows }, (_, n) => rowAt(from + n)).map((row) => (
        <TableRow
          key={row.key}
          ref={rows.measureElement}
          data-index={row.repeat?.index}
          aria-rowindex={row.line + 1}
        >
          {row.cells.map((laid) => draw(laid, row))}
          {tools(row)}
        </TableRow>
      ))}
      <TableRow aria-hidden sx={{ height: Math.max(0, after) }}>
        <td className="space" />
      </TableRow>
    </>
  )
}

/** Brings the row into sight that a finding, or an undone change, leads to. */
function useAskedRow(
  { table, count }: LaidWindow,
  scrollTo: (index: number, options: { align: 'center' }) => void,
): void {
  const { place, asked } = usePlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked
  useLayoutEffect(() => {
    if (place?.ref !== table || place.row === undefined || place.row >= count) return
    scrollTo(place.row, { align: 'center' })
  }, [asked])
}
