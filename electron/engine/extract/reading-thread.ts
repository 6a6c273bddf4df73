/**
 * The thread that documents are read in, and its end: it is killed when it takes too long, too much
 * memory, or when nobody waits any more. It knows nothing of what is asked of it.
 */
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../shared/fault.ts'
import type { TroubleCode } from '../../../shared/model/extraction.ts'
import { collector } from './collector.ts'
import { extractPlaces } from './places.ts'
import type { Answer, Order } from './worker.ts'

export type ReadingLimits = {
  /** How long one document may take, in ms, once the thread stands ready. */
  readonly time: number
  /** The thread's heap in MiB. */
  readonly heap: number
  /**
   * How many MiB the whole process may take meanwhile, and by how many it may grow in any case, where
   * it was large already. What lies outside the heap has a bound of its own (`allowance.ts`); this
   * one is for what escapes both, and is seen only after it was taken.
   */
  readonly process: number
  readonly growth: number
  /** Documents after which a thread is replaced, so that nothing piles up in it. */
  readonly documents: number
}

export const readingLimits: ReadingLimits = {
  time: 7000,
  heap: 64,
  process: 278,
  growth: 150,
  documents: 300,
}

/** How long a thread may take to come up, and how often its memory is looked at, in ms. */
const startTime = 60_000
const watchEvery = 8

const mebibytes = () => process.memoryUsage.rss() / (1024 * 1024)

/** What became of a thread instead of an answer. */
export type Failed = { readonly failed: TroubleCode }

export const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'failed' in answer

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

function startWorker({ heap }: ReadingLimits): Worker {
  const places = extractPlaces()
  const worker = new Worker(places.entry, {
    workerData: places,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 8 },
    // What libraries have to say to a terminal belongs to nobody.
    stdout: true,
    stderr: true,
  })
  // A late error of a thread that is being killed has nobody waiting for it.
  worker.on('error', () => {})
  worker.unref()
  return worker
}

export type ReadingThread = {
  /**
   * Does one order; orders queue up. Never rejects for what a document contains. Throws Fault
   * `job.cancelled` when the signal aborts.
   */
  readonly ask: (order: Order, signal: AbortSignal) => Promise<unknown | Failed>
  readonly close: () => Promise<void>
}

/** A thread for reading documents; close it when the batch is done. It starts with the first order. */
export function openReadingThread(limits: ReadingLimits = readingLimits): ReadingThread {
  let thread: { readonly worker: Worker; readonly before: number; used: number } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const stop = async () => {
    const held = thread
    thread = null
    await held?.worker.terminate()
  }
  const ready = async (): Promise<NonNullable<typeof thread> | Failed> => {
    if (thread && thread.used >= limits.documents) await stop()
    if (!thread) {
      // What an import held while it stored is gone before the reading takes its own.
      collector()()
      const worker = startWorker(limits)
      const answer = await nextFrom(worker, { time: startTime, memory: Number.POSITIVE_INFINITY })
      if (isFailed(answer)) {
        await worker.terminate()
        return answer
      }
      thread = { worker, before: mebibytes(), used: 0 }
    }
    thread.used += 1
    return thread
  }
  const perform = async (order: Order, signal: AbortSignal): Promise<unknown | Failed> => {
    if (signal.aborted) throw new Fault('job.cancelled')
    const standing = await ready()
    if ('failed' in standing) return standing
    const { worker, before } = standing
    const memory = Math.max(limits.process, before + limits.growth)
    worker.postMessage(order)
    try {
      const answer = await nextFrom(worker, { time: limits.time, memory }, signal)
      if (isFailed(answer)) {
        await stop()
        return answer
      }
      const { said, worn } = answer as Answer
      if (worn) await stop()
      return said
    } catch (error) {
      await stop()
      throw error
    }
  }
  return {
    ask: (order, signal) => {
      const turn = queue.then(() => perform(order, signal))
      queue = turn.catch(() => {})
      return turn
    },
    close: stop,
  }
}
