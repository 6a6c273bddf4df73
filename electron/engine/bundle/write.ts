/** Writes a bundle: an archive that is proven by the verifier that everybody else uses. */
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { Receipt, VerifyReport } from '../../../shared/model/bundle.ts'
import type { Job } from '../house.ts'
import type { BundleSpec } from './seal-bag.ts'
import { verifyBundle } from './verify.ts'
import { writeArchive } from './write-archive.ts'

/** What the receipt records of the bundle itself, and the verdict on it. */
export type WrittenBundle = Omit<
  Receipt,
  'seq' | 'application' | 'revision' | 'at' | 'blocking' | 'reason' | 'volumes'
> & { readonly report: VerifyReport }

async function proven(spec: BundleSpec, part: string, job: Job): Promise<VerifyReport> {
  const report = await verifyBundle(part, job)
  const same = report.tagManifestSha256 === spec.tagManifestSha256
  if (!report.ok || !same || report.signer?.fingerprint !== spec.fingerprint) {
    const reasons = [...new Set(report.reasons.map(({ code }) => code))]
    throw new Fault('export.unverified', { reasons: reasons.join(' ') || 'signature.digest' })
  }
  return report
}

/**
 * Writes the bundle to `to` and returns only when what lies there has been read back and verified.
 * Throws what `writeArchive` throws, and `export.unverified`.
 */
export async function writeBundle(spec: BundleSpec, to: string, job: Job): Promise<WrittenBundle> {
  const report = await writeArchive(spec, to, job, (part, each) => proven(spec, part, each))
  return {
    path: to,
    name: basename(to),
    size: report.size,
    sha256: report.sha256,
    bundleId: spec.bundleId,
    tagManifestSha256: spec.tagManifestSha256,
    fingerprint: spec.fingerprint,
    files: report.files,
    report: { ...report, path: to },
  }
}
