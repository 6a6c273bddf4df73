/**
 * Takes bundles in: copied among the desk's files (a stick is taken away again), the copy verified,
 * and only then listed. What does not verify is listed with its reasons and its bytes are not kept,
 * so nothing of it can ever be read as good.
 */
import { rm } from 'node:fs/promises'
import { Fault } from '../../../shared/fault.ts'
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type { TakeInResult } from '../../../shared/model/review.ts'
import { invoiceOf } from '../../../shared/programme/invoice.ts'
import { slotOf } from '../../../shared/programme/label.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { type Gathered, gather } from '../archive/gather.ts'
import { initialsOf } from '../archive/initials.ts'
import { judgeSigner } from '../bundle/known-signers.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { stopIfCancelled } from '../bundle/zip-write.ts'
import { faultOf } from '../fault-of.ts'
import type { Job } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { blobPath } from '../vault/paths.ts'
import { putFile, type Stored } from '../vault/put.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted, type Submitted } from './submission-content.ts'
import { findSubmission, remove, type SubmissionRow } from './submission-rows.ts'

/** A folder or stick holds other things too: there only archives are looked at. */
async function bundlesIn(paths: readonly string[]): Promise<Gathered[]> {
  const picked = new Set(paths)
  const found = await gather(paths)
  return found.filter(({ path }) => picked.has(path) || /\.zip$/i.test(path))
}

const trackTitle = ({ pack }: Submitted, track: string | null): string =>
  (pack && trackOf(pack, track)?.title) ?? track ?? ''

type Verified = { readonly report: VerifyReport; readonly submitted: Submitted | null }

function rowOf(desk: ReviewDesk, stored: Stored, shown: string, verified: Verified): SubmissionRow {
  const { report, submitted } = verified
  const { about, signer } = report
  const track = about?.track ?? null
  const enterprise = about?.enterprise ?? ''
  const title = about?.title ?? ''
  return {
    seq: 0,
    sha256: stored.sha256,
    name: shown,
    size: stored.size,
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

/** A row and its papers, and the log's line, or none of them. */
function keep(desk: ReviewDesk, row: SubmissionRow, submitted: Submitted | null): void {
  const { db } = desk
  db.transaction(() => {
    const { sha256, bundle_id: bundle, ok } = row
    const seq = append(db, desk.clock(), 'review.takeIn', sha256, { bundle, ok })
    save(db, 'submission', { ...row, seq })
    if (submitted) savePapers(desk, seq, submitted)
  })()
}

async function takeOne(desk: ReviewDesk, { path, shown }: Gathered, job: Job) {
  const stored = await putFile(desk.dir, path)
  const known = findSubmission(desk.db, stored.sha256)
  if (known?.removed_at) remove(desk, { seq: known.seq, removed: false })
  if (known) {
    if (known.ok === 0) await rm(blobPath(desk.dir, stored.sha256), { force: true })
    return known.removed_at ? 'restored' : 'same'
  }
  const copy = blobPath(desk.dir, stored.sha256)
  const quiet = { signal: job.signal, progress: () => {} }
  const report = await verifyBundle(copy, quiet)
  if (report.ok && report.about?.kind !== 'application') {
    await rm(copy, { force: true })
    throw new Fault('review.notBundle', { name: shown })
  }
  if (report.ok && report.volume) {
    await rm(copy, { force: true })
    throw new Fault('review.volume', { name: shown })
  }
  const submitted = report.ok ? await readSubmitted(copy) : null
  keep(desk, rowOf(desk, stored, shown, { report, submitted }), submitted)
  if (!submitted) {
    await rm(copy, { force: true })
    return 'broken'
  }
  const trust = judgeSigner(desk.config, report, desk.clock())
  return trust?.state === 'changed' ? 'changed' : 'taken'
}

/**
 * One after another; one bundle's failure does not hinder the others. Throws `job.cancelled`; what
 * was taken in before stays.
 */
export async function takeIn(
  desk: ReviewDesk,
  paths: readonly string[],
  job: Job,
): Promise<{ readonly results: readonly TakeInResult[] }> {
  const found = await bundlesIn(paths)
  const results: TakeInResult[] = []
  for (const [done, each] of found.entries()) {
    stopIfCancelled(job)
    job.progress({ done, total: found.length, unit: 'files', item: each.shown })
    try {
      results.push({ from: each.shown, outcome: await takeOne(desk, each, job) })
    } catch (error) {
      const fault = faultOf(error)
      if (!fault || fault.code === 'job.cancelled') throw error
      const { code, data } = fault
      results.push({ from: each.shown, outcome: 'refused', fault: { code, data } })
    }
  }
  return { results }
}
