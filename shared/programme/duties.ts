/** When the later duties of a title are due, and which of them nobody has settled. Pure. */
import type { SettledDuty } from '../model/reserve.ts'
import { addDays, addMonths, addYears, compareDays } from './calendar.ts'
import type { Duty } from './pack.ts'

/** The time in which a title asks for its duties. */
export type Term = {
  /** The award, which the dates count from. */
  readonly since: string
  /** When this vault was first told of it: what was due before that day is not its to ask for. */
  readonly known: string
  /** The last day on which the title holds; null where it has none. */
  readonly until: string | null
}

/** What a duty asks for now. */
export type Due = {
  /** The date that was missed last, else the next to come. */
  readonly due: string
  /** Dates missed before that one. */
  readonly earlier: number
  /** The next to come after a missed one. */
  readonly next: string | null
}

const endOfMonth = (year: number, month: number): string =>
  addDays(addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1), -1)

/** The nth date, in years after the first one. */
function counting({ month, after = 12 }: Duty, since: string): (years: number) => string {
  if (month === undefined) {
    const first = addMonths(since, after)
    return (years) => addYears(first, years)
  }
  const year = Number(since.slice(0, 4))
  const first = compareDays(endOfMonth(year, month), since) > 0 ? year : year + 1
  return (years) => endOfMonth(first + years, month)
}

/** Dates beyond today that are looked through for one that is open. */
const ahead = 30

/**
 * All dates of a duty that can concern anyone. The anniversary of a title is often the day after its
 * last one, and a new application (重新申报) must come before the end: what the first time or the
 * anniversary asks for is due while the title still holds.
 */
export function datesOf(duty: Duty, { since, until }: Term, today: string): readonly string[] {
  const { every } = duty
  const nth = counting(duty, since)
  const passed = Math.max(0, Number(today.slice(0, 4)) - Number(since.slice(0, 4)))
  const count = every === undefined ? 1 : Math.ceil(passed / every) + ahead
  const all = Array.from({ length: count }, (_, at) => nth(at * (every ?? 0)))
  if (until === null) return all
  return all
    .filter((day, at) => at === 0 || compareDays(day, addDays(until, 1)) <= 0)
    .map((day) => (compareDays(day, until) > 0 ? until : day))
}

/**
 * What a duty still asks for; null where that is nothing. A date that has passed is asked for until
 * somebody settles it, however long ago it was; of several only the last is named, the others are
 * counted. A title that has run out asks for nothing, nor does a duty that has ended.
 */
export function dueOf(
  duty: Duty,
  term: Term,
  settled: readonly Pick<SettledDuty, 'due' | 'outcome'>[],
  today: string,
): Due | null {
  if (term.until !== null && compareDays(term.until, today) < 0) return null
  if (settled.some(({ outcome }) => outcome === 'ended')) return null
  const open = datesOf(duty, term, today).filter(
    (day) => compareDays(day, term.known) >= 0 && !settled.some(({ due }) => due === day),
  )
  const missed = open.filter((day) => compareDays(day, today) < 0)
  const coming = open[missed.length] ?? null
  const due = missed.at(-1)
  if (due !== undefined) return { due, earlier: missed.length - 1, next: coming }
  return coming === null ? null : { due: coming, earlier: 0, next: null }
}
