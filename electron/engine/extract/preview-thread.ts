/**
 * Shows a page of a stored file in a thread of its own. The thread stays for a while, because the
 * next page is asked for soon; it belongs to one owner and is never the one that reads an import.
 */
import { type MaterialPreview, nothingToShow } from '../../../shared/model/preview.ts'
import type { About } from './read.ts'
import { isFailed, openReadingThread, type ReadingThread } from './reading-thread.ts'

/** How long a thread waits for the next page, in ms. */
const patience = 30_000

type Kept = { readonly thread: ReadingThread; end: NodeJS.Timeout }
const kept = new WeakMap<object, Kept>()

function threadOf(owner: object): ReadingThread {
  const held = kept.get(owner)
  if (held) clearTimeout(held.end)
  const thread = held?.thread ?? openReadingThread()
  const end = setTimeout(() => {
    kept.delete(owner)
    void thread.close()
  }, patience)
  kept.set(owner, { thread, end: end.unref() })
  return thread
}

type Wanted = { readonly path: string; readonly about: About; readonly page: number }

/** `owner` is the vault or desk that the file is of. Throws `job.cancelled`. */
export async function previewFile(
  owner: object,
  { path, about, page }: Wanted,
  signal: AbortSignal,
): Promise<MaterialPreview> {
  const answer = await threadOf(owner).ask({ do: 'preview', path, about, page }, signal)
  return isFailed(answer)
    ? nothingToShow({ code: answer.failed, data: {} })
    : (answer as MaterialPreview)
}
