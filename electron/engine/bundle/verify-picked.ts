/**
 * The verdict on a bundle that somebody picked: itself, the other volumes of its set, and what this
 * computer knows of the signer. One volume alone is never enough.
 */
import { resolve } from 'node:path'
import type {
  Verification,
  VerifyReport,
  VolumeOf,
  VolumeVerdict,
} from '../../../shared/model/bundle.ts'
import type { Job } from '../house.ts'
import { judgeSigner, signerJudge } from './known-signers.ts'
import { verifyBundle } from './verify.ts'
import { neighbours, verdictIn } from './volume-set.ts'

type Reasons = VerifyReport['reasons']

/** Files that may be the other volumes: those picked along, then the neighbours by their names. */
const candidates = (path: string, set: VolumeOf, others: readonly string[]): string[] =>
  [...new Set([...others.map((each) => resolve(each)), ...neighbours(path, set)])].filter(
    (file) => file !== resolve(path),
  )

/**
 * Verifies the other volumes one after another. A file is taken for a volume when it says so itself,
 * or when it bears the name of one: what lies there instead must not pass for missing.
 */
async function volumesOf(
  picked: VerifyReport,
  set: VolumeOf,
  others: readonly string[],
  job: Job,
): Promise<VolumeVerdict[]> {
  const found = new Map<number, VolumeVerdict>()
  const take = (report: VerifyReport): void => {
    const verdict = verdictIn(set, report, picked.signer?.fingerprint)
    if (verdict && found.get(verdict.number)?.state !== 'whole') found.set(verdict.number, verdict)
  }
  take(picked)
  for (const path of candidates(picked.path, set, others)) take(await verifyBundle(path, job))
  return set.roots.map(
    (root, i) =>
      found.get(i + 1) ?? { number: i + 1, root, state: 'missing', path: '', reasons: [] },
  )
}

const setReasons = (volumes: readonly VolumeVerdict[], own: number | undefined): Reasons =>
  volumes
    .filter(({ state, number }) => state !== 'whole' && number !== own)
    .map(({ root, state, reasons }) => ({
      code: state === 'missing' ? 'volume.missing' : 'volume.foreign',
      place: root,
      detail: reasons[0]?.code ?? '',
    }))

type TrustOf = (report: VerifyReport) => Verification['trust']

async function verdictOn(
  path: string,
  others: readonly string[],
  trustOf: TrustOf,
  at: Date,
  job: Job,
): Promise<Verification> {
  const report = await verifyBundle(path, job)
  const { volume } = report
  const volumes = report.ok && volume ? await volumesOf(report, volume, others, job) : []
  const trust = report.ok ? trustOf(report) : null
  const changed: Reasons =
    trust?.state === 'changed'
      ? [{ code: 'signer.changed', place: '', detail: report.signer?.fingerprint ?? '' }]
      : []
  const reasons = [...report.reasons, ...setReasons(volumes, volume?.number), ...changed]
  const ok = reasons.length === 0 && report.ok
  return { ...report, ok, reasons, trust, volumes, at: at.toISOString() }
}

/**
 * `others` are files picked along with it; `config` is where this computer keeps the signers that it
 * knows. A new signer is remembered. Throws what `verifyBundle` throws.
 */
export const verifyPicked = (
  path: string,
  others: readonly string[],
  config: string,
  now: Date,
  job: Job,
): Promise<Verification> =>
  verdictOn(path, others, (report) => judgeSigner(config, report, now), now, job)

/** Once more what was verified at `at`, as it was judged then; nobody is remembered. */
export const verifyAgain = (
  path: string,
  others: readonly string[],
  config: string,
  at: Date,
  job: Job,
): Promise<Verification> =>
  verdictOn(path, others, (report) => signerJudge(config)(report, at), at, job)
