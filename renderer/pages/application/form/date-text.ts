/** How days and months are typed. Pure. */
import type { Field } from '../../../../shared/programme/form.ts'
import { dayOf } from '../../../parts/fact-text.ts'

/**
 * A day or month in its kept form; text that names none stays as typed, for the check to say so. Of a
 * day where a month is asked, the month is kept.
 */
export function plainDate(type: Field['type'], typed: string): string {
  const text = typed.trim()
  if (type !== 'month') return dayOf(text) ?? text
  const plain = text.normalize('NFKC').replace(/\s|月$/g, '')
  const parts = /^(\d{4})[-/.年]?(\d{1,2})$/.exec(plain)
  const [, year = '', month = ''] = parts ?? []
  const day = parts ? dayOf(`${year}-${month}-1`) : dayOf(text)
  return day ? day.slice(0, 7) : text
}
