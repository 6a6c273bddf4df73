/** Rules over the form's answers: that a field is filled in, and which options are ticked. */
import type { Case } from '../evidence.ts'
import type { Answer } from '../form.ts'
import { fieldLabel, fieldOf, named } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** True when an answer holds anything but blanks. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  if (typeof answer === 'string') return answer.trim() !== ''
  return answer.some((each) =>
    typeof each === 'string' ? each !== '' : Object.values(each).some((cell) => cell.length > 0),
  )
}

export function answeredRule(rule: Of<'answered'>, c: Case): Judgement {
  const data = named('name', [fieldLabel(c.pack, rule.field)])
  if (isAnswered(c.answers[rule.field])) return step('met', 'answered.met', data)
  const missing = [{ what: 'field' as const, ref: rule.field }]
  return step('unknown', 'answered.missing', data, { missing })
}

/** The options ticked, as ids. */
export function ticked(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || answer === '') return []
  if (typeof answer === 'string') return [answer]
  return answer.filter((each): each is string => typeof each === 'string')
}

export function chosen(rule: Of<'chosen'>, c: Case): Judgement {
  const field = fieldOf(c.pack, rule.field)
  const options = field && 'options' in field ? (field.options ?? []) : []
  const wanted = options
    .filter((option) => rule.options.includes(option.id))
    .map((option) => option.label)
  const ticks = ticked(c.answers[rule.field])
  const actual = ticks.filter((id) => rule.options.includes(id)).length
  const data = {
    ...named('name', [fieldLabel(c.pack, rule.field)]),
    options: wanted.join('、'),
    actual,
    needed: rule.min,
  }
  if (ticks.length === 0) {
    const missing = [{ what: 'field' as const, ref: rule.field }]
    return step('unknown', 'chosen.missing', data, { missing })
  }
  const met = actual >= rule.min
  return step(met ? 'met' : 'unmet', met ? 'chosen.met' : 'chosen.short', data)
}
