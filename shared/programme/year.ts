/**
 * Windows round the year. A window with exact days stands in the months that it touches; one that
 * each year's notice fixes, in the months named; one without either, in none. Pure.
 */
import type { WindowSpan } from '../model/programme.ts'
import { addMonths, compareDays } from './calendar.ts'
import { type Role, role as roleSchema } from './pack.ts'

type Windowed = { readonly windows: readonly WindowSpan[] }

export const roles: readonly Role[] = roleSchema.options
/** 1 to 12. */
export const yearMonths: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1)

/** True where the window names days, not just months. */
export const isExact = ({ opens, closes }: WindowSpan): boolean => Boolean(opens ?? closes)

const monthOf = (day: string): number => Number(day.slice(5, 7))

/** Months of the year, 1 to 12, that a window touches. */
export function monthsOf(window: WindowSpan): readonly number[] {
  const { opens, closes, months } = window
  const first = opens ?? closes
  if (first === undefined) return months ?? []
  const last = closes ?? first
  const found = new Set<number>()
  const start = `${first.slice(0, 7)}-01`
  for (let step = 0; step < 12; step += 1) {
    const at = addMonths(start, step)
    if (compareDays(at, last) > 0) break
    found.add(monthOf(at))
  }
  return [...found]
}

/** The enterprise's own windows; other roles' where the notice names none for it. */
export function ownWindows<W extends WindowSpan>({
  windows,
}: {
  readonly windows: readonly W[]
}): readonly W[] {
  const own = windows.filter(({ role }) => role === 'enterprise')
  return own.length > 0 ? own : windows
}

/** Months in which the enterprise can act. */
export const ownMonths = (row: Windowed): readonly number[] => [
  ...new Set(ownWindows(row).flatMap(monthsOf)),
]

/** One window of one programme, as it stands in a month. */
export type YearEntry<P extends Windowed> = {
  readonly programme: P
  readonly window: P['windows'][number]
  readonly exact: boolean
}

/** Every window of a role in a month; exact days first, earliest closing first. */
export function entriesOf<P extends Windowed>(
  programmes: readonly P[],
  month: number,
  role: Role | '',
): readonly YearEntry<P>[] {
  return programmes
    .flatMap((programme) =>
      programme.windows
        .filter((window) => role === '' || window.role === role)
        .filter((window) => monthsOf(window).includes(month))
        .map((window) => ({ programme, window, exact: isExact(window) })),
    )
    .toSorted(
      (a, b) =>
        Number(b.exact) - Number(a.exact) ||
        (a.window.closes ?? '').localeCompare(b.window.closes ?? ''),
    )
}

/** This month, or the next one in which an enterprise's window falls. */
export const nextMonth = (programmes: readonly Windowed[], now: number): number =>
  yearMonths
    .map((step) => ((now + step - 2) % 12) + 1)
    .find((month) => entriesOf(programmes, month, 'enterprise').length > 0) ?? now

/** Programmes of which no window names a day or a month. */
export const undated = <P extends Windowed>(programmes: readonly P[]): readonly P[] =>
  programmes.filter(({ windows }) => windows.every((window) => monthsOf(window).length === 0))

/**
 * When a programme is due, as a sortable text: the next exact day from today on, or the end of the
 * next month that a notice usually names; past days and no date at all come last.
 */
export function dueKey(row: Windowed, today: string): string {
  const keys = ownWindows(row).map((window) => dueOf(window, today))
  return keys.toSorted()[0] ?? '9'
}

function dueOf({ opens, closes, months }: WindowSpan, today: string): string {
  const day = closes ?? opens
  if (day !== undefined) return compareDays(day, today) >= 0 ? `0${day}` : `1${reversed(day)}`
  if (!months || months.length === 0) return '2'
  const now = `${today.slice(0, 7)}-01`
  const step = yearMonths.find((each) => months.includes(monthOf(addMonths(now, each - 1)))) ?? 1
  return `0${addMonths(now, step - 1).slice(0, 7)}-99`
}

/** Later days first among those that have passed. */
const reversed = (day: string): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)))
