/**
 * Takes in a bundle that comes in volumes: when every volume is there, whole, of the same set, signed
 * by the same hand and telling the same. What is missing or foreign is named, and nothing is kept.
 */
import { rm } from 'node:fs/promises'
import { Fault, type FaultCode } from '../../../shared/fault.ts'
import type { VerifyReport, VolumeOf, VolumeVerdict } from '../../../shared/model/bundle.ts'
import type { TakeInResult } from '../../../shared/model/review.ts'
import { canonicalJson, jsonOf } from '../bundle/application-file.ts'
import { wholeEntry, withEntries } from '../bundle/archive-file.ts'
import { tagNames } from '../bundle/bag.ts'
import { strictText } from '../bundle/bag-check.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { neighbours, verdictIn } from '../bundle/volume-set.ts'
import { sha256 } from '../crypto.ts'
import type { Job } from '../house.ts'
import { blobPath } from '../vault/paths.ts'
import { putFile, type Stored } from '../vault/put.ts'
import { keepSubmission, outcomeFor } from './keep-submission.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { findSubmission, remove } from './submission-rows.ts'
import { setOf } from './volume-rows.ts'

/** A volume that was copied in and verified. */
export type Arrival = {
  /** Where it came from. */
  readonly path: string
  readonly shown: string
  readonly stored: Stored
  readonly report: VerifyReport
  readonly volume: VolumeOf
}

type VolumeSet = {
  readonly of: VolumeOf
  readonly fingerprint: string | undefined
  /** What reports call the set: its first file to arrive. */
  readonly shown: string
  readonly found: Map<number, Arrival>
}

/** The sets that are not complete yet. */
export type Sets = Map<string, VolumeSet>

/** Takes away a copy that no row refers to. */
async function drop({ db, dir }: ReviewDesk, { sha256 }: Stored): Promise<void> {
  if (!setOf(db, sha256)) await rm(blobPath(dir, sha256), { force: true })
}

/** Puts a volume with the others of its set; of two that are the same the first one counts. */
export async function waitForRest(desk: ReviewDesk, sets: Sets, arrived: Arrival): Promise<void> {
  const { volume: of, report, shown, stored } = arrived
  const fingerprint = report.signer?.fingerprint
  const key = `${of.set} ${fingerprint}`
  const set = sets.get(key) ?? { of, fingerprint, shown, found: new Map() }
  sets.set(key, set)
  const there = set.found.get(of.number)
  if (!there) set.found.set(of.number, arrived)
  else if (there.stored.sha256 !== stored.sha256) await drop(desk, stored)
}

/** Takes away the copies of a set that was not listed. */
export async function dropWaiting(desk: ReviewDesk, { found }: VolumeSet): Promise<void> {
  for (const { stored } of found.values()) await drop(desk, stored)
}

/**
 * Looks for what lacks beside what came. A neighbour is verified where it lies, and its copy taken
 * for verified because it has the same hash.
 */
async function lookBeside(desk: ReviewDesk, set: VolumeSet, job: Job): Promise<VolumeVerdict[]> {
  const { of, fingerprint, found } = set
  const beside = new Set([...found.values()].flatMap(({ path }) => neighbours(path, of)))
  const quiet = { signal: job.signal, progress: () => {} }
  const faulty = new Map<number, VolumeVerdict>()
  for (const path of beside) {
    if (found.size === of.roots.length) break
    const report = await verifyBundle(path, quiet)
    const verdict = verdictIn(of, report, fingerprint)
    if (!verdict || found.has(verdict.number)) continue
    if (verdict.state !== 'whole' || !report.volume) {
      faulty.set(verdict.number, verdict)
      continue
    }
    const stored = await putFile(desk.dir, path)
    if (stored.sha256 !== report.sha256) throw new Fault('file.busy', { name: path })
    const shown = `${verdict.root}.zip`
    found.set(verdict.number, { path, shown, stored, report, volume: report.volume })
  }
  return of.roots.flatMap((root, i) => {
    const number = i + 1
    if (found.has(number)) return []
    return faulty.get(number) ?? { number, root, state: 'missing', path: '', reasons: [] }
  })
}

const refusal = (code: FaultCode, root: string, { of }: VolumeSet): TakeInResult => ({
  from: `${root}.zip`,
  outcome: 'refused',
  fault: { code, data: { name: `${root}.zip`, count: of.roots.length } },
})

/** What a volume says of the application, but for its own name. */
const toldBy = (bundle: string): Promise<string> =>
  withEntries(bundle, async (entries) => {
    const text = strictText((await wholeEntry(entries, tagNames.application)) ?? undefined)
    return canonicalJson({ ...(jsonOf(text ?? '') as object), bundle: null })
  })

/** Volumes that tell another story than the first. */
async function differing(desk: ReviewDesk, volumes: readonly Arrival[]): Promise<Arrival[]> {
  const odd: Arrival[] = []
  let first: string | undefined
  // One after another, and only their hashes kept: a set may have many volumes.
  for (const volume of volumes) {
    const told = sha256(await toldBy(blobPath(desk.dir, volume.stored.sha256)))
    first ??= told
    if (told !== first) odd.push(volume)
  }
  return odd
}

/** Throws `review.notBundle` and what copying throws. */
export async function takeSet(
  desk: ReviewDesk,
  set: VolumeSet,
  job: Job,
): Promise<readonly TakeInResult[]> {
  const lacking = await lookBeside(desk, set, job)
  if (lacking.length > 0) {
    return lacking.map(({ state, root }) =>
      refusal(state === 'missing' ? 'review.volumeMissing' : 'review.volumeForeign', root, set),
    )
  }
  const volumes = [...set.found.values()].toSorted((a, b) => a.volume.number - b.volume.number)
  const odd = await differing(desk, volumes)
  if (odd.length > 0)
    return odd.map(({ report }) => refusal('review.volumeForeign', report.root, set))
  const [first] = volumes
  if (first?.report.about?.kind !== 'application') {
    throw new Fault('review.notBundle', { name: set.shown })
  }
  return [{ from: set.shown, outcome: await keepSet(desk, first, volumes) }]
}

async function keepSet(desk: ReviewDesk, first: Arrival, volumes: readonly Arrival[]) {
  const { stored, shown, report } = first
  const known = findSubmission(desk.db, stored.sha256)
  if (known) {
    remove(desk, { seq: known.seq, removed: false })
    return 'restored' as const
  }
  keepSubmission(desk, {
    sha256: stored.sha256,
    size: volumes.reduce((sum, each) => sum + each.stored.size, 0),
    shown,
    report,
    submitted: await readSubmitted(blobPath(desk.dir, stored.sha256)),
    volumes: volumes.map(({ volume, shown: name, stored: { sha256, size } }) => ({
      number: volume.number,
      name,
      sha256,
      size,
    })),
  })
  return outcomeFor(desk, report)
}
