/**
 * Reads an opinion file: copied aside first, the copy verified and then read, so that what is read
 * is what was verified even while the stick is being written to.
 */
import { copyFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type { Opinion } from '../../../shared/model/review.ts'
import { wholeEntry, withEntries } from '../bundle/archive-file.ts'
import { tagNames } from '../bundle/bag.ts'
import { strictText } from '../bundle/bag-check.ts'
import { readOpinion } from '../bundle/opinion-file.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { randomHex } from '../crypto.ts'
import type { House, Job } from '../house.ts'
import { tmpDir } from '../vault/paths.ts'

/** An opinion is a page or two; what is larger is something else. */
const largest = 256 * 1024 * 1024

export type ReadOpinion = {
  readonly opinion: Opinion
  readonly signer: NonNullable<VerifyReport['signer']>
  readonly about: VerifyReport['about']
  /** The file that was read. */
  readonly file: { readonly name: string; readonly sha256: string }
}

async function readVerified(copy: string, name: string, job: Job): Promise<ReadOpinion> {
  const report = await verifyBundle(copy, job)
  if (report.ok && report.about?.kind === 'application') {
    throw new Fault('opinion.isBundle', { name })
  }
  const text = report.ok
    ? await withEntries(copy, async (entries) =>
        strictText((await wholeEntry(entries, tagNames.opinion)) ?? undefined),
      )
    : null
  const opinion = text === null ? null : readOpinion(text)
  if (!opinion || !report.signer) {
    const reasons = [...new Set(report.reasons.map(({ code }) => code))].join(' ')
    throw new Fault('opinion.unverified', { name, reasons })
  }
  const { signer, about, sha256 } = report
  return { opinion, signer, about, file: { name, sha256 } }
}

/** Throws `opinion.unverified`, `opinion.isBundle`, `file.*`. */
export async function openOpinion(house: House, path: string, job: Job): Promise<ReadOpinion> {
  const name = basename(path)
  const info = await stat(path).catch((cause) => {
    throw new Fault('file.missing', { name }, { cause })
  })
  if (!info.isFile()) throw new Fault('file.notRegular', { name })
  if (info.size > largest) throw new Fault('opinion.unverified', { name, reasons: 'zip.structure' })
  const copy = join(tmpDir(house.dir), randomHex(16))
  try {
    await copyFile(path, copy)
    return await readVerified(copy, name, job)
  } finally {
    await rm(copy, { force: true })
  }
}
