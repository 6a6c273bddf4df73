/**
 * Takes bundles in: copied among the desk's files (a stick is taken away again), the copy verified,
 * and only then listed. What does not verify is listed with its reasons and its bytes are not kept,
 * so nothing of it can ever be read as good. Volumes wait until their set is complete.
 */
import { rm } from 'node:fs/promises'
import { Fault } from '../../../shared/fault.ts'
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type { TakeInResult } from '../../../shared/model/review.ts'
import { type Gathered, gather } from '../archive/gather.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { stopIfCancelled } from '../bundle/zip-write.ts'
import { faultOf } from '../fault-of.ts'
import type { Job } from '../house.ts'
import { blobPath } from '../vault/paths.ts'
import { putFile, type Stored } from '../vault/put.ts'
import { keepSubmission, type Outcome, outcomeFor } from './keep-submission.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { findSubmission, remove } from './submission-rows.ts'
import { dropWaiting, type Sets, takeSet, waitForRest } from './take-set.ts'
import { setOf } from './volume-rows.ts'

/** A folder or stick holds other things too: there only archives are looked at. */
async function bundlesIn(paths: readonly string[]): Promise<Gathered[]> {
  const picked = new Set(paths)
  const found = await gather(paths)
  return found.filter(
    ({ path, not }) => picked.has(path) || (not === undefined && /\.zip$/i.test(path)),
  )
}

/** A bundle that lies or lay on the desk; null for a new one. */
async function takeAgain(desk: ReviewDesk, { sha256 }: Stored): Promise<Outcome | null> {
  const set = setOf(desk.db, sha256)
  // A removed set comes back as a whole, not by one of its volumes.
  if (set) return set.removed ? null : 'same'
  const known = findSubmission(desk.db, sha256)
  if (!known) return null
  if (known.removed_at) remove(desk, { seq: known.seq, removed: false })
  if (known.ok === 0) await rm(blobPath(desk.dir, sha256), { force: true })
  return known.removed_at ? 'restored' : 'same'
}

async function takeNew(
  desk: ReviewDesk,
  stored: Stored,
  shown: string,
  report: VerifyReport,
): Promise<Outcome> {
  const copy = blobPath(desk.dir, stored.sha256)
  if (report.ok && report.about?.kind !== 'application') {
    await rm(copy, { force: true })
    throw new Fault('review.notBundle', { name: shown })
  }
  const submitted = report.ok ? await readSubmitted(copy) : null
  keepSubmission(desk, { ...stored, shown, report, submitted, volumes: [] })
  if (submitted) return outcomeFor(desk, report)
  await rm(copy, { force: true })
  return 'broken'
}

/** Null for a volume: what becomes of it is known with its set. */
async function takeOne(
  desk: ReviewDesk,
  { path, shown }: Gathered,
  sets: Sets,
  job: Job,
): Promise<Outcome | null> {
  const stored = await putFile(desk.dir, path)
  const again = await takeAgain(desk, stored)
  if (again) return again
  const quiet = { signal: job.signal, progress: () => {} }
  const report = await verifyBundle(blobPath(desk.dir, stored.sha256), quiet)
  if (!report.ok || !report.volume) return takeNew(desk, stored, shown, report)
  await waitForRest(desk, sets, { path, shown, stored, report, volume: report.volume })
  return null
}

/** What `work` comes to; a refusal is an answer, so that it hinders no other bundle. */
async function tried(
  from: string,
  work: () => Promise<readonly TakeInResult[]>,
): Promise<readonly TakeInResult[]> {
  try {
    return await work()
  } catch (error) {
    const fault = faultOf(error)
    if (!fault || fault.code === 'job.cancelled') throw error
    const { code, data } = fault
    return [{ from, outcome: 'refused', fault: { code, data } }]
  }
}

/**
 * One after another; one bundle's failure does not hinder the others. Of a bundle in volumes one
 * file is enough where the others lie beside it. Throws `job.cancelled`; what was taken in before
 * stays.
 */
export async function takeIn(
  desk: ReviewDesk,
  paths: readonly string[],
  job: Job,
): Promise<{ readonly results: readonly TakeInResult[] }> {
  const found = await bundlesIn(paths)
  const sets: Sets = new Map()
  const results: TakeInResult[] = []
  try {
    for (const [done, each] of found.entries()) {
      stopIfCancelled(job)
      const from = each.shown
      job.progress({ done, total: found.length, unit: 'files', item: from })
      const told = await tried(from, async () => {
        const outcome = await takeOne(desk, each, sets, job)
        return outcome ? [{ from, outcome }] : []
      })
      results.push(...told)
    }
    for (const set of sets.values()) {
      stopIfCancelled(job)
      results.push(...(await tried(set.shown, () => takeSet(desk, set, job))))
    }
  } finally {
    for (const set of sets.values()) await dropWaiting(desk, set)
  }
  return { results }
}
