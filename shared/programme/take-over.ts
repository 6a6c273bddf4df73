/**
 * What of an application holds for another one of the programme, next year's above all: answers by
 * field, figures by the year that they are of, papers as long as they are valid. Whatever does not
 * hold is named; nothing old slips through as new. Pure.
 */
import type { Material } from '../model/material.ts'
import type { LeftBehind, TakeOver } from '../model/reserve.ts'
import { answerText, printedAnswer, tableRows } from './answer-text.ts'
import { compareDays } from './calendar.ts'
import { carriedAnswers } from './carried.ts'
import type { Case } from './evidence.ts'
import type { Answer, AnswerRow, Answers, Column, Field } from './form.ts'
import type { Slot } from './pack.ts'
import { hasText, writtenTexts } from './statement-wording.ts'
import { conditionsOf, slotsOf } from './track.ts'

type Left = LeftBehind[]

/** A label that speaks of a certain year, or of one that is told from the year of the form. */
const yearIn = /(?<!\d)20\d\d\s*(?:年|—|-|－|～|~|至)/
const relative = /上一?年度?|去年|本年|当年|今年|近[一二三四五两0-9]年/

type Profile = Pick<Case, 'facts' | 'indicators'>

/**
 * Takes over from `old` for `fresh`, a bare case of the target with the profile as it stands. `then`
 * is the profile as the old form last met it: what the clerk had put otherwise, stays.
 */
export function takeOver(old: Case, fresh: Case, then: Profile = old): TakeOver {
  const left: Left = []
  const answers = answersFor(old, fresh, carriedAnswers({ pack: old.pack, ...then }), left)
  const links = linksFor(old, fresh, left)
  const slots = slotsOf(fresh.pack, fresh.track)
  const waivers = slots.flatMap(({ id }) => {
    const waived = old.slots[id]?.waived
    return waived ? [[id, waived] as const] : []
  })
  for (const { id, text } of conditionsOf(fresh.pack, fresh.track)) {
    const said = old.attestations[id]
    if (!said) continue
    const was = `${said.note}（${said.name}，${said.on}）`
    left.push({ reason: 'attestation', step: 'conditions', ref: id, label: text, was })
  }
  const texts = textsFor(old, fresh, left)
  return { answers, links, waivers: Object.fromEntries(waivers), texts, left }
}

/** What was written into statements; it can be put otherwise in the new application. */
function textsFor(old: Case, { pack }: Case, left: Left): TakeOver['texts'] {
  const taken: Record<string, Record<string, string>> = {}
  for (const { statement, text, label, value } of writtenTexts(old)) {
    if (hasText(pack, statement, text)) taken[statement] = { ...taken[statement], [text]: value }
    else left.push({ reason: 'noPlace', step: 'preview', ref: '', label, was: value })
  }
  return taken
}

const fieldsOf = ({ pack }: Case): readonly Field[] => pack.form?.fields ?? []

/** A fact of the profile that the clerk put otherwise in the form; figures follow their year. */
function isOwn(field: Field, old: Case, known: Answers): boolean {
  const fact = 'bind' in field && field.bind?.startsWith('fact:')
  const [answer, was] = [old.answers[field.id], known[field.id]]
  return Boolean(fact && answer && was && answer !== was)
}

function answersFor(old: Case, fresh: Case, known: Answers, left: Left): Answers {
  const carried = carriedAnswers(fresh)
  const moved = fresh.pack.baseYear !== old.pack.baseYear
  const signed = new Set((fresh.pack.form?.cover ?? []).map(({ field }) => field))
  const before = fieldsOf(old)
  const entries = fieldsOf(fresh).flatMap((field): [string, Answer][] => {
    const held = carried[field.id]
    if (held !== undefined && !isOwn(field, old, known)) return [[field.id, held]]
    const source = sourceOf(field, before)
    if (!source) return []
    const answer = old.answers[source.id]
    if (answer === undefined || answer.length === 0) return []
    const said = { step: 'form' as const, ref: field.id, label: field.label }
    const was = answerText(printedAnswer(source, old.answers))
    const reason = staleness(field, moved, signed)
    if (reason) {
      left.push({ reason, ...said, was })
      return []
    }
    if (field.type === 'table' && source.type === 'table') {
      return [[field.id, rowsFor(field, source, answer, moved, left)]]
    }
    const other = old.answers[`${source.id}.other`]
    return [
      [field.id, answer],
      ...(other ? [[`${field.id}.other`, other] as [string, Answer]] : []),
    ]
  })
  homeless(old, fresh, left)
  return Object.fromEntries(entries)
}

/**
 * The field of the same year where labels name years: 2022年 of last year's form is the second of
 * this year's. Else the field of the same id.
 */
function sourceOf(field: Field, before: readonly Field[]): Field | undefined {
  const found = yearIn.test(field.label)
    ? before.find(({ label, type }) => label === field.label && type === field.type)
    : before.find(({ id }) => id === field.id)
  return found?.type === field.type ? found : undefined
}

/** Figures told from the year of the form, and days of signing, do not hold in another year. */
function staleness(
  field: Field,
  moved: boolean,
  signed: ReadonlySet<string>,
): 'year' | 'signed' | null {
  if ((field.type === 'date' || field.type === 'month') && signed.has(field.id)) return 'signed'
  const figure = field.type === 'number' || field.type === 'money' || field.type === 'percent'
  return moved && figure && relative.test(field.label) ? 'year' : null
}

function rowsFor(
  field: Extract<Field, { type: 'table' }>,
  source: Extract<Field, { type: 'table' }>,
  answer: Answer,
  moved: boolean,
  left: Left,
): readonly AnswerRow[] {
  const sources = field.columns.map(
    (column) => [column, columnFor(column, source.columns)] as const,
  )
  const used = new Set(sources.map(([, from]) => from?.id))
  const lost = source.columns.filter(({ id }) => !used.has(id))
  const rows = tableRows(answer)
  for (const column of lost) {
    const was = rows
      .flatMap((row) => row[column.id] ?? '')
      .filter(Boolean)
      .join('、')
    const label = `${field.label} › ${column.label}`
    if (was)
      left.push({ reason: moved ? 'year' : 'noPlace', step: 'form', ref: field.id, label, was })
  }
  return rows.map((row) => {
    const cells = sources.flatMap(([column, from]) => {
      const value = from ? row[from.id] : undefined
      const other = from ? row[`${from.id}.other`] : undefined
      return [
        ...(value === undefined ? [] : [[column.id, value] as const]),
        ...(other === undefined ? [] : [[`${column.id}.other`, other] as const]),
      ]
    })
    return Object.fromEntries(cells)
  })
}

function columnFor(column: Column, before: readonly Column[]): Column | undefined {
  const found = yearIn.test(column.label)
    ? before.find(({ label }) => label === column.label)
    : before.find(({ id }) => id === column.id)
  return found?.type === column.type ? found : undefined
}

/** Answers for which the new form has no field, or none of their year. */
function homeless(old: Case, fresh: Case, left: Left): void {
  const after = fieldsOf(fresh)
  const taken = new Set(after.flatMap((field) => sourceOf(field, fieldsOf(old))?.id ?? []))
  const bound = new Set(after.flatMap((field) => ('bind' in field && field.bind ? [field.id] : [])))
  for (const field of fieldsOf(old)) {
    const answer = old.answers[field.id]
    if (answer === undefined || answer.length === 0 || taken.has(field.id)) continue
    if (bound.has(field.id)) continue
    const reason = yearIn.test(field.label) ? 'year' : 'noPlace'
    const was = answerText(printedAnswer(field, old.answers))
    left.push({ reason, step: 'form', ref: field.id, label: field.label, was })
  }
}

function linksFor(old: Case, fresh: Case, left: Left): Record<string, readonly string[]> {
  const slots = new Map(slotsOf(fresh.pack, fresh.track).map((slot) => [slot.id, slot]))
  const links: Record<string, readonly string[]> = {}
  for (const before of slotsOf(old.pack, old.track)) {
    const slot = slots.get(before.id)
    const kept = (old.slots[before.id]?.materials ?? []).filter((paper) => {
      const reason = slot ? unfit(slot, paper, fresh.today) : ('noPlace' as const)
      const { title } = slot ?? before
      if (reason) {
        left.push({ reason, step: 'materials', ref: before.id, label: title, was: paper.name })
      }
      return !reason
    })
    if (kept.length > 0) links[before.id] = kept.map(({ sha256 }) => sha256)
  }
  return links
}

/** Why a paper does not hold in the slot on that day; null where it does. */
function unfit(slot: Slot, paper: Material, today: string): LeftBehind['reason'] | null {
  if (slot.form) return 'stamped'
  if (paper.damaged || paper.deletedAt !== null) return 'damaged'
  if (paper.kind === 'invoice') return 'invoice'
  const day = slot.validity?.day ?? today
  const strict = slot.validity?.rule === 'after'
  if (paper.validTo !== null) {
    const order = compareDays(paper.validTo, day)
    if (order < 0 || (strict && order === 0)) return 'expired'
  }
  const year = paper.facts.year?.trim()
  if (slot.years && year && !slot.years.includes(Number(year))) return 'wrongYear'
  return null
}
