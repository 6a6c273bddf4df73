/**
 * A programme's pack moved on to a later year, for as long as the new notice is not there: years in
 * the form and in the conditions move with it, exact days of the windows become months, and the pack
 * says of itself what it is. Sources stay: they are the old notice's. Pure.
 */

import { say } from '../text/say.ts'
import sentences from '../text/zh-CN/reserve.json' with { type: 'json' }
import { addYears } from './calendar.ts'
import type { Pack, Window } from './pack.ts'
import { monthsOf } from './year.ts'

/** A year that text speaks of; the year in the name of a law (2015版) stands. */
const spoken = /(?<!\d)(20\d\d)(?=\s*(?:年|—|-|－|～|~|至|、20\d\d年))(?!\s*年?\s*版)/g
const isDay = /^\d{4}-\d{2}-\d{2}$/

export const shiftText = (text: string, by: number): string =>
  text.replace(spoken, (year) => String(Number(year) + by))

/** What is the notice's own, word for word, or names things: it does not move. */
const fixed = new Set([
  'id',
  'source',
  'documents',
  'procedure',
  'benefits',
  'applicants',
  'department',
  'contacts',
  'links',
  'dataNotes',
  'windows',
  'bind',
  'titles',
  'programmes',
  'to',
])

/** Days and spoken years anywhere inside; `years` and `on` of slots and rules included. */
function moved(value: unknown, by: number, key = ''): unknown {
  if (typeof value === 'string') {
    return isDay.test(value) ? addYears(value, by) : shiftText(value, by)
  }
  if (Array.isArray(value)) return value.map((each) => moved(each, by, key))
  if (typeof value === 'number') return key === 'years' && value > 1900 ? value + by : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const stands = fixed.has(name) && !(name === 'to' && isDay.test(String(inner)))
      return [name, stands ? inner : moved(inner, by, name)]
    }),
  )
}

function shiftWindow(window: Window): Window {
  const { opens: _, closes: __, ...rest } = window
  const months = monthsOf(window)
  return months.length > 0 ? { ...rest, months: [...months] } : rest
}

export const shiftEdition = (edition: string, by: number): string =>
  edition.replace(/^\d{4}/, (year) => String(Number(year) + by))

export function shiftPack(pack: Pack, by: number): Pack {
  const { form, ...rest } = moved(pack, by) as Pack
  const [window] = pack.windows
  const note = say(sentences, 'shifted.note', { from: pack.edition })
  return {
    ...rest,
    ...(form ? { form } : {}),
    edition: shiftEdition(pack.edition, by),
    baseYear: pack.baseYear + by,
    windows: pack.windows.map(shiftWindow),
    dataNotes: [...(window ? [{ text: note, source: window.source }] : []), ...pack.dataNotes],
  }
}
