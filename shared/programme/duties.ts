/** When the later duties of a title are due. Pure. */
import { addDays, addMonths, addYears, compareDays } from './calendar.ts'
import type { Duty } from './pack.ts'

/** How long a date that has passed is still spoken of, in days. */
const grace = 60

const endOfMonth = (year: number, month: number): string =>
  addDays(addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1), -1)

/** The first date after the award, and those that follow it for as long as anyone will look. */
function dates({ month, after = 12, every }: Duty, since: string): readonly string[] {
  const year = Number(since.slice(0, 4))
  const ends = month === undefined ? [] : [year, year + 1].map((each) => endOfMonth(each, month))
  const first =
    month === undefined
      ? addMonths(since, after)
      : (ends.find((day) => compareDays(day, since) > 0) ?? addYears(since, 1))
  if (every === undefined) return [first]
  return Array.from({ length: 30 }, (_, i) => addYears(first, i * every))
}

/** The next date that nobody has marked as done; null where none is to come. */
export function nextDue(
  duty: Duty,
  since: string,
  done: readonly string[],
  today: string,
): string | null {
  const from = addDays(today, -grace)
  return (
    dates(duty, since).find((day) => !done.includes(day) && compareDays(day, from) >= 0) ?? null
  )
}
