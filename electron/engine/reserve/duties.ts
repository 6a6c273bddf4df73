/** What a title asks for later (年度复核, 数据更新, 绩效报送, 三年重报), as dated reminders. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { DutyReminder } from '../../../shared/model/reserve.ts'
import { daysBetween, todayInChina } from '../../../shared/programme/calendar.ts'
import { nextDue } from '../../../shared/programme/duties.ts'
import { eventsOf } from '../application/course-rows.ts'
import { packOf } from '../application/pack.ts'
import { type ApplicationRecord, allRecords, recordOf } from '../application/rows.ts'
import { honoursOf } from '../enterprise/honours.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'

function remindersOf(house: House, record: ApplicationRecord, since: string): DutyReminder[] {
  const { db } = house
  const pack = packOf(db, record.pack_hash)
  const today = todayInChina(house.clock())
  const done = db
    .prepare<[string], { duty: string; due: string }>(
      'SELECT duty, due FROM duty_done WHERE application = ?',
    )
    .all(record.id)
  return pack.duties.flatMap((duty) => {
    const marked = done.filter((each) => each.duty === duty.id).map(({ due }) => due)
    const due = nextDue(duty, since, marked, today)
    if (due === null) return []
    const { id: application, edition } = record
    const daysLeft = daysBetween(today, due)
    const { title } = pack
    return [{ application, title, edition, duty: duty.id, text: duty.text, due, daysLeft }]
  })
}

/** Of all applications that were recognised, soonest first. */
export function listDuties(house: House): readonly DutyReminder[] {
  const honours = honoursOf(house.db)
  return allRecords(house.db)
    .filter(({ state }) => state === 'recognised')
    .flatMap((record) => {
      const won = honours.find(({ application }) => application === record.id)
      const closed = eventsOf(house.db, record.id).at(-1)
      return remindersOf(
        house,
        record,
        won?.issued ?? closed?.day ?? record.changed_at.slice(0, 10),
      )
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

/** A duty was done, or was not after all. Throws `application.unknown`, `duty.unknown`. */
export function markDuty(house: House, input: Parsed<'reserve.dutyDone'>): readonly DutyReminder[] {
  const { db } = house
  const { id, duty, due, done, note } = input
  const known = packOf(db, recordOf(db, id).pack_hash).duties.some((each) => each.id === duty)
  if (!known) throw new Fault('duty.unknown', { duty })
  db.transaction(() => {
    append(db, house.clock(), 'reserve.dutyDone', id, { duty, due, done })
    const day = todayInChina(house.clock())
    if (done) save(db, 'duty_done', { application: id, duty, due, day, note })
    else {
      db.prepare('DELETE FROM duty_done WHERE application = ? AND duty = ? AND due = ?').run(
        id,
        duty,
        due,
      )
    }
  })()
  return listDuties(house)
}
