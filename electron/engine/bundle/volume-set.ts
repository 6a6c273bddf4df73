/** Which files make up a set of volumes, and what one of them is worth to it. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { VerifyReport, VolumeOf, VolumeVerdict } from '../../../shared/model/bundle.ts'

/** Files beside `path` that bear the names of the set's other volumes. */
export const neighbours = (path: string, { roots, number }: VolumeOf): string[] =>
  roots
    .filter((_, i) => i !== number - 1)
    .map((root) => join(dirname(path), `${root}.zip`))
    .filter((file) => existsSync(file))

/** Verified, of the very set, and signed by the same hand. */
export const belongs = (
  report: VerifyReport,
  { set }: VolumeOf,
  fingerprint: string | undefined,
): boolean => report.ok && report.volume?.set === set && report.signer?.fingerprint === fingerprint

/** What a file counts as in a set; null where it does not even name itself as one of its volumes. */
export function verdictIn(
  set: VolumeOf,
  report: VerifyReport,
  fingerprint: string | undefined,
): VolumeVerdict | null {
  const { root, path, reasons } = report
  const number = set.roots.indexOf(root) + 1
  if (number === 0) return null
  if (belongs(report, set, fingerprint)) return { number, root, state: 'whole', path, reasons }
  const foreign = [{ code: 'volume.foreign', place: root, detail: '' }] as const
  return { number, root, state: 'faulty', path, reasons: report.ok ? foreign : reasons }
}
