/**
 * An application to another pack of its programme: a newer edition, or a corrected copy. Nothing is
 * lost: answers and papers that the target has no place for stay in their rows and come back when
 * the application moves back.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { MovePlan } from '../../../shared/model/pack.ts'
import { diffPacks } from '../../../shared/programme/diff.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { hasText, writtenTexts } from '../../../shared/programme/statement-wording.ts'
import { slotsOf, trackOf } from '../../../shared/programme/track.ts'
import type { House } from '../house.ts'
import type { ShelvedPack } from '../programme/shelf.ts'
import { shelfOf } from '../programme/shelf-of.ts'
import { save } from '../store/rows.ts'
import { change } from './change.ts'
import { keepPack, packOf } from './pack.ts'
import { type ApplicationRecord, answersOf, linkedMaterials, recordOf } from './rows.ts'
import { textsOf } from './statement-rows.ts'

function setAside(house: House, record: ApplicationRecord, from: Pack, to: Pack): string[] {
  const fields = new Set(to.form?.fields.map(({ id }) => id))
  const slots = new Set(slotsOf(to, record.track).map(({ id }) => id))
  const answered = Object.keys(answersOf(house.db, record.id)).map((key) =>
    key.replace(/\.other$/, ''),
  )
  const labels = (from.form?.fields ?? [])
    .filter(({ id }) => answered.includes(id) && !fields.has(id))
    .map(({ label }) => label)
  const linked = linkedMaterials(house.db, record.id)
  const titles = slotsOf(from, record.track)
    .filter(({ id }) => linked.has(id) && !slots.has(id))
    .map(({ title }) => title)
  const texts = writtenTexts({ pack: from, texts: textsOf(house.db, record.id) })
    .filter(({ statement, text }) => !hasText(to, statement, text))
    .map(({ label }) => label)
  return [...labels, ...titles, ...texts]
}

function planFor(house: House, record: ApplicationRecord, { pack, hash }: ShelvedPack): MovePlan {
  const from = packOf(house.db, record.pack_hash)
  return {
    edition: pack.edition,
    hash,
    title: pack.title,
    changes: diffPacks(from, pack),
    setAside: setAside(house, record, from, pack),
  }
}

/** Where the application's track still exists; a pack of other tracks is another application. */
const targetsOf = (house: House, record: ApplicationRecord): ShelvedPack[] =>
  shelfOf(house).packs.filter(
    ({ pack, hash }) =>
      pack.id === record.programme &&
      hash !== record.pack_hash &&
      (record.track === null ? pack.tracks.length === 0 : trackOf(pack, record.track)),
  )

/** The packs that the application could move to, newest edition first. */
export function planMoves(house: House, { id }: Parsed<'application.moves'>): MovePlan[] {
  const record = recordOf(house.db, id)
  return targetsOf(house, record)
    .map((shelved) => planFor(house, record, shelved))
    .toSorted((a, b) => (a.edition < b.edition ? 1 : -1))
}

/** Throws `programme.unknown` where the hash is not among the plans. */
export function moveApplication(house: House, input: Parsed<'application.move'>): ApplicationView {
  const { db } = house
  const target = targetsOf(house, recordOf(db, input.id)).find(({ hash }) => hash === input.hash)
  if (!target) throw new Fault('programme.unknown', { id: input.hash.slice(0, 12), edition: '' })
  const { pack, hash } = target
  const detail = { edition: pack.edition, hash }
  return change(house, input.id, 'application.move', detail, (record) => {
    keepPack(db, target)
    save(db, 'application', { ...record, edition: pack.edition, pack_hash: hash })
  })
}
