/**
 * Shows a page of a stored file. The thread that reads it stays for a while, because the next page is
 * asked for soon; it is the archive's own and never the one that reads an import.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { type MaterialPreview, nothingToShow } from '../../../shared/model/preview.ts'
import { isFailed, openReadingThread, type ReadingThread } from '../extract/reading-thread.ts'
import type { House, Job } from '../house.ts'
import { blobPath } from '../vault/paths.ts'
import { rowOf } from './material-rows.ts'

/** How long a thread waits for the next page, in ms. */
const patience = 30_000

type Kept = { readonly thread: ReadingThread; end: NodeJS.Timeout }
const kept = new WeakMap<House, Kept>()

function threadOf(house: House): ReadingThread {
  const held = kept.get(house)
  if (held) clearTimeout(held.end)
  const thread = held?.thread ?? openReadingThread()
  const end = setTimeout(() => {
    kept.delete(house)
    void thread.close()
  }, patience)
  kept.set(house, { thread, end: end.unref() })
  return thread
}

/** Throws `material.unknown`, `job.cancelled`. */
export async function previewMaterial(
  house: House,
  { sha256, page }: Parsed<'material.preview'>,
  job: Job,
): Promise<MaterialPreview> {
  const { name, media, size } = rowOf(house.db, sha256)
  const about = { name, media, size }
  const path = blobPath(house.dir, sha256)
  const answer = await threadOf(house).ask({ do: 'preview', path, about, page }, job.signal)
  return isFailed(answer)
    ? nothingToShow({ code: answer.failed, data: {} })
    : (answer as MaterialPreview)
}
