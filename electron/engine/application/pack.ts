/** The pack that an application was begun with, kept in the vault so that no update can take it. */
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import { type Pack, pack as packSchema } from '../../../shared/programme/pack.ts'
import type { ShelvedPack } from '../programme/shelf.ts'
import { save } from '../store/rows.ts'

const parsed = new WeakMap<Database, Map<string, Pack>>()

/** The text of the pack with this hash; `null` as JSON where it is not kept. */
export const packBodyOf = (db: Database, hash: string): string =>
  db.prepare<[string], string>('SELECT body FROM pack WHERE hash = ?').pluck().get(hash) ?? 'null'

/** The pack with this hash. Throws `programme.unusable` where this program cannot read it. */
export function packOf(db: Database, hash: string): Pack {
  const known = parsed.get(db) ?? new Map<string, Pack>()
  parsed.set(db, known)
  const found = known.get(hash)
  if (found) return found
  const result = packSchema.safeParse(JSON.parse(packBodyOf(db, hash)))
  if (!result.success) throw new Fault('programme.unusable', { id: hash })
  known.set(hash, result.data)
  return result.data
}

/** Belongs into the transaction that begins or moves an application. */
export const keepPack = (db: Database, { hash, body }: ShelvedPack): void =>
  save(db, 'pack', { hash, body })
