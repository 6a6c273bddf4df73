/** The day that stands beside a person's word. */
import { Fault } from '../../shared/fault.ts'
import { compareDays, todayInChina } from '../../shared/programme/calendar.ts'
import type { House } from './house.ts'

/**
 * Today; or the day `on` which it was said, where a word that was taken back is put back. Throws
 * `input.invalid` for a day to come.
 */
export function daySaid({ clock }: Pick<House, 'clock'>, on: string | undefined): string {
  const today = todayInChina(clock())
  const day = on ?? today
  if (compareDays(day, today) > 0) throw new Fault('input.invalid', { path: 'on', why: '' })
  return day
}
