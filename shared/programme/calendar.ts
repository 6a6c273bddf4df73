/** Calendar dates as YYYY-MM-DD, in China's time. Pure: "now" is always an argument. */

const china = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar date in China at an instant. */
export const todayInChina = (now: Date): string => china.format(now)

/** True for a day that exists. */
export function isDay(text: string): boolean {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (y === undefined) return false
  const month = Number(m)
  return month >= 1 && month <= 12 && Number(d) >= 1 && Number(d) <= daysIn(Number(y), month)
}

/** True for a month that exists, YYYY-MM. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`)

/** The same day `years` later; 29 February becomes the 28th where there is none. */
export function addYears(day: string, years: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  return write(y + years, m, Math.min(d, daysIn(y + years, m)))
}

/** The same day `months` later; a day that the month lacks becomes its last. */
export function addMonths(day: string, months: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const all = y * 12 + (m - 1) + months
  const [year, month] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1]
  return write(year, month, Math.min(d, daysIn(year, month)))
}

/** The day that lies `days` after a day; before it when negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** -1, 0 or 1. Dates of this form order as text does. */
export const compareDays = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)

/** Completed calendar years from `a` to `b`. */
export function yearsBetween(a: string, b: string): number {
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4))
  return compareDays(addYears(a, years), b) <= 0 ? years : years - 1
}

/** Completed calendar months from the first day to the last, both included; 0 when reversed. */
export function monthsCovered(first: string, last: string): number {
  const end = addDays(last, 1)
  const [from, to] = [first, end].map((day) => day.split('-').map(Number))
  const months = ((to?.[0] ?? 0) - (from?.[0] ?? 0)) * 12 + (to?.[1] ?? 0) - (from?.[1] ?? 0)
  const whole = compareDays(addMonths(first, months), end) <= 0 ? months : months - 1
  return Math.max(0, whole)
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

const write = (y: number, m: number, d: number): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
