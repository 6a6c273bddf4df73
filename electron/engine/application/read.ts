/** Choosing how an ambiguous condition is read, and ticking what stands inside a paper. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { rowOf } from '../archive/material-rows.ts'
import { daySaid } from '../day-said.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change, conditionOf, slotOf } from './change.ts'

/**
 * The reading that a person takes; an empty one goes back to the default. Throws
 * `application.condition`, `application.reading` for a reading that the condition lacks, and
 * `input.invalid` for a day to come.
 */
export function readCondition(house: House, input: Parsed<'application.read'>): ApplicationView {
  const { condition, reading, name, note } = input
  const { readings = [] } = conditionOf(house, input.id, condition)
  if (reading !== '' && !readings.some(({ id }) => id === reading)) {
    throw new Fault('application.reading', { condition, reading })
  }
  return change(house, input.id, 'application.read', { condition, reading }, ({ id }) => {
    if (reading === '') {
      house.db
        .prepare('DELETE FROM reading WHERE application = ? AND condition = ?')
        .run(id, condition)
      return
    }
    const day = daySaid(house, input.on)
    save(house.db, 'reading', { application: id, condition, reading, name, note, day })
  })
}

/**
 * A person's word that a paper contains one of the slot's points, or its withdrawal. Throws
 * `application.slot`, `application.point`, and `application.link` where the paper is not there.
 */
export function tickPoint(house: House, input: Parsed<'application.tick'>): ApplicationView {
  const { db } = house
  const { point, ticked, name } = input
  const slot = slotOf(house, input.id, input.slot)
  if (!slot.inside.includes(point)) {
    throw new Fault('application.point', { point, slot: slot.title })
  }
  const paper = rowOf(db, input.sha256)
  const linked = db
    .prepare('SELECT 1 FROM link WHERE application = ? AND slot = ? AND material = ?')
    .get(input.id, slot.id, paper.seq)
  if (!linked) throw new Fault('application.link', { name: paper.name, slot: slot.title })
  const detail = { slot: slot.id, material: input.sha256, point, ticked }
  return change(house, input.id, 'application.tick', detail, ({ id }) => {
    if (ticked) {
      const day = todayInChina(house.clock())
      const material = paper.seq
      save(db, 'tick', { application: id, slot: slot.id, material, point, name, day })
      return
    }
    db.prepare(
      'DELETE FROM tick WHERE application = ? AND slot = ? AND material = ? AND point = ?',
    ).run(id, slot.id, paper.seq, point)
  })
}
