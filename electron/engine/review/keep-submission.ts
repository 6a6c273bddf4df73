/** Writes what has been verified into the desk's list. */
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type { ReviewVolume, TakeInResult } from '../../../shared/model/review.ts'
import { invoiceOf } from '../../../shared/programme/invoice.ts'
import { slotOf } from '../../../shared/programme/label.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { initialsOf } from '../archive/initials.ts'
import { judgeSigner } from '../bundle/known-signers.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import type { ReviewDesk } from './review-desk.ts'
import type { Submitted } from './submission-content.ts'
import type { SubmissionRow } from './submission-rows.ts'

const trackTitle = ({ pack }: Submitted, track: string | null): string =>
  (pack && trackOf(pack, track)?.title) ?? track ?? ''

/** A bundle that has been verified, and what may be read of it: null where it is broken. */
export type Verified = {
  readonly shown: string
  readonly sha256: string
  readonly size: number
  readonly report: VerifyReport
  readonly submitted: Submitted | null
  /** Its files, where it came in volumes. */
  readonly volumes: readonly ReviewVolume[]
}

function rowOf(desk: ReviewDesk, verified: Verified): SubmissionRow {
  const { shown, sha256, size, report, submitted } = verified
  const { about, signer } = report
  const track = about?.track ?? null
  const enterprise = about?.enterprise ?? ''
  const title = about?.title ?? ''
  return {
    seq: 0,
    sha256,
    name: shown,
    size,
    received_at: desk.clock().toISOString(),
    ok: submitted ? 1 : 0,
    report: JSON.stringify({ ...report, path: shown }),
    bundle_id: about?.bundleId ?? '',
    tag_manifest: report.tagManifestSha256,
    application: about?.application ?? '',
    revision: about?.revision ?? 0,
    programme: about?.programme ?? '',
    edition: about?.edition ?? '',
    track,
    title,
    track_title: submitted ? trackTitle(submitted, track) : '',
    enterprise,
    credit_code: about?.creditCode ?? '',
    exported_at: about?.exportedAt ?? '',
    previous: about?.previous?.bundleId ?? null,
    fingerprint: signer?.fingerprint ?? '',
    pack_hash: about?.packHash ?? '',
    sample: submitted?.sample ? 1 : 0,
    initials: initialsOf(`${enterprise} ${title}`),
    removed_at: null,
  }
}

function savePapers({ db }: ReviewDesk, seq: number, { materials, pack }: Submitted): void {
  for (const paper of materials) {
    const { path, slot, sha256, name, kind, media, size } = paper
    const slot_title = (pack && slotOf(pack, slot)?.title) ?? slot
    const invoice = kind === 'invoice' ? invoiceOf(paper) : null
    const row = { submission: seq, path, slot, slot_title, sha256, name, kind, media, size }
    save(db, 'paper', { ...row, invoice })
  }
}

/** A row with its papers and files, and the log's line, or none of them. */
export function keepSubmission(desk: ReviewDesk, verified: Verified): void {
  const { db } = desk
  const row = rowOf(desk, verified)
  const { submitted, volumes } = verified
  db.transaction(() => {
    const { sha256, bundle_id: bundle, ok } = row
    const seq = append(db, desk.clock(), 'review.takeIn', sha256, { bundle, ok })
    save(db, 'submission', { ...row, seq })
    for (const volume of volumes) save(db, 'volume', { submission: seq, ...volume })
    if (submitted) savePapers(desk, seq, submitted)
  })()
}

export type Outcome = TakeInResult['outcome']

/** What to say of a good bundle that has just been listed; who signed it is remembered. */
export function outcomeFor(desk: ReviewDesk, report: VerifyReport): Outcome {
  const trust = judgeSigner(desk.config, report, desk.clock())
  return trust?.state === 'changed' ? 'changed' : 'taken'
}
