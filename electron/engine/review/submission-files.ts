/**
 * Single files out of a verified bundle, into the desk's own files under their hash, where the page
 * can show them. Nothing is handed out that is not, byte for byte, what the bundle's lists promise.
 */
import { open, readFile, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { MaterialPreview } from '../../../shared/model/preview.ts'
import { withEntries } from '../bundle/archive-file.ts'
import { randomHex } from '../crypto.ts'
import { previewFile } from '../extract/preview-thread.ts'
import type { Job } from '../house.ts'
import { blobPath, tmpDir } from '../vault/paths.ts'
import { putFile, type Stored } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { goodSubmission } from './submission-rows.ts'
import { volumesOn } from './volume-rows.ts'

/** What the bundle's signed lists say of a path; undefined for what they do not show. */
async function promised(bundle: string, path: string) {
  const { form, materials } = await readSubmitted(bundle)
  return [...(form ? [form] : []), ...materials].find((each) => each.path === path)
}

async function copyEntry(bundle: string, path: string, part: string): Promise<void> {
  const target = await open(part, 'wx', 0o600)
  try {
    await withEntries(bundle, async (entries) => {
      for await (const piece of entries.pieces(path)) await target.writeFile(piece)
    })
  } finally {
    await target.close()
  }
}

/** Throws `review.unknown`, `review.broken`, `review.noPaper`. */
export async function extractFile(desk: ReviewDesk, seq: number, path: string): Promise<Stored> {
  const { sha256 } = goodSubmission(desk.db, seq)
  const wanted = await promised(blobPath(desk.dir, sha256), path)
  if (!wanted) throw new Fault('review.noPaper')
  const holder = volumesOn(desk.db, seq).find(({ number }) => number === wanted.volume)
  const bundle = blobPath(desk.dir, holder?.sha256 ?? sha256)
  // What kind of file it is shows in its ending too.
  const part = join(tmpDir(desk.dir), `${randomHex(16)}${extname(path)}`)
  try {
    await copyEntry(bundle, path, part)
    const stored = await putFile(desk.dir, part)
    if (stored.sha256 !== wanted.sha256) throw new Fault('review.noPaper')
    return stored
  } finally {
    await rm(part, { force: true })
  }
}

/** A page of one file of the bundle. Throws what `extractFile` throws, and `job.cancelled`. */
export async function previewPaper(
  desk: ReviewDesk,
  { seq, path, page }: Parsed<'review.preview'>,
  job: Job,
): Promise<MaterialPreview> {
  const { sha256, media, size } = await extractFile(desk, seq, path)
  const about = { name: basename(path), media, size }
  return previewFile(desk, { path: blobPath(desk.dir, sha256), about, page }, job.signal)
}

/** Writes one file of the bundle to `to`. Throws what `extractFile` throws, and `target.*`. */
export async function saveFile(
  desk: ReviewDesk,
  { seq, path, to }: { readonly seq: number; readonly path: string; readonly to: string },
): Promise<{ readonly bytes: number }> {
  const { sha256, size } = await extractFile(desk, seq, path)
  writeOut(to, await readFile(blobPath(desk.dir, sha256)))
  return { bytes: size }
}
