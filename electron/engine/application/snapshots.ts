/**
 * Applications as they stood at a moment that matters: printed to be stamped, exported, returned,
 * put into reserve. A snapshot is written once and never changed; later states are compared with it.
 */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type {
  ComparedSide,
  Comparison,
  Difference,
  SnapshotBody,
  SnapshotPurpose,
  SnapshotRow,
} from '../../../shared/model/snapshot.ts'
import { type Compared, compareStates } from '../../../shared/programme/compare.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import { profileUsed } from '../../../shared/programme/profile-used.ts'
import { canonicalJson } from '../bundle/application-file.ts'
import { randomHex, sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { caseOf } from './case.ts'
import { packOf } from './pack.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'

/**
 * Printed in the footer: paper and electronic version carry the same code exactly when they were
 * made from the same answers to the same pack.
 */
export const dataCode = (of: { readonly packHash: string; readonly answers: Answers }): string =>
  sha256(canonicalJson({ packHash: of.packHash, answers: of.answers }))
    .slice(0, 10)
    .toUpperCase()

/** What a snapshot of this case would hold. */
export function bodyOf(record: ApplicationRecord, subject: Case): SnapshotBody {
  const { pack, track, slots } = subject
  const filled = Object.entries(slots).filter(([, { materials }]) => materials.length > 0)
  const waived = Object.entries(slots).flatMap(([slot, { waived }]) =>
    waived === null ? [] : [[slot, waived] as const],
  )
  return {
    format: 1,
    programme: pack.id,
    edition: pack.edition,
    track,
    packHash: record.pack_hash,
    answers: subject.answers,
    slots: Object.fromEntries(
      filled.map(([slot, { materials }]) => [
        slot,
        materials.map(({ sha256, name, kind }) => ({ sha256, name, kind })),
      ]),
    ),
    waivers: Object.fromEntries(waived),
    attestations: subject.attestations,
    readings: subject.readings,
    ticks: subject.ticks,
    ...profileUsed(subject, pack, track),
  }
}

export type Taken = {
  readonly purpose: SnapshotPurpose
  /** The line of the log that it belongs to. */
  readonly seq: number
  readonly at: Date
  /** Given where the id had to be known before, as in a bundle. */
  readonly id?: string
  /** Given where the state was frozen before, as for a bundle. */
  readonly body?: SnapshotBody
}

export const newSnapshotId = (): string => randomHex(8)

/** The application as it stands. */
export const bodyNow = (house: House, record: ApplicationRecord): SnapshotBody =>
  bodyOf(record, caseOf(house, record))

/** Belongs into the transaction of what it records; returns the snapshot's id. */
export function takeSnapshot(house: House, record: ApplicationRecord, taken: Taken): string {
  const { purpose, seq, at, id = newSnapshotId(), body = bodyNow(house, record) } = taken
  save(house.db, 'snapshot', {
    id,
    seq,
    application: record.id,
    revision: record.revision,
    purpose,
    code: dataCode(body),
    at: at.toISOString(),
    body: JSON.stringify(body),
  })
  return id
}

const columns = 'id, seq, application, revision, purpose, code, at'

/** Newest first. */
export const snapshotsOf = (db: Database, application: string): SnapshotRow[] =>
  db
    .prepare<[string], SnapshotRow>(
      `SELECT ${columns} FROM snapshot WHERE application = ? ORDER BY seq DESC`,
    )
    .all(application)

/** Throws `snapshot.unknown`. */
export function snapshotOf(db: Database, id: string): SnapshotRow {
  const row = db
    .prepare<[string], SnapshotRow>(`SELECT ${columns} FROM snapshot WHERE id = ?`)
    .get(id)
  if (!row) throw new Fault('snapshot.unknown', { id })
  return row
}

const bodies = new WeakMap<Database, Map<string, SnapshotBody>>()

/** What it holds; kept once read, since it never changes. Throws `snapshot.unknown`. */
export function snapshotBody(db: Database, id: string): SnapshotBody {
  const known = bodies.get(db) ?? new Map<string, SnapshotBody>()
  bodies.set(db, known)
  const held = known.get(id)
  if (held) return held
  const text = db
    .prepare<[string], string>('SELECT body FROM snapshot WHERE id = ?')
    .pluck()
    .get(id)
  if (text === undefined) throw new Fault('snapshot.unknown', { id })
  const body = JSON.parse(text) as SnapshotBody
  known.set(id, body)
  return body
}

const comparedSnapshot = (db: Database, id: string): Compared => {
  const body = snapshotBody(db, id)
  return { pack: packOf(db, body.packHash), body }
}

/** How the case stands otherwise than in the snapshot. */
export const changesSince = (
  db: Database,
  snapshot: string,
  record: ApplicationRecord,
  subject: Case,
): readonly Difference[] =>
  compareStates(comparedSnapshot(db, snapshot), {
    pack: subject.pack,
    body: bodyOf(record, subject),
  })

/** A snapshot, or an application as it stands now. */
export type Side = { readonly snapshot: string } | { readonly application: string }

function sideOf(
  house: House,
  side: Side,
): { readonly named: ComparedSide; readonly state: Compared } {
  const { db } = house
  if ('snapshot' in side) {
    const row = snapshotOf(db, side.snapshot)
    const state = comparedSnapshot(db, row.id)
    const { title, edition } = state.pack
    const { application, revision } = row
    return { named: { application, title, edition, snapshot: row, revision }, state }
  }
  const record = recordOf(db, side.application)
  const { id, revision, edition } = record
  const pack = packOf(db, record.pack_hash)
  const named = { application: id, title: pack.title, edition, snapshot: null, revision }
  return { named, state: { pack, body: bodyNow(house, record) } }
}

/**
 * Two states side by side: of one application, or of two of a programme. Throws `snapshot.unknown`,
 * `application.unknown`, `compare.programmes` where they are of different programmes.
 */
export function compareSides(
  house: House,
  input: { readonly before: Side; readonly after: Side },
): Comparison {
  const [before, after] = [sideOf(house, input.before), sideOf(house, input.after)]
  if (before.state.body.programme !== after.state.body.programme) {
    throw new Fault('compare.programmes', { one: before.named.title, other: after.named.title })
  }
  return {
    before: before.named,
    after: after.named,
    differences: compareStates(before.state, after.state),
  }
}
