/** A verified bundle as the reviewer reads it: form, conditions, papers, and what is known beside. */
import type { ReviewList, ReviewReading, ReviewStatus } from '../../../shared/model/review.ts'
import { reviewStatuses } from '../../../shared/model/review.ts'
import { blobPath } from '../vault/paths.ts'
import { crossingsOf } from './crossings.ts'
import { recheck } from './recheck.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { goodSubmission, rowView, submissions } from './submission-rows.ts'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

type Wanted = { readonly text: string; readonly status?: ReviewStatus | undefined }

/** What lies on the desk, filtered. The counts are of everything that the text finds. */
export function listSubmissions(desk: ReviewDesk, { text, status }: Wanted): ReviewList {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const found = submissions(desk).filter((row) => {
    const { enterprise, title, trackTitle, creditCode, bundleId, name, initials } = row
    const plain = folded([enterprise, title, trackTitle, creditCode, bundleId, name].join('\n'))
    return words.every((word) => plain.includes(word) || initials.split(' ').includes(word))
  })
  const counts = Object.fromEntries(
    reviewStatuses.map((each) => [each, found.filter((row) => row.status === each).length]),
  ) as ReviewList['counts']
  const rows = found
    .filter((row) => status === undefined || row.status === status)
    .map(({ initials: _, ...row }) => row)
  return { rows, counts }
}

function before({ db }: ReviewDesk, previous: string | null): ReviewReading['before'] {
  if (previous === null) return null
  const row = db
    .prepare<[string], { seq: number; bundleId: string }>(
      `SELECT seq, bundle_id AS bundleId FROM submission
       WHERE bundle_id = ? AND ok = 1 AND removed_at IS NULL`,
    )
    .get(previous)
  return row ?? null
}

/** Throws `review.unknown`, `review.broken`. */
export async function readSubmission(desk: ReviewDesk, seq: number): Promise<ReviewReading> {
  const record = goodSubmission(desk.db, seq)
  const told = await readSubmitted(blobPath(desk.dir, record.sha256))
  return {
    row: rowView(desk, seq),
    pack: told.pack,
    answers: told.answers,
    facts: told.facts,
    attestations: told.attestations,
    readings: told.readings,
    verdicts: told.verdicts,
    findings: told.findings,
    waivers: told.waivers,
    reason: told.reason,
    changes: told.changes,
    form: told.form?.path ?? null,
    papers: told.materials.map(({ path, slot, sha256, name, kind, size, facts, validTo }) => ({
      path,
      slot,
      sha256,
      name,
      kind,
      size,
      facts,
      validTo,
    })),
    recheck: recheck(told, record),
    crossings: crossingsOf(desk.db, seq),
    before: before(desk, record.previous),
  }
}
