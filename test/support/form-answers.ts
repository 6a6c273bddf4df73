/** Random answers to any official form, in characters that no form prints of itself. */
import type { AnswerRow, Answers, Column, Field, Form } from '../../shared/programme/form.ts'
import type { Chance } from './random.ts'

/** Rare enough: no official form prints any of these. */
export const ink = [...'鲲鹏麒麟凤凰瑾瑜璋琮璇玑昊穹霓虹霁晖岚翠槐棠蕙芷蘅荪']

export const wordOf = (chance: Chance, longest: number): string =>
  Array.from({ length: 1 + chance.below(longest) }, () => chance.pick(ink)).join('')

const day = (chance: Chance) =>
  `20${10 + chance.below(14)}-${`${1 + chance.below(12)}`.padStart(2, '0')}-${`${1 + chance.below(28)}`.padStart(2, '0')}`

const figureOf = (chance: Chance) =>
  chance.below(2) === 0
    ? `${1 + chance.below(9_999_999)}`
    : `${chance.below(99_999)}.${1 + chance.below(9)}${1 + chance.below(9)}`

type Given = readonly [string, string | readonly string[]]

/** An answer to a field or a column, with the text beside an option that asks for one. */
function answered(asked: Field | Column, chance: Chance): readonly Given[] {
  const { id, type } = asked
  if (type === 'number' || type === 'money') return [[id, figureOf(chance)]]
  if (type === 'percent') return [[id, `${chance.below(100)}.${1 + chance.below(9)}`]]
  if (type === 'date') return [[id, day(chance)]]
  if (type === 'month') return [[id, day(chance).slice(0, 7)]]
  if (type === 'narrative') {
    return [[id, Array.from({ length: 1 + chance.below(3) }, () => wordOf(chance, 120)).join('\n')]]
  }
  const options = 'options' in asked ? (asked.options ?? []) : []
  if (type !== 'choice' && type !== 'choices') return [[id, wordOf(chance, 14)]]
  const chosen =
    type === 'choice' ? [chance.pick(options)] : options.filter(() => chance.below(2) === 0)
  const ids = chosen.map((option) => option.id)
  const given: Given = [id, type === 'choice' ? (ids[0] ?? '') : ids]
  return chosen.some(({ other }) => other) ? [given, [`${id}.other`, wordOf(chance, 8)]] : [given]
}

/** Answers to every field; up to `rows` rows in each table. */
export function randomAnswers(form: Form, chance: Chance, rows: number): Answers {
  const entries = form.fields.flatMap((field): readonly (readonly [string, Answers[string]])[] => {
    if (field.type !== 'table') return answered(field, chance)
    const length = Math.max(1, field.minRows, 1 + chance.below(rows))
    const row = (): AnswerRow =>
      Object.fromEntries(field.columns.flatMap((column) => answered(column, chance)))
    return [[field.id, Array.from({ length }, row)]]
  })
  return Object.fromEntries(entries.filter(([, value]) => value.length > 0))
}
