/** Where programme windows fall in the twelve months that begin with this one. Pure. */
import type { WindowSpan } from '../../../shared/model/programme.ts'

type Window = WindowSpan

/** A month as YYYY-MM. */
export type Month = string

/** This month and the eleven after it. */
export function comingMonths(today: string): readonly Month[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, step) => {
    const at = new Date(Date.UTC(year, month - 1 + step, 1))
    return at.toISOString().slice(0, 7)
  })
}

function covers({ opens, closes, months }: Window, month: Month): boolean {
  // Months that each year's notice fixes come round every year.
  if (months) return months.includes(Number(month.slice(5)))
  const from = opens ?? closes
  if (!from) return false
  return from.slice(0, 7) <= month && month <= (closes ?? from).slice(0, 7)
}

/** The months in which an enterprise can hand in; other roles' windows when it has none. */
export function windowMonths(windows: readonly Window[], months: readonly Month[]): Set<Month> {
  const own = windows.filter(({ role }) => role === 'enterprise')
  const counted = own.length > 0 ? own : windows
  return new Set(months.filter((month) => counted.some((window) => covers(window, month))))
}

/** Programmes with the soonest window first, those without one last, otherwise as they came. */
export function soonestFirst<P extends { readonly windows: readonly Window[] }>(
  programmes: readonly P[],
  months: readonly Month[],
): readonly P[] {
  const first = ({ windows }: P) => {
    const open = windowMonths(windows, months)
    const at = months.findIndex((month) => open.has(month))
    return at < 0 ? months.length : at
  }
  return programmes.toSorted((a, b) => first(a) - first(b))
}
