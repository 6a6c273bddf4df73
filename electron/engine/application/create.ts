/** 开始申报: one enterprise × edition × track, with what the profile already knows. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { carriedAnswers } from '../../../shared/programme/carried.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { randomHex } from '../crypto.ts'
import type { House } from '../house.ts'
import { findPack, type ShelvedPack } from '../programme/shelf.ts'
import { shelfOf } from '../programme/shelf-of.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { bareCase, profileOf } from './case.ts'
import { keepPack } from './pack.ts'
import { viewOf } from './view.ts'

/** Throws `programme.noTrack` where a track must be chosen, or there is none of this name. */
export function requireTrack(pack: Pack, track: string | null): void {
  const fits = pack.tracks.length === 0 ? track === null : trackOf(pack, track)
  if (fits) return
  const tracks = pack.tracks.map(({ id, title }) => `${id}（${title}）`).join('、')
  throw new Fault('programme.noTrack', { title: pack.title, tracks })
}

export type Begun = {
  readonly answers: Answers
  /** For the log. */
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly sample: boolean
}

/** Belongs into a transaction; returns the new application's id. */
export function saveNew(
  { db, clock }: House,
  shelved: ShelvedPack,
  track: string | null,
  { answers, action, detail, sample }: Begun,
): string {
  const id = randomHex(8)
  const at = clock()
  keepPack(db, shelved)
  save(db, 'application', {
    id,
    seq: append(db, at, action, id, detail),
    programme: shelved.pack.id,
    edition: shelved.pack.edition,
    track,
    pack_hash: shelved.hash,
    state: 'draft',
    revision: 1,
    created_at: at.toISOString(),
    changed_at: at.toISOString(),
    sample: sample ? 1 : 0,
  })
  for (const [field, value] of Object.entries(answers)) {
    save(db, 'answer', { application: id, field, value: JSON.stringify(value), revision: 1 })
  }
  return id
}

/** Throws `programme.unknown`, and `programme.noTrack` where a track must be chosen. */
export function createApplication(
  house: House,
  input: Parsed<'application.create'>,
  sample = false,
): ApplicationView {
  const shelved = findPack(shelfOf(house), input.id, input.edition)
  const { pack } = shelved
  requireTrack(pack, input.track)
  const answers = carriedAnswers(bareCase(profileOf(house), pack, input.track))
  const begun = { answers, action: 'application.create', detail: input, sample }
  const id = house.db.transaction(() => saveNew(house, shelved, input.track, begun))()
  return viewOf(house, id)
}
