/** 开始申报: one enterprise × edition × track, with what the profile already knows. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { carriedAnswers } from '../../../shared/programme/carried.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { randomHex } from '../crypto.ts'
import type { House } from '../house.ts'
import { findPack } from '../programme/shelf.ts'
import { shelfOf } from '../programme/shelf-of.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { bareCase, profileOf } from './case.ts'
import { keepPack } from './pack.ts'
import { viewOf } from './view.ts'

/** Throws `programme.unknown`, and `programme.noTrack` where a track must be chosen. */
export function createApplication(
  house: House,
  input: Parsed<'application.create'>,
  sample = false,
): ApplicationView {
  const { db } = house
  const shelved = findPack(shelfOf(house), input.id, input.edition)
  const { pack } = shelved
  const fits = pack.tracks.length === 0 ? input.track === null : trackOf(pack, input.track)
  if (!fits) {
    const tracks = pack.tracks.map(({ id, title }) => `${id}（${title}）`).join('、')
    throw new Fault('programme.noTrack', { title: pack.title, tracks })
  }
  const id = randomHex(8)
  const at = house.clock()
  const carried = carriedAnswers(bareCase(profileOf(house), pack, input.track))
  db.transaction(() => {
    keepPack(db, shelved)
    save(db, 'application', {
      id,
      seq: append(db, at, 'application.create', id, input),
      programme: pack.id,
      edition: pack.edition,
      track: input.track,
      pack_hash: shelved.hash,
      state: 'draft',
      revision: 1,
      created_at: at.toISOString(),
      changed_at: at.toISOString(),
      sample: sample ? 1 : 0,
    })
    for (const [field, value] of Object.entries(carried)) {
      save(db, 'answer', { application: id, field, value: JSON.stringify(value), revision: 1 })
    }
  })()
  return viewOf(house, id)
}
