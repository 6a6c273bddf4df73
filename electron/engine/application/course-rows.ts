/** The rows of events, of the reasons of a return and of stamped scans. */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { CourseEvent, StampedScan, Todo } from '../../../shared/model/course.ts'
import type { Place, Step } from '../../../shared/model/finding.ts'
import type { Difference } from '../../../shared/model/snapshot.ts'
import { isPrinted } from '../../../shared/programme/compare.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { ApplicationRecord } from './rows.ts'
import { changesSince, dataCode } from './snapshots.ts'

/** Oldest first. */
export const eventsOf = (db: Database, application: string): CourseEvent[] =>
  db
    .prepare<[string], CourseEvent>(
      `SELECT seq, state, day, note, source, ref FROM event WHERE application = ? ORDER BY seq`,
    )
    .all(application)

export type TodoRow = {
  readonly id: string
  readonly seq: number
  readonly application: string
  readonly base: string
  readonly event: number | null
  readonly step: Step
  readonly ref: string
  readonly row: number | null
  readonly col: string | null
  readonly kind: Todo['kind']
  readonly text: string
  readonly source: string
  readonly day: string
  readonly answer: string
  readonly answered: string | null
  readonly withdrawn: string | null
}

/** Oldest first. */
export const todoRows = (db: Database, application: string): TodoRow[] =>
  db
    .prepare<[string], TodoRow>('SELECT * FROM todo WHERE application = ? ORDER BY seq, rowid')
    .all(application)

/** Throws `todo.unknown`. */
export function todoRow(db: Database, application: string, id: string): TodoRow {
  const found = todoRows(db, application).find((row) => row.id === id)
  if (!found) throw new Fault('todo.unknown', { id })
  return found
}

const placeOf = ({ step, ref, row, col }: TodoRow): Place => ({
  step,
  ref,
  ...(row === null ? {} : { row }),
  ...(col === null ? {} : { column: col }),
})

/** True where the difference lies at the place, or within it. */
function isAt(place: Place, difference: Difference): boolean {
  const { place: at } = difference
  if (place.step === 'export') return true
  if (!at || at.step !== place.step || at.ref !== place.ref) return false
  if (place.row === undefined || at.row === undefined) return true
  return (
    at.row === place.row &&
    (place.column === undefined || at.column === undefined || at.column === place.column)
  )
}

type Compare = (snapshot: string) => readonly Difference[]

/** The same snapshot is compared once, whatever hangs on it. */
function comparing(db: Database, record: ApplicationRecord, subject: Case): Compare {
  const known = new Map<string, readonly Difference[]>()
  return (snapshot) => {
    const found = known.get(snapshot) ?? changesSince(db, snapshot, record, subject)
    known.set(snapshot, found)
    return found
  }
}

function toTodo(row: TodoRow, compare: Compare): Todo {
  const place = placeOf(row)
  return {
    id: row.id,
    place,
    kind: row.kind,
    text: row.text,
    source: row.source,
    day: row.day,
    answer: row.answer,
    answeredOn: row.answered,
    withdrawnOn: row.withdrawn,
    changed: compare(row.base).some((difference) => isAt(place, difference)),
  }
}

type StampRow = {
  readonly slot: string
  readonly sha256: string
  readonly name: string
  readonly snapshot: string
  readonly code: string
  readonly at: string
  readonly reason: string
  readonly person: string
  readonly reason_code: string
}

/** Scans that lie in their slot; one that was taken out speaks no more. */
const stampRows = (db: Database, application: string): StampRow[] =>
  db
    .prepare<[string], StampRow>(
      `SELECT t.slot, m.sha256, m.name, t.snapshot, s.code, s.at, t.reason, t.name AS person,
       t.reason_code FROM stamped t
       JOIN material m ON m.seq = t.material JOIN snapshot s ON s.id = t.snapshot
       JOIN link l ON l.application = t.application AND l.slot = t.slot AND l.material = t.material
       WHERE t.application = ? ORDER BY t.slot, l.position`,
    )
    .all(application)

function toScan(row: StampRow, code: string, printed: (snapshot: string) => number): StampedScan {
  const { slot, sha256, name, snapshot, at, reason, person } = row
  // Said of another state than today's, the reason speaks for nothing any more.
  const holds = reason !== '' && row.reason_code === code
  return {
    slot,
    sha256,
    name,
    snapshot,
    code: row.code,
    printedAt: at,
    changes: printed(snapshot),
    waived: holds ? { reason, name: person } : null,
  }
}

/** What a return asks for and which scans are out of date, told of the case as it stands. */
export function courseOf(
  db: Database,
  record: ApplicationRecord,
  subject: Case,
): Pick<Case, 'todos' | 'stamps'> {
  const compare = comparing(db, record, subject)
  const stamps = stampRows(db, record.id)
  // A long form is not put in order for nothing.
  const code =
    stamps.length > 0 ? dataCode({ packHash: record.pack_hash, answers: subject.answers }) : ''
  const printed = (snapshot: string) =>
    compare(snapshot).filter((difference) => isPrinted(difference, subject.pack)).length
  return {
    todos: todoRows(db, record.id).map((row) => toTodo(row, compare)),
    stamps: stamps.map((row) => toScan(row, code, printed)),
  }
}
