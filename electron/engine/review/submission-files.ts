/**
 * Single files out of a verified bundle, into the desk's own files under their hash, where the page
 * can show them. Nothing is handed out that is not, byte for byte, what the bundle's lists promise.
 */
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { withEntries } from '../bundle/archive-file.ts'
import { randomHex } from '../crypto.ts'
import { blobPath, tmpDir } from '../vault/paths.ts'
import { putFile, type Stored } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { goodSubmission } from './submission-rows.ts'

/** The hash under which the bundle's signed lists know a path; null for what they do not show. */
async function promised(bundle: string, path: string): Promise<string | null> {
  const { form, materials } = await readSubmitted(bundle)
  const known = [...(form ? [form] : []), ...materials]
  return known.find((each) => each.path === path)?.sha256 ?? null
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
  const bundle = blobPath(desk.dir, goodSubmission(desk.db, seq).sha256)
  const wanted = await promised(bundle, path)
  if (wanted === null) throw new Fault('review.noPaper')
  const part = join(tmpDir(desk.dir), randomHex(16))
  try {
    await copyEntry(bundle, path, part)
    const stored = await putFile(desk.dir, part)
    if (stored.sha256 !== wanted) throw new Fault('review.noPaper')
    return stored
  } finally {
    await rm(part, { force: true })
  }
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
