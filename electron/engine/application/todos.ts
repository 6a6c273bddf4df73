/**
 * 退回修改: the reasons of a return, each at its place, answered one by one. Export is blocked until
 * every one of them is answered or withdrawn; a withdrawn one keeps its text.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { EventSource, Todo } from '../../../shared/model/course.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { isPlace, placeLabel } from '../../../shared/programme/place-label.ts'
import { randomHex } from '../crypto.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { change } from './change.ts'
import { eventsOf, type TodoRow, todoRow, todoRows } from './course-rows.ts'
import { requireEvent, writeEvent } from './events.ts'
import { packOf } from './pack.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'
import { snapshotOf, snapshotsOf, takeSnapshot } from './snapshots.ts'

export type NewTodo = Pick<Todo, 'place' | 'kind' | 'text'>

/** A return and where the word of it comes from. */
export type Return = {
  readonly id: string
  readonly day: string
  readonly note: string
  readonly reasons: readonly NewTodo[]
  readonly source: Extract<EventSource, 'hand' | 'opinion' | 'receipt'>
  /** Id of the opinion; empty for an entry by hand. */
  readonly ref: string
  /** The version that was examined, where the opinion names it; else what was exported last. */
  readonly base?: string | undefined
}

function requirePlaces(house: House, id: string, reasons: readonly NewTodo[]): void {
  const pack = packOf(house.db, recordOf(house.db, id).pack_hash)
  for (const { place } of reasons) {
    if (!isPlace(pack, place))
      throw new Fault('todo.place', { place: placeLabel(pack, place)['zh-CN'] })
  }
}

/**
 * What the reasons are held against: the version named, the one exported last, or, where nothing was
 * exported, the application as it stands at this moment.
 */
function baseOf(house: House, record: ApplicationRecord, named: string | undefined): string {
  const { db } = house
  if (named !== undefined) return snapshotOf(db, named).id
  const last = snapshotsOf(db, record.id).find(({ purpose }) => purpose !== 'stamp')
  if (last) return last.id
  const at = house.clock()
  const seq = append(db, at, 'snapshot.take', record.id, { purpose: 'return' })
  return takeSnapshot(house, record, { purpose: 'return', seq, at })
}

type Written = {
  readonly seq: number
  readonly event: number | null
  readonly base: string
  readonly source: string
  readonly day: string
}

function writeTodo(house: House, record: ApplicationRecord, told: Written, todo: NewTodo): void {
  const { step, ref, row = null, column: col = null } = todo.place
  save(house.db, 'todo', {
    id: randomHex(8),
    application: record.id,
    ...told,
    ...{ step, ref, row, col, kind: todo.kind, text: todo.text },
    answer: '',
    answered: null,
    withdrawn: null,
  })
}

/** Throws `event.order`, `event.day`, `todo.place`, `snapshot.unknown`; then nothing is recorded. */
export function returnApplication(house: House, given: Return): ApplicationView {
  const { id, day, note, reasons, source, ref } = given
  const event = { state: 'returned' as const, day, note, source, ref }
  requireEvent(house, id, event)
  requirePlaces(house, id, reasons)
  const detail = { day, source, ref, reasons: reasons.length }
  return change(house, id, 'application.return', detail, (record, seq) => {
    writeEvent(house, record, seq, event)
    const base = baseOf(house, record, given.base)
    const told = { seq, event: seq, base, source: ref === '' ? source : ref, day }
    for (const reason of reasons) writeTodo(house, record, told, reason)
  })
}

/** Another reason of the last return, or something that the clerk notes down. Throws `todo.place`. */
export function addTodo(house: House, input: Parsed<'todo.add'>): ApplicationView {
  const { id, ...todo } = input
  requirePlaces(house, id, [todo])
  const { ref } = todo.place
  return change(house, id, 'todo.add', { ref }, (record, seq) => {
    const event = eventsOf(house.db, id).findLast(({ state }) => state === 'returned')?.seq ?? null
    const day = todayInChina(house.clock())
    const held = todoRows(house.db, id).findLast((row) => row.event === event)
    const base = held?.base ?? baseOf(house, record, undefined)
    writeTodo(house, record, { seq, event, base, source: 'hand', day }, todo)
  })
}

function alter(
  house: House,
  input: { readonly id: string; readonly todo: string },
  action: string,
  altered: (row: TodoRow, today: string) => Partial<TodoRow>,
): ApplicationView {
  const row = todoRow(house.db, input.id, input.todo)
  return change(house, input.id, action, { todo: row.id }, () => {
    save(house.db, 'todo', { ...row, ...altered(row, todayInChina(house.clock())) })
  })
}

/**
 * What was done about it; an empty answer opens it again and leaves what was said to be gone on with.
 * Throws `todo.unknown`.
 */
export const answerTodo = (house: House, input: Parsed<'todo.answer'>): ApplicationView =>
  alter(house, input, 'todo.answer', ({ answer }, today) => ({
    answer: input.answer || answer,
    answered: input.answer === '' ? null : today,
  }))

/** The reason no longer stands, or stands again. Throws `todo.unknown`. */
export const withdrawTodo = (house: House, input: Parsed<'todo.withdraw'>): ApplicationView =>
  alter(house, input, 'todo.withdraw', ({ withdrawn }, today) => ({
    withdrawn: input.withdrawn ? (withdrawn ?? today) : null,
  }))
