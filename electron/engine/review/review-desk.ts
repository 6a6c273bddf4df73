/**
 * The reviewer's desk: a folder and a database of its own, opened beside a vault or without any. It
 * has the rooms of a vault (files by hash, keys, staging), and must never write into one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Fault, type FaultCode } from '../../../shared/fault.ts'
import { randomHex } from '../crypto.ts'
import type { Surroundings } from '../open.ts'
import type { PackShelf } from '../programme/shelf.ts'
import { clearOut, closeIn, makeRooms, openIn } from '../store/folder.ts'
import { append, vaultOf } from '../store/log.ts'
import { descriptionSeal, writeSealed } from '../vault/description.ts'
import { writeHolder } from '../vault/holder.ts'
import { isVault } from '../vault/own-files.ts'
import { reviewFile } from '../vault/paths.ts'
import { localFolder } from '../vault/place.ts'
import { breakSeal } from '../vault/seal.ts'
import { sweep } from '../vault/sweep.ts'
import { reviewMigrations } from './migrations/index.ts'

export type ReviewDesk = {
  readonly db: Database
  /** The desk's folder, absolute. */
  readonly dir: string
  readonly id: string
  readonly packs: PackShelf
  readonly assets: string
  /** This program's version. */
  readonly version: string
  readonly clock: () => Date
  /** Where this computer keeps the signers that it knows. */
  readonly config: string
}

/** What a desk is opened in; the settings lie outside of it. */
export type DeskSurroundings = Surroundings & { readonly config: string }

const shape = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  createdAt: z.string(),
})

const words: Partial<Record<FaultCode, FaultCode>> = {
  'vault.inUse': 'review.inUse',
  'vault.network': 'review.network',
  'vault.damaged': 'review.damaged',
}

/** What the store's own machinery refuses, in the desk's words. */
function asReviewFault(error: unknown): unknown {
  if (!(error instanceof Fault)) return error
  const code = words[error.code]
  return code ? new Fault(code, error.data, { cause: error }) : error
}

function readDescription(dir: string): z.infer<typeof shape> {
  const damaged = (cause?: unknown) =>
    new Fault('review.damaged', { what: 'review.json' }, { cause })
  const json = (() => {
    try {
      return JSON.parse(readFileSync(reviewFile(dir), 'utf8')) as Record<string, unknown>
    } catch (cause) {
      throw damaged(cause)
    }
  })()
  const { digest, ...rest } = json
  const { success, data } = shape.safeParse(rest)
  if (!success || digest !== descriptionSeal(data)) throw damaged()
  return data
}

/** Files that a row refers to; the rest (entries that were looked at) leaves at the next start. */
const referred = (db: Database): Set<string> =>
  new Set(
    db
      .prepare<[], string>(
        `SELECT sha256 FROM submission WHERE ok = 1 AND removed_at IS NULL
         UNION SELECT v.sha256 FROM volume v JOIN submission s ON s.seq = v.submission
         WHERE s.removed_at IS NULL
         UNION SELECT sha256 FROM opinion`,
      )
      .pluck()
      .all(),
  )

function deskOf(dir: string, id: string, db: Database, around: DeskSurroundings): ReviewDesk {
  const { packs, assets, version, clock, config } = around
  return { db, dir, id, packs, assets, version, clock, config }
}

function make(dir: string, around: DeskSurroundings): ReviewDesk {
  if (readdirSync(dir).length > 0) throw new Fault('review.notEmpty', { folder: dir })
  makeRooms(dir)
  const now = around.clock()
  const description = { format: 1 as const, id: randomHex(16), createdAt: now.toISOString() }
  const { db } = openIn(dir, reviewMigrations, now, 'new')
  try {
    db.transaction(() => append(db, now, 'review.create', description.id))()
    writeHolder(dir, around.program, now)
    // Last, because it is what makes the folder a reviewer's desk.
    writeSealed(reviewFile(dir), description)
    return deskOf(dir, description.id, db, around)
  } catch (error) {
    db.close()
    clearOut(dir)
    throw error
  }
}

function open(dir: string, around: DeskSurroundings): ReviewDesk {
  const { id } = readDescription(dir)
  makeRooms(dir)
  const now = around.clock()
  const { db, readOnly } = openIn(dir, reviewMigrations, now, 'existing')
  try {
    if (readOnly) throw new Fault('review.newer', { folder: dir })
    if (vaultOf(db) !== id) throw new Fault('review.damaged', { what: 'vault.db' })
    breakSeal(dir)
    sweep(dir, referred(db))
    writeHolder(dir, around.program, now)
    return deskOf(dir, id, db, around)
  } catch (error) {
    db.close()
    throw error
  }
}

/** True inside a vault or another desk, at whatever depth. */
function liesInStore(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (isVault(at)) return true
    if (at === dirname(at)) return false
  }
}

/**
 * Opens the desk in `folder`, or makes one where the folder is empty. Throws `review.notEmpty` (a
 * vault's folder included), `review.inUse`, `review.network`, `review.newer`, `review.damaged`,
 * `target.unwritable`.
 */
export function openReviewDesk(folder: string, around: DeskSurroundings): ReviewDesk {
  try {
    const dir = localFolder(folder)
    if (!existsSync(dir)) throw new Fault('target.unwritable', { path: dir })
    if (liesInStore(dirname(dir))) throw new Fault('review.notEmpty', { folder: dir })
    return existsSync(reviewFile(dir)) ? open(dir, around) : make(dir, around)
  } catch (error) {
    throw asReviewFault(error)
  }
}

export const closeReviewDesk = ({ db, dir }: ReviewDesk): void => closeIn(dir, db)
