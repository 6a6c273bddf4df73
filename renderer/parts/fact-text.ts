/** What a person types for a fact, and what of it is kept. Pure. */
import { isCreditCode } from '../../shared/model/credit-code.ts'
import { isDay } from '../../shared/programme/calendar.ts'
import { readFigure } from '../../shared/programme/figure-text.ts'
import type { FactType } from '../../shared/registry/registry.ts'

/** `wrong` names the sentence to show; `kept` is null when the text cannot be kept as it is. */
export type FactText = { readonly kept: string | null; readonly wrong: FactWrong | null }
export type FactWrong = 'date' | 'number' | 'creditCode'

/** 2023/3/1, 2023.3.1, 2023年3月1日 and 20230301 become 2023-03-01; null for no real day. */
export function dayOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!parts) return null
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/**
 * Judges what was typed for a fact of a type, whose figures are kept in `unit`. An empty text always
 * clears the fact.
 */
export function factText(type: FactType, typed: string, unit = ''): FactText {
  const text = typed.trim()
  if (text === '') return { kept: '', wrong: null }
  if (type === 'date') {
    const day = dayOf(text)
    return { kept: day, wrong: day ? null : 'date' }
  }
  if (type === 'money' || type === 'number') {
    const read = readFigure(text, unit)
    return { kept: read?.value ?? null, wrong: read === null ? 'number' : null }
  }
  if (type === 'creditCode') {
    const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    // Kept all the same: a wrong code that stands on a paper must be seen, not lost.
    return { kept: code, wrong: isCreditCode(code) ? null : 'creditCode' }
  }
  return { kept: text, wrong: null }
}
