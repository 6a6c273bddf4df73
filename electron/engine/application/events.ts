/** The status path: what became of an application, entered by hand or told by a file. */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationState, ApplicationView } from '../../../shared/model/application.ts'
import type { EventSource } from '../../../shared/model/course.ts'
import { compareDays, todayInChina } from '../../../shared/programme/calendar.ts'
import { nextStates } from '../../../shared/programme/course.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change } from './change.ts'
import { eventsOf, todoRows } from './course-rows.ts'
import { packOf } from './pack.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'

export type NewEvent = {
  readonly state: ApplicationState
  readonly day: string
  readonly note: string
  readonly source: EventSource
  readonly ref: string
}

/** Throws `event.day` for a day that has not come, or lies before the event before. */
function requireDay(house: House, id: string, day: string): void {
  const today = todayInChina(house.clock())
  const last = eventsOf(house.db, id).at(-1)?.day ?? ''
  if (compareDays(day, today) > 0) throw new Fault('event.day', { day, from: last, to: today })
  if (compareDays(day, last) < 0) throw new Fault('event.day', { day, from: last, to: today })
}

/** Throws `event.order` where the state cannot follow, `event.day`. */
export function requireEvent(house: House, id: string, { state, day }: NewEvent): void {
  const record = recordOf(house.db, id)
  const possible = nextStates(packOf(house.db, record.pack_hash), record.state)
  if (!possible.includes(state)) throw new Fault('event.order', { state, now: record.state })
  requireDay(house, id, day)
}

/** The day on which the vault was first told that an application was recognised, if it was. */
export const recognisedOn = (db: Database, id: string): string | undefined =>
  db.prepare<[string], string>('SELECT day FROM recognition WHERE application = ?').pluck().get(id)

/** Belongs into the transaction of a change, whose line of the log is `seq`. */
export function writeEvent(
  { db, clock }: House,
  record: ApplicationRecord,
  seq: number,
  event: NewEvent,
): void {
  save(db, 'event', { seq, application: record.id, ...event })
  save(db, 'application', { ...record, state: event.state })
  if (event.state === 'recognised' && recognisedOn(db, record.id) === undefined) {
    save(db, 'recognition', { application: record.id, day: todayInChina(clock()) })
  }
}

/** Throws `event.order`, `event.day`. */
export function recordEvent(house: House, input: Parsed<'event.record'>): ApplicationView {
  const { id, state, day, note } = input
  const event = { state, day, note, source: 'hand' as const, ref: '' }
  requireEvent(house, id, event)
  return change(house, id, 'event.record', { state, day }, (record, seq) =>
    writeEvent(house, record, seq, event),
  )
}

/**
 * Takes back the last event, with a return its reasons, with a result the title. What was exported stays exported. Throws
 * `event.none`, `event.exported`.
 */
export function undoEvent(house: House, { id }: Parsed<'event.undo'>): ApplicationView {
  const { db } = house
  const events = eventsOf(db, id)
  const last = events.at(-1)
  if (!last) throw new Fault('event.none')
  if (last.source === 'export') throw new Fault('event.exported')
  const state = events.at(-2)?.state ?? 'draft'
  return change(house, id, 'event.undo', { event: last.seq, state: last.state }, (record) => {
    db.prepare('DELETE FROM event WHERE seq = ?').run(last.seq)
    db.prepare('DELETE FROM honour WHERE event = ?').run(last.seq)
    const day = todayInChina(house.clock())
    for (const row of todoRows(db, id).filter(({ event }) => event === last.seq)) {
      save(db, 'todo', { ...row, withdrawn: row.withdrawn ?? day })
    }
    save(db, 'application', { ...record, state })
  })
}
