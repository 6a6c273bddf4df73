/** The rows of what lies on the reviewer's desk, and what they are on the wire. */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type { ReviewRow, ReviewStatus, ReviewVerdict } from '../../../shared/model/review.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { doubtsOf } from '../../../shared/programme/signer-doubts.ts'
import { signerJudge } from '../bundle/known-signers.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { crossingCounts } from './crossings.ts'
import { later } from './kinship.ts'
import type { ReviewDesk } from './review-desk.ts'
import { volumesOn } from './volume-rows.ts'

export type SubmissionRow = {
  readonly seq: number
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly received_at: string
  readonly ok: number
  readonly report: string
  readonly bundle_id: string
  readonly tag_manifest: string
  readonly application: string
  readonly revision: number
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  readonly title: string
  readonly track_title: string
  readonly enterprise: string
  readonly credit_code: string
  readonly exported_at: string
  readonly previous: string | null
  readonly fingerprint: string
  readonly pack_hash: string
  readonly sample: number
  readonly initials: string
  readonly removed_at: string | null
}

/** A bundle by its file's hash, removed ones included. */
export const findSubmission = (db: Database, sha256: string): SubmissionRow | undefined =>
  db.prepare<[string], SubmissionRow>('SELECT * FROM submission WHERE sha256 = ?').get(sha256)

/** Throws `review.unknown`. */
export function submissionOf(db: Database, seq: number): SubmissionRow {
  const found = db
    .prepare<[number], SubmissionRow>('SELECT * FROM submission WHERE seq = ?')
    .get(seq)
  if (!found) throw new Fault('review.unknown')
  return found
}

/** A bundle that lies on the desk and has verified. Throws `review.unknown`, `review.broken`. */
export function goodSubmission(db: Database, seq: number): SubmissionRow {
  const row = submissionOf(db, seq)
  if (row.removed_at) throw new Fault('review.unknown')
  if (row.ok === 0) throw new Fault('review.broken', { name: row.name })
  return row
}

type Listed = SubmissionRow & {
  readonly verdict: ReviewVerdict | null
  readonly drafted: number
  readonly superseded: number
}

const listed = `
  SELECT s.*,
    (SELECT o.verdict FROM opinion o WHERE o.submission = s.seq
     ORDER BY o.number DESC LIMIT 1) AS verdict,
    EXISTS (SELECT 1 FROM draft d WHERE d.submission = s.seq AND d.changed_at > coalesce(
      (SELECT max(o.issued_at) FROM opinion o WHERE o.submission = s.seq), '')
      AND (d.verdict IS NOT NULL OR d.reasons <> '[]' OR d.remark <> '')) AS drafted,
    s.ok = 1 AND EXISTS (SELECT 1 FROM submission b WHERE ${later('s', 'b')}) AS superseded
  FROM submission s WHERE s.removed_at IS NULL`

function packKnown({ packs }: ReviewDesk, row: SubmissionRow): ReviewRow['packKnown'] {
  const own = packs.packs.find(
    ({ pack }) => pack.id === row.programme && pack.edition === row.edition,
  )
  if (!own) return 'unknown'
  return own.hash === row.pack_hash ? 'same' : 'other'
}

const statusOf = ({ ok, verdict }: Listed): ReviewStatus =>
  ok === 0 ? 'broken' : (verdict ?? 'open')

function viewOf(
  desk: ReviewDesk,
  row: Listed,
  beside: { readonly crossings: number; readonly judge: ReturnType<typeof signerJudge> },
): ReviewRow {
  const report = JSON.parse(row.report) as VerifyReport
  const received = new Date(row.received_at)
  const trust = report.ok ? beside.judge(report, received) : null
  const { signer } = report
  return {
    seq: row.seq,
    sha256: row.sha256,
    name: row.name,
    size: row.size,
    receivedAt: row.received_at,
    status: statusOf(row),
    drafted: row.drafted === 1,
    programme: row.programme,
    edition: row.edition,
    track: row.track,
    title: row.title,
    trackTitle: row.track_title,
    enterprise: row.enterprise,
    creditCode: row.credit_code,
    exportedAt: row.exported_at,
    revision: row.revision,
    bundleId: row.bundle_id,
    previous: row.previous,
    superseded: row.superseded === 1,
    trust,
    doubts: report.ok ? doubtsOf({ trust, signer, day: todayInChina(received) }) : [],
    packKnown: packKnown(desk, row),
    sample: row.sample === 1,
    crossings: beside.crossings,
    volumes: report.volume ? volumesOn(desk.db, row.seq) : [],
    report,
  }
}

/** All that lies on the desk, newest first. */
export function submissions(desk: ReviewDesk): (ReviewRow & { readonly initials: string })[] {
  const counts = crossingCounts(desk.db)
  const judge = signerJudge(desk.config)
  return desk.db
    .prepare<[], Listed>(`${listed} ORDER BY s.seq DESC`)
    .all()
    .map((row) => ({
      ...viewOf(desk, row, { crossings: counts.get(row.seq) ?? 0, judge }),
      initials: row.initials,
    }))
}

/** One of them. Throws `review.unknown`. */
export function rowView(desk: ReviewDesk, seq: number): ReviewRow {
  const row = desk.db.prepare<[number], Listed>(`${listed} AND s.seq = ?`).get(seq)
  if (!row) throw new Fault('review.unknown')
  const crossings = crossingCounts(desk.db).get(seq) ?? 0
  return viewOf(desk, row, { crossings, judge: signerJudge(desk.config) })
}

/** Takes a bundle off the desk or puts it back. What was issued on it stays. */
export function remove(
  { db, clock }: ReviewDesk,
  { seq, removed }: { readonly seq: number; readonly removed: boolean },
): void {
  db.transaction(() => {
    const row = submissionOf(db, seq)
    const at = clock()
    append(db, at, removed ? 'review.remove' : 'review.putBack', String(seq))
    save(db, 'submission', { ...row, removed_at: removed ? at.toISOString() : null })
  })()
}
