/**
 * Reads documents in a thread that can be killed: whatever a file does to its reader, the engine
 * lives, and the answer is a named reason. It never reads a document in the engine's own thread.
 */
import type { Extraction, TroubleCode } from '../../../shared/model/extraction.ts'
import type { Job } from '../house.ts'
import { factsOf } from './facts.ts'
import type { About } from './read.ts'
import { emptyDocument } from './read-document.ts'
import { isFailed, openReadingThread, type ReadingLimits, readingLimits } from './reading-thread.ts'

export type Extractor = {
  /**
   * Reads one document; calls queue up. Never rejects for what a document contains. Throws Fault
   * `job.cancelled` when the signal aborts.
   */
  readonly extract: (path: string, about: About, signal: AbortSignal) => Promise<Extraction>
  readonly close: () => Promise<void>
}

const failed = (name: string, code: TroubleCode): Extraction =>
  factsOf({ ...emptyDocument(name), trouble: { code, data: {} } })

/** A reader of documents; close it when the batch is done. */
export function openExtractor(limits: ReadingLimits = readingLimits): Extractor {
  const thread = openReadingThread(limits)
  return {
    extract: async (path, about, signal) => {
      const answer = await thread.ask({ do: 'facts', path, about }, signal)
      return isFailed(answer) ? failed(about.name, answer.failed) : (answer as Extraction)
    },
    close: thread.close,
  }
}

/** Reads one document in a thread of its own. */
export async function extract(path: string, about: About, job: Job): Promise<Extraction> {
  const extractor = openExtractor()
  try {
    return await extractor.extract(path, about, job.signal)
  } finally {
    await extractor.close()
  }
}
