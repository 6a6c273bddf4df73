/**
 * Reads documents in a thread that can be killed: whatever a file does to its reader, the engine
 * lives, and the answer is a named reason. It never reads a document in the engine's own thread.
 */
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../shared/fault.ts'
import type { Extraction, TroubleCode } from '../../../shared/model/extraction.ts'
import type { Job } from '../house.ts'
import { factsOf } from './facts.ts'
import { extractPlaces } from './places.ts'
import type { About } from './read.ts'
import { emptyDocument } from './read-document.ts'
import type { Order } from './worker.ts'

export type ExtractLimits = {
  /** How long one document may take, in ms, once the thread stands ready. */
  readonly time: number
  /** The thread's heap in MiB. */
  readonly heap: number
  /** By how many MiB the whole process may grow meanwhile: pixels and buffers lie outside the heap. */
  readonly growth: number
  /** Documents after which a thread is replaced, so that nothing piles up in it. */
  readonly documents: number
}

export const extractLimits: ExtractLimits = {
  time: 10_000,
  heap: 256,
  growth: 160,
  documents: 300,
}

/** How long a thread may take to come up, and how often its memory is looked at, in ms. */
const startTime = 60_000
const watchEvery = 40

const mebibytes = () => process.memoryUsage.rss() / (1024 * 1024)

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

type Failed = { readonly failed: TroubleCode }

const troubleOf = (error: unknown): Failed => ({
  failed: (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash',
})

type Bounds = { readonly time: number; readonly memory: number }

/** The thread's next message, or what became of it instead. `memory` is the process's, in MiB. */
function nextFrom(
  worker: Worker,
  { time, memory }: Bounds,
  signal?: AbortSignal,
): Promise<unknown | Failed> {
  return new Promise((resolve, reject) => {
    const fail = (failed: TroubleCode) => settle(() => resolve({ failed }))
    const timer = setTimeout(() => fail('time'), time)
    const watch = setInterval(() => mebibytes() > memory && fail('memory'), watchEvery)
    const onMessage = (message: unknown) => settle(() => resolve(message))
    const onError = (error: unknown) => settle(() => resolve(troubleOf(error)))
    const onExit = () => fail('crash')
    const onAbort = () => settle(() => reject(new Fault('job.cancelled')))
    const settle = (answer: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
      answer()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
  })
}

const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'failed' in answer

function startWorker({ heap }: ExtractLimits): Worker {
  const places = extractPlaces()
  const worker = new Worker(places.entry, {
    workerData: places,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 16 },
    // What libraries have to say to a terminal belongs to nobody.
    stdout: true,
    stderr: true,
  })
  // A late error of a thread that is being killed has nobody waiting for it.
  worker.on('error', () => {})
  worker.unref()
  return worker
}

/** A reader of documents; close it when the batch is done. */
export function openExtractor(limits: ExtractLimits = extractLimits): Extractor {
  let thread: { readonly worker: Worker; used: number } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const stop = async () => {
    const held = thread
    thread = null
    await held?.worker.terminate()
  }
  const ready = async (): Promise<Worker | Failed> => {
    if (thread && thread.used >= limits.documents) await stop()
    if (!thread) {
      const worker = startWorker(limits)
      const answer = await nextFrom(worker, { time: startTime, memory: Number.POSITIVE_INFINITY })
      if (isFailed(answer)) {
        await worker.terminate()
        return answer
      }
      thread = { worker, used: 0 }
    }
    thread.used += 1
    return thread.worker
  }
  const read = async (path: string, about: About, signal: AbortSignal): Promise<Extraction> => {
    if (signal.aborted) throw new Fault('job.cancelled')
    const worker = await ready()
    if ('failed' in worker) return failed(about.name, worker.failed)
    const memory = mebibytes() + limits.growth
    worker.postMessage({ path, about } satisfies Order)
    try {
      const answer = await nextFrom(worker, { time: limits.time, memory }, signal)
      if (!isFailed(answer)) return answer as Extraction
      await stop()
      return failed(about.name, answer.failed)
    } catch (error) {
      await stop()
      throw error
    }
  }
  return {
    extract: (path, about, signal) => {
      const turn = queue.then(() => read(path, about, signal))
      queue = turn.catch(() => {})
      return turn
    },
    close: stop,
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
