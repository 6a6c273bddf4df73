/**
 * The reviewer's word on a bundle: a draft that is saved as it is made, and signed opinions. An
 * opinion is never changed; another one takes its place.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type {
  Draft,
  IssuedOpinion,
  JudgementView,
  Opinion,
  OpinionReason,
  Reviewer,
  ReviewVerdict,
} from '../../../shared/model/review.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import type { ReviewDesk } from './review-desk.ts'
import { goodSubmission, rowView } from './submission-rows.ts'

type DraftRow = {
  readonly verdict: ReviewVerdict | null
  readonly reasons: string
  readonly remark: string
  readonly revision: number
}

const empty: Draft = { verdict: null, reasons: [], remark: '', revision: 0 }

export function draftOf(db: Database, seq: number): Draft {
  const row = db.prepare<[number], DraftRow>('SELECT * FROM draft WHERE submission = ?').get(seq)
  if (!row) return empty
  const { verdict, remark, revision } = row
  return { verdict, remark, revision, reasons: JSON.parse(row.reasons) as OpinionReason[] }
}

type OpinionRow = {
  readonly number: number
  readonly opinion_id: string
  readonly name: string
  readonly sha256: string
  readonly body: string
  readonly fingerprint: string
}

/** The opinions on a bundle, newest first. */
export const opinionsOn = (db: Database, seq: number): IssuedOpinion[] =>
  db
    .prepare<[number], OpinionRow>(
      'SELECT * FROM opinion WHERE submission = ? ORDER BY number DESC',
    )
    .all(seq)
    .map(({ number, opinion_id: opinionId, name, sha256, body, fingerprint }) => ({
      number,
      opinionId,
      name,
      sha256,
      fingerprint,
      opinion: JSON.parse(body) as Opinion,
    }))

/** Throws `review.unknown`, `review.broken`. */
export function judgement(desk: ReviewDesk, { seq }: { readonly seq: number }): JudgementView {
  goodSubmission(desk.db, seq)
  const { status } = rowView(desk, seq)
  return { seq, status, draft: draftOf(desk.db, seq), opinions: opinionsOn(desk.db, seq) }
}

/** Throws `review.unknown`, `review.broken`, `review.stale`. */
export function saveDraft(desk: ReviewDesk, input: Parsed<'review.draft'>): JudgementView {
  const { db, clock } = desk
  const { seq, base, verdict, reasons, remark } = input
  goodSubmission(db, seq)
  db.transaction(() => {
    const { revision } = draftOf(db, seq)
    if (revision !== base) throw new Fault('review.stale')
    const at = clock()
    append(db, at, 'review.draft', String(seq), { verdict, reasons: reasons.length })
    save(db, 'draft', {
      submission: seq,
      verdict,
      reasons: JSON.stringify(reasons),
      remark,
      revision: revision + 1,
      changed_at: at.toISOString(),
    })
  })()
  return judgement(desk, { seq })
}

/** Who reviews here, or null while nobody has said so. */
export const reviewerOf = (db: Database): Reviewer | null =>
  db.prepare<[], Reviewer>('SELECT office, name, level FROM reviewer WHERE id = 1').get() ?? null

export function setReviewer({ db, clock }: ReviewDesk, reviewer: Reviewer): void {
  db.transaction(() => {
    append(db, clock(), 'review.reviewer', reviewer.office, { name: reviewer.name })
    save(db, 'reviewer', { id: 1, ...reviewer })
  })()
}
