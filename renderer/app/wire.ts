/**
 * The page's end of the one wire: gives every request an id, brings answers and progress back to
 * whoever asked, and keeps the list of long calls for the top bar. Knows no call by name.
 */
import type { Input, Name, Output } from '../../shared/contract.ts'
import { engineMessage } from '../../shared/host.ts'
import type { Failure, Progress, Reply } from '../../shared/wire.ts'

/** A call that did not succeed. `failure` is what `fault-text.tsx` turns into words. */
export class CallError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'CallError'
    this.failure = failure
  }
}

/** A long call that is running now: it has reported progress at least once. */
export type Job = {
  readonly id: number
  readonly call: Name
  readonly progress: Progress
  /** Milliseconds of the page's clock at which it was asked, or its present stage began. */
  readonly startedAt: number
  readonly cancel: () => void
}

export type AskOptions = {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export type Wire = {
  /** Throws a CallError; a cancelled call throws `job.cancelled` once the engine has stopped. */
  ask<N extends Name>(name: N, input: Input<N>, options?: AskOptions): Promise<Output<N>>
  /** The same array until a job starts, moves or ends. */
  jobs(): readonly Job[]
  subscribe(listener: () => void): () => void
}

/** What the wire needs of a MessagePort. */
export type Port = {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
}

type Pending = {
  readonly call: Name
  startedAt: number
  stage: Progress['stage']
  readonly resolve: (value: unknown) => void
  readonly reject: (error: CallError) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** The port that the host hands over in the window message `engine`, once it comes. */
export function enginePort(target: Window): Promise<Port> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== target || event.data !== engineMessage || !port) return
      target.removeEventListener('message', listen)
      resolve(port)
    }
    target.addEventListener('message', listen)
  })
}

/** A wire over a port that may still be on its way: requests wait for it in order. */
export function wireOver(coming: Promise<Port>): Wire {
  const pending = new Map<number, Pending>()
  const listeners = new Set<() => void>()
  let jobs: readonly Job[] = []
  let last = 0

  const setJobs = (next: readonly Job[]) => {
    jobs = next
    for (const listener of listeners) listener()
  }
  const port = coming.then((found) => {
    found.onmessage = (event) => receive(event.data as Reply)
    return found
  })
  const cancel = (id: number) => port.then((to) => to.postMessage({ id, cancel: true }))

  function receive(reply: Reply) {
    const asked = pending.get(reply.id)
    if (!asked) return
    if ('progress' in reply) {
      asked.onProgress?.(reply.progress)
      const { id, progress } = reply
      // The next part of a job goes at a pace of its own.
      if (progress.stage !== asked.stage) {
        asked.stage = progress.stage
        asked.startedAt = Date.now()
      }
      const { call, startedAt } = asked
      const job = { id, call, progress, startedAt, cancel: () => void cancel(id) }
      const known = jobs.some((one) => one.id === id)
      setJobs(known ? jobs.map((one) => (one.id === id ? job : one)) : [...jobs, job])
      return
    }
    pending.delete(reply.id)
    if (jobs.some((one) => one.id === reply.id)) setJobs(jobs.filter((one) => one.id !== reply.id))
    if ('fault' in reply) asked.reject(new CallError(reply.fault))
    else asked.resolve(reply.value)
  }

  return {
    ask<N extends Name>(name: N, input: Input<N>, options: AskOptions = {}) {
      last += 1
      const id = last
      const answer = new Promise<unknown>((resolve, reject) => {
        const { onProgress } = options
        const startedAt = Date.now()
        pending.set(id, { call: name, startedAt, stage: undefined, resolve, reject, onProgress })
      })
      void port.then((to) => to.postMessage({ id, call: name, input }))
      options.signal?.addEventListener('abort', () => void cancel(id), { once: true })
      return answer as Promise<Output<N>>
    },
    jobs: () => jobs,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
