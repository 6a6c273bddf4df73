/**
 * What a service works with. A service is a function `(house, input, job) → view`; the house is
 * passed, never imported, so a test, the command line and the desktop open as many as they like.
 */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../shared/fault.ts'
import type { Policy } from '../../shared/model/policy.ts'
import type { Progress } from '../../shared/wire.ts'
import type { PackShelf } from './programme/shelf.ts'

export type House = {
  readonly db: Database
  /** The vault's folder, absolute. */
  readonly dir: string
  readonly vaultId: string
  /** What people call the vault. */
  readonly name: string
  readonly readOnly: boolean
  /** Program version that a newer vault asks for, or null. */
  readonly needsVersion: string | null
  /** This program's version. */
  readonly version: string
  /** The shipped packs; a vault's own come on top (`programme/shelf-of.ts`). */
  readonly packs: PackShelf
  readonly policies: readonly Policy[]
  /** Folder of shipped, read-only files: fonts, sample. */
  readonly assets: string
  /** The instant of now; `today` is derived from it in China's time. */
  readonly clock: () => Date
}

/**
 * For services that write more than rows, which SQLite refuses by itself. Throws `vault.readOnly`.
 */
export function requireWritable({ readOnly }: Pick<House, 'readOnly'>): void {
  if (readOnly) throw new Fault('vault.readOnly')
}

/** A long call's way to say how far it is, and to learn that nobody waits any more. */
export type Job = { readonly progress: (progress: Progress) => void; readonly signal: AbortSignal }
