/** From what was typed to the corrections that it makes. Pure. */
import type { PackCorrection } from '../../../shared/model/pack.ts'
import { isDay } from '../../../shared/programme/calendar.ts'
import type { Correctable } from '../../../shared/programme/correctable.ts'

/** What was typed, by path. */
export type Typed = Readonly<Record<string, string>>

export const keyOf = ({ path }: Correctable): string => path.join('.')

const days = ['opens', 'closes', 'on', 'day', 'from', 'to', 'until']
export const isDate = ({ key }: Correctable): boolean => days.includes(key)

const shown = (one: Correctable, typed: Typed): string =>
  (typed[keyOf(one)] ?? String(one.value)).trim()

const changed = (one: Correctable, typed: Typed): boolean => shown(one, typed) !== String(one.value)

/** What is wrong with a typed value, as a key of the page's sentences; null where nothing is. */
export function faultIn(one: Correctable, typed: Typed): 'empty' | 'date' | 'number' | null {
  if (!changed(one, typed)) return null
  const value = shown(one, typed)
  if (value === '') return 'empty'
  if (isDate(one)) return isDay(value) ? null : 'date'
  if (typeof one.value === 'number') return /^\d{1,9}$/.test(value) ? null : 'number'
  if (one.group === 'conditions') return /^-?\d+(\.\d+)?$/.test(value) ? null : 'number'
  return null
}

/** Only what differs from the pack, and is well formed. */
export function correctionsFrom(
  all: readonly Correctable[],
  typed: Typed,
): readonly PackCorrection[] {
  return all
    .filter((one) => changed(one, typed) && faultIn(one, typed) === null)
    .map((one) => {
      const value = shown(one, typed)
      return { path: [...one.path], value: typeof one.value === 'number' ? Number(value) : value }
    })
}
