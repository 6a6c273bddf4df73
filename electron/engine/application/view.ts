/** An application as the page sees it: what is filled in, what is linked, what the check says. */
import type { Parsed } from '../../../shared/contract.ts'
import type {
  ApplicationRow,
  ApplicationView,
  SlotView,
} from '../../../shared/model/application.ts'
import { carriedAnswers } from '../../../shared/programme/carried.ts'
import { type Check, check, closesOf } from '../../../shared/programme/check.ts'
import { derivedAnswers } from '../../../shared/programme/derive.ts'
import { holds } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { slotApplies } from '../../../shared/programme/slot-applies.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import type { House } from '../house.ts'
import { caseOf, profileOf } from './case.ts'
import { eventsOf } from './course-rows.ts'
import { originOf } from './origin.ts'
import { receiptsOf } from './receipts.ts'
import { type ApplicationRecord, allRecords, recordOf } from './rows.ts'
import { changesSince, snapshotsOf } from './snapshots.ts'
import { statementsOf } from './statements.ts'
import { kindsIn } from './suggest.ts'

function rowFrom(
  db: House['db'],
  record: ApplicationRecord,
  subject: Case,
  result: Check,
): ApplicationRow {
  const reachedOn = eventsOf(db, record.id).at(-1)?.day ?? null
  const { pack } = subject
  return {
    id: record.id,
    programme: record.programme,
    edition: record.edition,
    track: record.track,
    year: pack.baseYear,
    title: pack.title,
    short: pack.short,
    state: record.state,
    revision: record.revision,
    completeness: result.completeness,
    blocking: result.findings.filter(({ severity }) => severity === 'blocking').length,
    closes: closesOf(pack),
    changedAt: record.changed_at,
    reachedOn,
  }
}

function slotViews(house: House, subject: Case): SlotView[] {
  const { counts } = kindsIn(house)
  return slotsOf(subject.pack, subject.track).map((slot) => {
    const { materials = [], waived = null } = subject.slots[slot.id] ?? {}
    const there = slot.accepts.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
    const held = materials.filter(({ kind, damaged }) => slot.accepts.includes(kind) && !damaged)
    const { applies } = slotApplies(slot, subject)
    const available = Math.max(0, there - held.length)
    const when = slot.when ? holds(slot.when, subject).working : null
    return { id: slot.id, applies, when, materials, waived, available }
  })
}

/** What has changed since the last export; null where nothing was exported yet. */
function unsentOf({ db }: House, record: ApplicationRecord, subject: Case): number | null {
  const last = snapshotsOf(db, record.id).find(({ purpose }) => purpose === 'export')
  return last ? changesSince(db, last.id, record, subject).length : null
}

/** The whole view, judged afresh. Throws `application.unknown`, `programme.unusable`. */
export function viewOf(house: House, id: string): ApplicationView {
  const record = recordOf(house.db, id)
  const subject = caseOf(house, record)
  const result = check(subject)
  return {
    ...rowFrom(house.db, record, subject, result),
    pack: subject.pack,
    packHash: record.pack_hash,
    answers: subject.answers,
    carried: carriedAnswers(subject),
    derived: derivedAnswers(subject),
    slots: slotViews(house, subject),
    attestations: subject.attestations,
    readings: subject.readings,
    ticks: subject.ticks,
    verdicts: result.verdicts,
    findings: result.findings,
    receipts: receiptsOf(house.db, id),
    events: eventsOf(house.db, id),
    todos: subject.todos,
    stamps: subject.stamps,
    snapshots: snapshotsOf(house.db, id),
    statements: statementsOf(house.db, id, subject),
    origin: originOf(house.db, id),
    unsent: unsentOf(house, record, subject),
  }
}

export const openApplication = (
  house: House,
  { id }: Parsed<'application.open'>,
): ApplicationView => viewOf(house, id)

/** All applications, newest first, each judged as it stands. */
export function listApplications(house: House): ApplicationRow[] {
  const profile = profileOf(house)
  return allRecords(house.db).map((record) => {
    const subject = caseOf(house, record, profile)
    return rowFrom(house.db, record, subject, check(subject))
  })
}
