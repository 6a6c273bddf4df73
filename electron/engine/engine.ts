/**
 * The engine as a host sees it: messages in, messages out. It knows no port, no window and no
 * Electron; every host passes Requests in and carries Replies away.
 */
import { join } from 'node:path'
import type { Progress, Reply, Request } from '../../shared/wire.ts'
import { closeHouse, type Desk } from './desk.ts'
import { loadPolicies } from './programme/policies.ts'
import { loadShelf } from './programme/shelf.ts'
import { closeDesk } from './review/review-place.ts'
import { serve } from './serve.ts'

export type EngineOptions = {
  /** Folder of shipped files: programmes, fonts, sample. */
  readonly assets: string
  /** Folder of this person's settings on this computer. */
  readonly config: string
  readonly version: string
  /** Names this program to a second one that wants the same vault. */
  readonly program?: string
  readonly clock?: () => Date
  readonly send: (reply: Reply) => void
}

export type Engine = {
  receive(message: Request): void
  /** Lets `handle` stand for a file or folder that the person picked. */
  grant(handle: string, path: string): void
  /** Folders of what is open, vault and reviewer's desk, for the host's file addresses. */
  storeDirs(): readonly string[]
  close(): void
}

/** Starts an engine with no vault open. `close` cancels what runs and closes the vault. */
export function startEngine(options: EngineOptions): Engine {
  const { assets, config, version, send, clock = () => new Date() } = options
  const program = options.program ?? 'desktop'
  const packs = loadShelf(join(assets, 'programmes'))
  const policies = loadPolicies(join(assets, 'policies'))
  const desk: Desk = {
    house: null,
    review: null,
    grants: new Map(),
    around: { packs, policies, assets, version, program, clock },
    config,
  }
  const jobs = new Map<number, AbortController>()

  async function run(id: number, call: string, input: unknown): Promise<void> {
    const controller = new AbortController()
    jobs.set(id, controller)
    const { signal } = controller
    const job = { signal, progress: (progress: Progress) => send({ id, progress }) }
    const outcome = await serve(desk, call, input, job)
    jobs.delete(id)
    send({ id, ...outcome })
  }

  return {
    receive: (message) => {
      if ('cancel' in message) jobs.get(message.id)?.abort()
      else void run(message.id, message.call, message.input)
    },
    grant: (handle, path) => desk.grants.set(handle, path),
    storeDirs: () => [desk.house, desk.review].flatMap((store) => store?.dir ?? []),
    close: () => {
      for (const job of jobs.values()) job.abort()
      closeHouse(desk)
      closeDesk(desk)
    },
  }
}
