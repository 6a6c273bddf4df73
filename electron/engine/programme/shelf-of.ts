/**
 * The shelf of a vault: the shipped packs, and over them those that this vault has imported or
 * corrected. A row whose pack no longer fits the schema is listed as unusable, never dropped.
 */
import type { Database } from 'better-sqlite3'
import type { KeptCorrection, PackOrigin } from '../../../shared/model/pack.ts'
import type { House } from '../house.ts'
import { checkPack } from './pack-check.ts'
import type { PackShelf, ShelvedPack } from './shelf.ts'

type ShelfRow = {
  readonly programme: string
  readonly edition: string
  readonly hash: string
  readonly origin: Exclude<PackOrigin, 'shipped'>
  readonly at: string
}

/** Parsed once per content and connection: packs are large, and every list asks for them. */
const read = new WeakMap<Database, Map<string, ReturnType<typeof checkPack>>>()

function checked(db: Database, hash: string, body: string) {
  const known = read.get(db) ?? new Map<string, ReturnType<typeof checkPack>>()
  read.set(db, known)
  const found = known.get(hash) ?? checkPack(body)
  known.set(hash, found)
  return found
}

const shelfRows = (db: Database): (ShelfRow & { readonly body: string })[] =>
  db
    .prepare<[], ShelfRow & { body: string }>(
      'SELECT s.*, p.body FROM shelf s JOIN pack p ON p.hash = s.hash ORDER BY s.at',
    )
    .all()

const key = (id: string, edition: string) => `${id} ${edition}`

export function shelfOf({ db, packs }: House): PackShelf {
  const own: ShelvedPack[] = []
  const unusable = [...packs.unusable]
  for (const { programme, edition, hash, body } of shelfRows(db)) {
    const { pack, faults } = checked(db, hash, body)
    if (pack && faults.length === 0) own.push({ pack, hash, body })
    else {
      const file = key(programme, edition)
      unusable.push({ file, reasons: faults, own: { id: programme, edition } })
    }
  }
  const mine = new Set(own.map(({ pack }) => key(pack.id, pack.edition)))
  const shipped = packs.packs.filter(({ pack }) => !mine.has(key(pack.id, pack.edition)))
  return { packs: [...shipped, ...own], unusable }
}

export const originOf = ({ db }: House, id: string, edition: string): PackOrigin =>
  db
    .prepare<[string, string], Exclude<PackOrigin, 'shipped'>>(
      'SELECT origin FROM shelf WHERE programme = ? AND edition = ?',
    )
    .pluck()
    .get(id, edition) ?? 'shipped'

/** The corrections made to a pack, in order. */
export const correctionsOf = ({ db }: House, id: string, edition: string): KeptCorrection[] =>
  db
    .prepare<[string, string], KeptCorrection>(
      `SELECT path, before, after, note, day FROM correction
       WHERE programme = ? AND edition = ? ORDER BY seq`,
    )
    .all(id, edition)
