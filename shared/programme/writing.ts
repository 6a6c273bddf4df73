/** Rules of writing that a form prints (填写说明), where a machine can look. They only hint. Pure. */

import { isCreditCode, isOrganisationCode } from '../model/credit-code.ts'
import type { Finding } from '../model/finding.ts'
import { tableRows } from './answer-text.ts'
import { sourceOf } from './evaluate.ts'
import type { Case } from './evidence.ts'
import type { Answers, Column, Field, Form, WritingRule } from './form.ts'
import { isAnswered } from './rules/answers.ts'

/** What the form's own rules of writing have to say of the answers. */
export function checkWriting({
  pack,
  answers,
}: Pick<Case, 'pack' | 'answers'>): readonly Finding[] {
  const { form } = pack
  return (form?.writing ?? []).flatMap((rule) => {
    if (rule.kind === 'identifier') return identifiers(rule, form as Form, answers)
    if (rule.kind === 'abbreviation') return abbreviations(rule, form as Form, answers)
    return blanks(rule, form as Form, answers)
  })
}

const found = (
  { kind, text, source }: WritingRule,
  ref: string,
  data: Finding['data'],
): Finding => ({
  code: `writing.${kind}`,
  severity: 'hint',
  place: { step: 'form', ref },
  data: { ...data, rule: text },
  source: sourceOf(source),
})

/** 统一社会信用代码 or 组织机构代码, by their check characters. */
function identifiers(rule: WritingRule, { fields }: Form, answers: Answers): readonly Finding[] {
  return fields
    .filter(({ id }) => rule.fields?.includes(id))
    .flatMap(({ id, label }) => {
      const answer = answers[id]
      const code = typeof answer === 'string' ? answer.trim().toUpperCase() : ''
      if (code === '' || isCreditCode(code) || isOrganisationCode(code)) return []
      return [found(rule, id, { label, text: code })]
    })
}

/** Items that were left blank although nothing obliges to fill them in: told once, by the first. */
function blanks(rule: WritingRule, form: Form, answers: Answers): readonly Finding[] {
  const open = form.fields.filter(({ id, required }) => !required && !isAnswered(answers[id]))
  const [first] = open
  return first ? [found(rule, first.id, { label: first.label, count: open.length })] : []
}

type Piece = { readonly field: Field; readonly text: string }

const writes = (spec: Field | Column) => spec.type === 'text' || spec.type === 'narrative'

/** What was written in words, in the order in which the form prints it. */
function pieces({ fields }: Form, answers: Answers): readonly Piece[] {
  return fields.flatMap((field): Piece[] => {
    const answer = answers[field.id]
    if (field.type !== 'table') {
      return writes(field) && typeof answer === 'string' ? [{ field, text: answer }] : []
    }
    const columns = field.columns.filter(writes)
    return tableRows(answer).flatMap((row) =>
      columns.flatMap(({ id }) => {
        const cell = row[id]
        return typeof cell === 'string' ? [{ field, text: cell }] : []
      }),
    )
  })
}

/** Two capitals or more, as MES, NB-IoT or SaaS; not part of a longer code, an address or a mark. */
const abbreviation = /(?<![A-Za-z0-9@._/-])(?:[A-Z][a-z]*-?){2,}(?![A-Za-z0-9@_/]|-[A-Za-z0-9])/g

/** Foreign abbreviations that stand without their full name where they first occur. */
function abbreviations(rule: WritingRule, form: Form, answers: Answers): readonly Finding[] {
  const printed = printedWords(form)
  const seen = new Set<string>()
  return pieces(form, answers).flatMap(({ field, text }) =>
    [...text.matchAll(abbreviation)].flatMap(({ 0: word, index }) => {
      if (!isAbbreviation(word) || seen.has(word) || printed.has(word)) return []
      seen.add(word)
      if (isExplained(text, word, index)) return []
      return [found(rule, field.id, { label: field.label, text: word })]
    }),
  )
}

/** A name like Internet-Plus has capitals too: most letters of an abbreviation are capitals. */
const isAbbreviation = (word: string) =>
  word.length <= 10 && word.replace(/[^A-Z]/g, '').length * 2 >= word.replace(/-/g, '').length

/** Full name and abbreviation stand together when either is in brackets beside the other. */
function isExplained(text: string, word: string, at: number): boolean {
  if (/^\s*[（(]/.test(text.slice(at + word.length))) return true
  const before = text.slice(0, at)
  return /[（(][^（()）]*$/.test(before) && /^[^（()）]*[）)]/.test(text.slice(at))
}

/** Words that the form itself prints need no explanation in its answers. */
function printedWords(form: Form): ReadonlySet<string> {
  const labels = form.fields.flatMap((field) => [
    field.label,
    field.help ?? '',
    ...(field.type === 'table' ? field.columns.map(({ label }) => label) : []),
  ])
  return new Set(labels.flatMap((label) => label.match(abbreviation) ?? []))
}
