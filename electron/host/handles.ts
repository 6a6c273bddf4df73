/**
 * Keeps the paths of what the person picked; the page gets a handle that says nothing. The engine
 * must know a handle before the page does, so granting is awaited.
 */
import { basename } from 'node:path'
import type { Picked } from '../../shared/host.ts'
import { randomHex } from '../engine/crypto.ts'

export type Handles = {
  /** A new handle for a path. */
  readonly pick: (path: string) => Promise<Picked>
  /** The path behind a handle of this run; throws for anything else. */
  readonly pathOf: (handle: string) => string
}

/** Handles of one run. `grant` tells the engine. */
export const keepHandles = (
  grant: (handle: string, path: string) => void | Promise<void>,
): Handles => {
  const paths = new Map<string, string>()
  return {
    async pick(path) {
      const handle = randomHex(16)
      paths.set(handle, path)
      await grant(handle, path)
      return { handle, name: basename(path) }
    },
    pathOf(handle) {
      const path = paths.get(handle)
      if (path === undefined) throw new Error('unknown handle')
      return path
    },
  }
}
