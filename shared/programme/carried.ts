/** What the profile holds for the form's bound fields. */
import { parseDecimal } from './decimal.ts'
import type { Case } from './evidence.ts'
import type { Answers, Field } from './form.ts'
import { factOf, indicatorOf, regionOf } from './label.ts'
import { comparable, convert } from './unit.ts'
import { recorded } from './yearly.ts'

/** Values by field id, in the field's own unit; fields that the profile cannot fill are absent. */
export function carriedAnswers(c: Pick<Case, 'pack' | 'facts' | 'indicators'>): Answers {
  const carried = (c.pack.form?.fields ?? []).flatMap((field) => {
    const value = carriedValue(field, c)
    return value === null ? [] : [[field.id, value] as const]
  })
  return Object.fromEntries(carried)
}

/** What the profile holds for one field, in the field's own unit; null where it holds nothing. */
export function carriedValue(
  field: Field,
  c: Pick<Case, 'pack' | 'facts' | 'indicators'>,
): string | null {
  return 'bind' in field && field.bind ? bound(field, field.bind, c) || null : null
}

/**
 * Who applies, as the form says: an enterprise may fill it in for a park or another company of its
 * group. The profile's own name where the form has no such place, or nothing stands there.
 */
export function applicantName(
  { pack, answers }: Pick<Case, 'pack' | 'answers'>,
  facts: Case['facts'],
): string {
  const field = pack.form?.fields.find((one) => 'bind' in one && one.bind === 'fact:name')
  const answer = field && answers[field.id]
  return (typeof answer === 'string' && answer.trim()) || (facts.name ?? '')
}

function bound(field: Field, bind: string, c: Pick<Case, 'pack' | 'facts' | 'indicators'>) {
  const [kind, rest = ''] = bind.split(/:(.*)/s)
  if (kind === 'fact') return shownFact(rest, c.facts[rest]?.trim() ?? '')
  const [code = '', year = ''] = rest.split('@')
  const value = parseDecimal(recorded(c.indicators, code, c.pack.baseYear + Number(year)) ?? '')
  const from = indicatorOf(code)?.unit ?? ''
  const to = 'unit' in field ? (field.unit ?? from) : from
  return value === null || !comparable(from, to) ? value : convert(value, from, to)
}

/** Codes become the words that a form prints. */
function shownFact(key: string, value: string): string {
  const kind = factOf(key)
  if (kind?.type === 'region') return regionOf(value)?.name ?? value
  return kind?.options?.find((option) => option.id === value)?.label['zh-CN'] ?? value
}
