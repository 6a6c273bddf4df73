/**
 * The one way to change an application: a transaction that bumps its revision, writes a log line
 * and does the work; afterwards the fresh view goes back. [Note: One round trip]
 */
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Condition, Slot } from '../../../shared/programme/pack.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { packOf } from './pack.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'
import { viewOf } from './view.ts'

/** `work` gets the application's record with its new revision, and the number of the log's line. */
export function change(
  house: House,
  id: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
  work: (record: ApplicationRecord, seq: number) => void,
): ApplicationView {
  const { db } = house
  db.transaction(() => {
    const before = recordOf(db, id)
    const now = house.clock()
    const seq = append(db, now, action, id, detail)
    const record = { ...before, revision: before.revision + 1, changed_at: now.toISOString() }
    save(db, 'application', record)
    work(record, seq)
  })()
  return viewOf(house, id)
}

/** Throws `application.slot`. */
export function slotOf(house: House, id: string, slot: string): Slot {
  const record = recordOf(house.db, id)
  const found = slotsOf(packOf(house.db, record.pack_hash), record.track).find((s) => s.id === slot)
  if (!found) throw new Fault('application.slot', { slot })
  return found
}

/** Throws `application.condition`. */
export function conditionOf(house: House, id: string, condition: string): Condition {
  const record = recordOf(house.db, id)
  const conditions = conditionsOf(packOf(house.db, record.pack_hash), record.track)
  const found = conditions.find((each) => each.id === condition)
  if (!found) throw new Fault('application.condition', { condition })
  return found
}
