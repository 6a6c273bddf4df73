/**
 * What a title asks for later (年度复核, 数据更新, 绩效报送, 三年重报), as dated reminders. A date that
 * has passed is never dropped by itself: an undone duty may cost the title.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Duties, DutyReminder, Honour, SettledDuty } from '../../../shared/model/reserve.ts'
import { compareDays, daysBetween, todayInChina } from '../../../shared/programme/calendar.ts'
import { datesOf, dueOf, type Term } from '../../../shared/programme/duties.ts'
import type { Duty, Pack } from '../../../shared/programme/pack.ts'
import { eventsOf } from '../application/course-rows.ts'
import { recognisedOn } from '../application/events.ts'
import { packOf } from '../application/pack.ts'
import { type ApplicationRecord, allRecords, recordOf } from '../application/rows.ts'
import { daySaid } from '../day-said.ts'
import { honoursOf } from '../enterprise/honours.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'

/** An application that won, with what its title asks for. */
type Won = { readonly record: ApplicationRecord; readonly pack: Pack; readonly term: Term }

function termOf({ db }: House, record: ApplicationRecord, honours: readonly Honour[]): Term {
  const title = honours.find(({ application }) => application === record.id)
  const closed = eventsOf(db, record.id).at(-1)
  const known = recognisedOn(db, record.id) ?? record.changed_at.slice(0, 10)
  return { since: title?.issued ?? closed?.day ?? known, known, until: title?.expires ?? null }
}

function wonOf(house: House, record: ApplicationRecord, honours = honoursOf(house.db)): Won {
  const pack = packOf(house.db, record.pack_hash)
  return { record, pack, term: termOf(house, record, honours) }
}

const named = ({ record, pack }: Won, { id, text }: Duty) => ({
  application: record.id,
  title: pack.title,
  edition: record.edition,
  duty: id,
  text,
})

type SettledRow = Pick<SettledDuty, 'duty' | 'due' | 'outcome' | 'on' | 'note'>

function settledOf({ db }: House, won: Won): SettledDuty[] {
  const rows = db
    .prepare<[string], SettledRow>(
      `SELECT duty, due, outcome, day AS "on", note FROM duty_settled WHERE application = ?`,
    )
    .all(won.record.id)
  return won.pack.duties.flatMap((duty) =>
    rows.filter((row) => row.duty === duty.id).map((row) => ({ ...named(won, duty), ...row })),
  )
}

function remindersOf(won: Won, settled: readonly SettledDuty[], today: string): DutyReminder[] {
  return won.pack.duties.flatMap((duty) => {
    const own = settled.filter((each) => each.duty === duty.id)
    const found = dueOf(duty, won.term, own, today)
    if (!found) return []
    const { due, earlier, next } = found
    const dated = (day: string) => ({ due: day, daysLeft: daysBetween(today, day) })
    return [
      { ...named(won, duty), ...dated(due), earlier, next: next === null ? null : dated(next) },
    ]
  })
}

/** Of all applications that were recognised. */
export function listDuties(house: House): Duties {
  const today = todayInChina(house.clock())
  const honours = honoursOf(house.db)
  const all = allRecords(house.db)
    .filter(({ state }) => state === 'recognised')
    .map((record) => wonOf(house, record, honours))
    .map((won) => ({ won, settled: settledOf(house, won) }))
  return {
    open: all
      .flatMap(({ won, settled }) => remindersOf(won, settled, today))
      .toSorted((a, b) => compareDays(a.due, b.due)),
    settled: all
      .flatMap(({ settled }) => settled)
      .toSorted((a, b) => compareDays(b.on, a.on) || compareDays(b.due, a.due)),
  }
}

/**
 * What became of one date of a duty, or nothing after all. Throws `application.unknown`,
 * `duty.unknown` where the title has no such duty at that date, `input.invalid` without the note
 * that is needed, or for a word of a day to come.
 */
export function settleDuty(house: House, input: Parsed<'duty.settle'>): Duties {
  const { db } = house
  const { id, duty, due, outcome, note } = input
  const today = todayInChina(house.clock())
  const won = wonOf(house, recordOf(db, id))
  const known = won.pack.duties.find((each) => each.id === duty)
  if (!known || (outcome !== null && !datesOf(known, won.term, today).includes(due))) {
    throw new Fault('duty.unknown', { duty: known?.text ?? duty })
  }
  if (outcome !== null && outcome !== 'done' && note === '') {
    throw new Fault('input.invalid', { path: 'note', why: '' })
  }
  const day = daySaid(house, input.on)
  db.transaction(() => {
    append(db, house.clock(), 'duty.settle', id, { duty, due, outcome })
    if (outcome !== null) {
      save(db, 'duty_settled', { application: id, duty, due, outcome, day, note })
      return
    }
    db.prepare('DELETE FROM duty_settled WHERE application = ? AND duty = ? AND due = ?').run(
      id,
      duty,
      due,
    )
  })()
  return listDuties(house)
}
