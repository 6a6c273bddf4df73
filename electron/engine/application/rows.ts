/** The rows of an application, and what they are on the wire. */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationState } from '../../../shared/model/application.ts'
import type { Material } from '../../../shared/model/material.ts'
import type { Attestation } from '../../../shared/model/verdict.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Answer, Answers } from '../../../shared/programme/form.ts'
import { type MaterialRow, toMaterial } from '../archive/material-rows.ts'

export type ApplicationRecord = {
  readonly id: string
  readonly seq: number
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  readonly pack_hash: string
  readonly state: ApplicationState
  readonly revision: number
  readonly created_at: string
  readonly changed_at: string
  readonly sample: number
}

/** Throws `application.unknown`. */
export function recordOf(db: Database, id: string): ApplicationRecord {
  const found = db
    .prepare<[string], ApplicationRecord>('SELECT * FROM application WHERE id = ?')
    .get(id)
  if (!found) throw new Fault('application.unknown', { id })
  return found
}

/** Newest first. */
export const allRecords = (db: Database): ApplicationRecord[] =>
  db.prepare<[], ApplicationRecord>('SELECT * FROM application ORDER BY seq DESC').all()

export type AnswerRecord = {
  readonly field: string
  readonly value: string
  readonly revision: number
}

/** When each answer was changed last; cleared ones included. */
export const answerRevisions = (
  db: Database,
  id: string,
): { readonly field: string; readonly revision: number }[] =>
  db
    .prepare<[string], { field: string; revision: number }>(
      'SELECT field, revision FROM answer WHERE application = ?',
    )
    .all(id)

/** Cleared answers included. */
export const answerRecords = (db: Database, id: string): AnswerRecord[] =>
  db
    .prepare<[string], AnswerRecord>(
      'SELECT field, value, revision FROM answer WHERE application = ?',
    )
    .all(id)

/** Answers shorter than this are quicker read anew than looked up. */
const long = 10_000
const parsed = new WeakMap<
  Database,
  Map<string, { readonly text: string; readonly value: Answer }>
>()

/**
 * [Note: Same rows] An answer with its text. As long as the text is the same, so is the answer that
 * is read from it; rows that a change leaves alone stay the same objects. So what was found out about
 * a row is known the next time, and a check of a long table after one cell looks at one row.
 */
export function keepParsed(db: Database, place: string, text: string, value: Answer): Answer {
  if (text.length < long) return value
  const known = parsed.get(db) ?? new Map<string, { text: string; value: Answer }>()
  parsed.set(db, known)
  known.set(place, { text, value })
  return value
}

/** The answer that a row of the table holds ([Note: Same rows]). */
export function answerIn(db: Database, id: string, { field, value: text }: AnswerRecord): Answer {
  const place = placeOf(id, field)
  const known = text.length < long ? undefined : parsed.get(db)?.get(place)
  return known?.text === text
    ? known.value
    : keepParsed(db, place, text, JSON.parse(text) as Answer)
}

export const placeOf = (id: string, field: string): string => `${id} ${field}`

/** Cleared answers keep their row, for the revision; they are not among the answers. */
export const answersOf = (db: Database, id: string): Answers =>
  Object.fromEntries(
    answerRecords(db, id)
      .map((record) => [record.field, answerIn(db, id, record)] as const)
      .filter(([, value]) => value.length > 0),
  )

/** By slot, in the order in which they were put there. */
export function linkedMaterials(db: Database, id: string): ReadonlyMap<string, Material[]> {
  const rows = db
    .prepare<[string], MaterialRow & { slot: string }>(
      `SELECT m.*, l.slot FROM link l JOIN material m ON m.seq = l.material
       WHERE l.application = ? ORDER BY l.slot, l.position`,
    )
    .all(id)
  const bySlot = new Map<string, Material[]>()
  for (const row of rows) {
    bySlot.set(row.slot, [...(bySlot.get(row.slot) ?? []), toMaterial(row)])
  }
  return bySlot
}

/** Troubles of the file itself; what a reader had no time or room for may be sound. */
const broken = ['pdf.broken', 'image.broken', 'zip.broken', 'xml.broken', 'ofd.noDocument']
const locked = ['pdf.password', 'office.password', 'zip.encrypted']

/** Linked papers, by hash, whose files could not be opened; the texts of the others stay unread. */
export function unreadableOf(db: Database, id: string): Case['unreadable'] {
  const rows = db
    .prepare<[string], { sha256: string; code: string }>(
      `SELECT DISTINCT m.sha256, json_extract(e.body, '$.trouble.code') AS code
       FROM link l JOIN extraction e INDEXED BY extraction_trouble ON e.material = l.material
       JOIN material m ON m.seq = l.material
       WHERE l.application = ? AND json_extract(e.body, '$.trouble.code') IS NOT NULL`,
    )
    .all(id)
  const of = (codes: readonly string[], trouble: 'broken' | 'locked') =>
    rows.flatMap(({ sha256, code }) => (codes.includes(code) ? [[sha256, trouble] as const] : []))
  return Object.fromEntries([...of(broken, 'broken'), ...of(locked, 'locked')])
}

/** The reason given for 不适用, by slot. */
export const waiversOf = (db: Database, id: string): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[string], { slot: string; reason: string }>(
        'SELECT slot, reason FROM waiver WHERE application = ?',
      )
      .all(id)
      .map(({ slot, reason }) => [slot, reason]),
  )

type AttestationRow = Omit<Attestation, 'on'> & { readonly day: string }

/** By condition. */
export const attestationsOf = (db: Database, id: string): Readonly<Record<string, Attestation>> =>
  Object.fromEntries(
    db
      .prepare<[string], AttestationRow>('SELECT * FROM attestation WHERE application = ?')
      .all(id)
      .map(({ condition, outcome, name, note, day }) => [
        condition,
        { condition, outcome, name, note, on: day },
      ]),
  )

/** Certificates of the archive that a person has confirmed: what they show is recorded. */
export const certificates = (db: Database): Material[] =>
  db
    .prepare<[], MaterialRow>(
      `SELECT * FROM material WHERE kind = 'certificate' AND deleted_at IS NULL AND confirmed = 1
       ORDER BY seq`,
    )
    .all()
    .map(toMaterial)
