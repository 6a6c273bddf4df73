/** 储备: an application put aside for next time, and one that has ended with its result. */
import type { Parsed } from '../../../shared/contract.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { change } from '../application/change.ts'
import { requireEvent, writeEvent } from '../application/events.ts'
import { takeSnapshot } from '../application/snapshots.ts'
import { writeHonour } from '../enterprise/honours.ts'
import type { House } from '../house.ts'

/** 提交储备. Throws `event.order`. */
export function putInReserve(house: House, input: Parsed<'reserve.put'>): ApplicationView {
  const { id, note } = input
  const at = house.clock()
  const day = todayInChina(at)
  const event = { state: 'reserved' as const, day, note, source: 'hand' as const, ref: '' }
  requireEvent(house, id, event)
  return change(house, id, 'reserve.put', { day }, (record, seq) => {
    takeSnapshot(house, record, { purpose: 'reserve', seq, at })
    writeEvent(house, record, seq, event)
  })
}

/**
 * 已认定 or 未通过. A title that was won stands in the profile from then on and opens the next rung of
 * its ladder. Throws `event.order`, `event.day`, `honour.unknown`, `honour.dates`.
 */
export function closeApplication(house: House, input: Parsed<'reserve.close'>): ApplicationView {
  const { id, outcome, day, note, award } = input
  const event = { state: outcome, day, note, source: 'hand' as const, ref: '' }
  requireEvent(house, id, event)
  const detail = { outcome, day, award: award?.code ?? '' }
  return change(house, id, 'reserve.close', detail, (record, seq) => {
    writeEvent(house, record, seq, event)
    if (outcome === 'recognised' && award) {
      writeHonour(house.db, seq, { ...award, application: id, event: seq })
    }
  })
}
