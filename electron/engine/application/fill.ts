/** Answers of the form: only what changed, refused where somebody changed the same field since. */
import { mostRows } from '../../../shared/calls/call.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView, FilledView } from '../../../shared/model/application.ts'
import type { Answer, AnswerRow, Field, Form } from '../../../shared/programme/form.ts'
import { isRows, withRowsChanged } from '../../../shared/programme/rows-change.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change } from './change.ts'
import { packOf } from './pack.ts'
import { answerIn, answerRecords, answerRevisions, keepParsed, placeOf, recordOf } from './rows.ts'

const isRow = (entry: string | AnswerRow): entry is AnswerRow => typeof entry === 'object'

function fitsTable(field: Extract<Field, { type: 'table' }>, value: Answer): boolean {
  if (typeof value === 'string') return value === ''
  const columns = new Set(field.columns.flatMap(({ id }) => [id, `${id}.other`]))
  const rows: readonly (string | AnswerRow)[] = value
  return rows.every((row) => isRow(row) && Object.keys(row).every((key) => columns.has(key)))
}

/** The answer's shape, not its worth: a wrong figure is kept as typed and the check says so. */
function fits(field: Field, value: Answer): boolean {
  if (field.type === 'table') return fitsTable(field, value)
  if (field.type !== 'choices') return typeof value === 'string'
  const entries: readonly (string | AnswerRow)[] = typeof value === 'string' ? [] : value
  return value === '' || (typeof value !== 'string' && !entries.some(isRow))
}

function requireFitting(form: Form, key: string, value: Answer): void {
  const field = form.fields.find(({ id }) => id === key || `${id}.other` === key)
  if (!field) throw new Fault('application.field', { field: key })
  const fitting = field.id === key ? fits(field, value) : typeof value === 'string'
  if (!fitting) throw new Fault('application.value', { field: field.label })
}

type Filling = Omit<Parsed<'application.fill'>, 'rows'> &
  Partial<Pick<Parsed<'application.fill'>, 'rows'>>

/** Tables as they stand with their rows changed; those of one that has none yet come whole. */
function changedTables(house: House, form: Form, { id, rows = {} }: Filling): [string, Answer][] {
  const changes = Object.entries(rows)
  const records = changes.length > 0 ? answerRecords(house.db, id) : []
  return changes.map(([key, change]) => {
    requireFitting(form, key, change.put)
    const record = records.find(({ field }) => field === key)
    const held = record ? answerIn(house.db, id, record) : []
    const after = isRows(held) ? withRowsChanged(held, change) : null
    if (after && after.length <= mostRows) return [key, after]
    const field = form.fields.find((each) => each.id === key)
    throw new Fault('application.value', { field: field?.label ?? key })
  })
}

/**
 * Throws `programme.noForm`, `application.field` for an unknown field, `application.value` for an
 * answer of the wrong shape, `application.stale` naming the field that was overtaken.
 */
export function fillApplication(house: House, input: Filling): ApplicationView {
  const { db } = house
  const { form, title } = packOf(db, recordOf(db, input.id).pack_hash)
  if (!form) throw new Fault('programme.noForm', { title })
  for (const [key, value] of Object.entries(input.answers)) requireFitting(form, key, value)
  const newer = answerRevisions(db, input.id).find(
    ({ field, revision }) => revision > input.base && isGiven(input, field),
  )
  if (newer) {
    const field = form.fields.find(({ id }) => id === newer.field)
    throw new Fault('application.stale', { field: field?.label ?? newer.field })
  }
  const answers = [...Object.entries(input.answers), ...changedTables(house, form, input)]
  const detail = { fields: answers.map(([key]) => key) }
  return change(house, input.id, 'application.fill', detail, ({ id, revision }) => {
    for (const [field, value] of answers) {
      const text = JSON.stringify(value)
      save(db, 'answer', { application: id, field, value: text, revision })
      keepParsed(db, placeOf(id, field), text, value)
    }
  })
}

const isGiven = ({ answers, rows = {} }: Filling, field: string) =>
  field in answers || field in rows

/** The same for whoever holds the view of `base` already. Throws as `fillApplication`. */
export function fillHeld(house: House, input: Parsed<'application.fill'>): FilledView {
  const { pack: _, answers, ...view } = fillApplication(house, input)
  const others = answerRevisions(house.db, input.id).filter(
    ({ field, revision }) => revision > input.base && !isGiven(input, field),
  )
  return {
    ...view,
    others: Object.fromEntries(others.map(({ field }) => [field, answers[field] ?? ''])),
  }
}
