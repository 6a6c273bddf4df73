/**
 * Papers of the archive for a slot, ranked. Looked for when they are asked for, never with every view:
 * an archive may hold tens of thousands of one kind.
 */
import type { Parsed } from '../../../shared/contract.ts'
import type { Suggestions } from '../../../shared/model/suggestion.ts'
import type { Slot } from '../../../shared/programme/pack.ts'
import { type EarlierUse, suggest } from '../../../shared/programme/suggest.ts'
import { columnsOf, flag } from '../archive/columns.ts'
import { newestFitting } from '../archive/filter.ts'
import { type MaterialRow, toMaterial } from '../archive/material-rows.ts'
import { supersededOf } from '../archive/versions.ts'
import type { House } from '../house.ts'
import { caseOf } from './case.ts'
import { slotOf } from './change.ts'
import { packOf } from './pack.ts'
import { type ApplicationRecord, recordOf } from './rows.ts'

/** Newest papers of the slot's kinds that are looked at, and of those that nobody has named. */
const looked = { accepted: 400, unnamed: 200 } as const
const offered = 30

/** Kind of papers that were not recognised. */
const unnamed = 'other'

type Kinds = { readonly counts: ReadonlyMap<string, number> }

/** How many papers there are of each kind that could be linked. */
export function kindsIn({ db }: House): Kinds {
  const { flags, kind, kinds, newest } = columnsOf(db)
  const counts = new Array<number>(kinds.length).fill(0)
  for (let seq = 1; seq <= newest; seq += 1) {
    const bits = flags[seq] ?? 0
    const code = kind[seq] ?? 0
    if ((bits & (flag.present | flag.binned | flag.damaged)) === flag.present) {
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return { counts: new Map(kinds.map((name, code) => [name, counts[code] ?? 0])) }
}

/** Sequence numbers of the newest papers that a search finds, so many of each kind at most. */
const foundIn = (house: House, kinds: readonly string[], text: string, most: number): number[] =>
  kinds.flatMap(
    (kind) =>
      newestFitting(house, { kind, text, deleted: false }, ({ length }) => length >= most).found,
  )

/** Sequence numbers of the newest papers of these kinds. */
function newestOf({ db }: House, wanted: readonly string[], most: number): number[] {
  const { flags, kind, kinds, newest } = columnsOf(db)
  const codes = new Set(wanted.map((name) => kinds.indexOf(name)))
  const found: number[] = []
  for (let seq = newest; seq > 0 && found.length < most; seq -= 1) {
    const bits = flags[seq] ?? 0
    const is = (bits & (flag.present | flag.binned | flag.damaged)) === flag.present
    if (is && codes.has(kind[seq] ?? -1)) found.push(seq)
  }
  return found
}

/** Earlier uses in the slot of this name, by material; the latest first. */
function earlierUses({ db }: House, record: ApplicationRecord, slot: Slot) {
  const rows = db
    .prepare<[string, string, string], { material: number; edition: string; pack_hash: string }>(
      `SELECT l.material, a.edition, a.pack_hash FROM link l JOIN application a ON a.id = l.application
       WHERE l.slot = ? AND a.programme = ? AND a.id <> ? ORDER BY a.seq DESC`,
    )
    .all(slot.id, record.programme, record.id)
  const uses = new Map<number, EarlierUse[]>()
  for (const { material, edition, pack_hash } of rows) {
    const { title } = packOf(db, pack_hash)
    uses.set(material, [...(uses.get(material) ?? []), { title, edition }])
  }
  return uses
}

/** Throws `application.unknown`, `application.slot`. */
export function suggestPapers(house: House, input: Parsed<'application.suggest'>): Suggestions {
  const record = recordOf(house.db, input.id)
  const slot = slotOf(house, input.id, input.slot)
  const uses = earlierUses(house, record, slot)
  const { text } = input
  const those = (kinds: readonly string[], most: number) =>
    text === '' ? newestOf(house, kinds, most) : foundIn(house, kinds, text, most)
  const seqs = new Set([
    ...those(slot.accepts, looked.accepted),
    ...(text === '' ? uses.keys() : []),
    ...(slot.accepts.includes(unnamed) ? [] : those([unnamed], looked.unnamed)),
  ])
  const rows = house.db
    .prepare<[string], MaterialRow>(
      `SELECT m.* FROM json_each(?) each JOIN material m ON m.seq = each.value
       WHERE m.deleted_at IS NULL AND m.damaged = 0`,
    )
    .all(JSON.stringify([...seqs]))
  const superseded = supersededOf(house.db, [...seqs])
  const candidates = rows.map((row) => ({
    material: toMaterial(row),
    earlier: uses.get(row.seq) ?? [],
    superseded: superseded.has(row.seq),
  }))
  const ranked = suggest(slot, caseOf(house, record), candidates)
  return { suggestions: ranked.slice(0, offered), total: ranked.length }
}
