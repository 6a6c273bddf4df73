/**
 * 以此为基础申报: another application of the programme, begun with what holds of an earlier one. The
 * source stays as it is and is pointed at; what does not hold is kept as a list to work through.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { TakeOver, TakeUpChoice } from '../../../shared/model/reserve.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { pack as packSchema } from '../../../shared/programme/pack.ts'
import { shiftEdition, shiftPack } from '../../../shared/programme/shift-year.ts'
import { takeOver } from '../../../shared/programme/take-over.ts'
import { bareCase, caseOf, profileOf } from '../application/case.ts'
import { requireTrack, saveNew } from '../application/create.ts'
import { packOf } from '../application/pack.ts'
import { type ApplicationRecord, recordOf } from '../application/rows.ts'
import { snapshotBody, snapshotsOf } from '../application/snapshots.ts'
import { saveWording, wordingRows } from '../application/statement-rows.ts'
import { viewOf } from '../application/view.ts'
import { findRow } from '../archive/material-rows.ts'
import { sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import type { ShelvedPack } from '../programme/shelf.ts'
import { shelfOf } from '../programme/shelf-of.ts'
import { save } from '../store/rows.ts'

type Target = ShelvedPack & { readonly shifted: boolean }

const shelved = (house: House, { programme }: ApplicationRecord): readonly ShelvedPack[] =>
  shelfOf(house).packs.filter(({ pack }) => pack.id === programme)

/** The edition after the source's own, for as long as no pack of it is there. */
function shiftedFrom(house: House, record: ApplicationRecord): Target | null {
  const edition = shiftEdition(record.edition, 1)
  if (shelved(house, record).some(({ pack }) => pack.edition >= edition)) return null
  const pack = packSchema.parse(shiftPack(packOf(house.db, record.pack_hash), 1))
  const body = JSON.stringify(pack)
  return { pack, body, hash: sha256(body), shifted: true }
}

function targetsOf(house: House, record: ApplicationRecord): readonly Target[] {
  const known = shelved(house, record).map((each) => ({ ...each, shifted: false }))
  const next = shiftedFrom(house, record)
  const all = next ? [...known, next] : known
  return all.toSorted((a, b) => (a.pack.edition < b.pack.edition ? 1 : -1))
}

/** The editions in which it can be taken up, newest first. */
export function takeUpChoices(house: House, input: Parsed<'reserve.choices'>): TakeUpChoice[] {
  return targetsOf(house, recordOf(house.db, input.id)).map(({ pack, shifted }) => ({
    edition: pack.edition,
    title: pack.title,
    shifted,
    tracks: pack.tracks.map(({ id, title }) => ({ id, title })),
  }))
}

function writeLinks({ db }: House, application: string, links: TakeOver['links']): void {
  for (const [slot, hashes] of Object.entries(links)) {
    for (const [at, hash] of hashes.entries()) {
      const material = findRow(db, hash)?.seq
      if (material !== undefined)
        save(db, 'link', { application, slot, material, position: at + 1 })
    }
  }
}

/** A scan that is taken over stays one of the wording that it was of ([Note: Same wording]). */
function writeStatements(
  { db }: House,
  source: string,
  application: string,
  { texts, links }: TakeOver,
): void {
  for (const [statement, said] of Object.entries(texts)) {
    for (const [text, value] of Object.entries(said)) {
      save(db, 'statement_text', { application, statement, text, value, revision: 1 })
    }
  }
  const linked = new Set(Object.values(links).flat())
  for (const row of wordingRows(db, source)) {
    if (linked.has(row.paper)) saveWording(db, application, row)
  }
}

/** Throws `programme.unknown`, `programme.noTrack`. */
export function takeUp(house: House, input: Parsed<'reserve.takeUp'>): ApplicationView {
  const { db } = house
  const source = recordOf(db, input.id)
  const target = targetsOf(house, source).find(({ pack }) => pack.edition === input.edition)
  if (!target)
    throw new Fault('programme.unknown', { id: source.programme, edition: input.edition })
  requireTrack(target.pack, input.track)
  const profile = profileOf(house)
  const fresh = bareCase(profile, target.pack, input.track)
  const [last] = snapshotsOf(db, source.id)
  const then = last && snapshotBody(db, last.id)
  const taken = takeOver(caseOf(house, source, profile), fresh, then)
  const day = todayInChina(house.clock())
  const id = db.transaction(() => {
    const detail = { source: source.id, edition: input.edition, track: input.track }
    const made = saveNew(house, target, input.track, {
      answers: taken.answers,
      action: 'reserve.takeUp',
      detail,
      sample: source.sample === 1,
    })
    writeLinks(house, made, taken.links)
    writeStatements(house, source.id, made, taken)
    for (const [slot, reason] of Object.entries(taken.waivers)) {
      save(db, 'waiver', { application: made, slot, reason })
    }
    save(db, 'origin', {
      application: made,
      source: source.id,
      day,
      shifted: target.shifted ? 1 : 0,
      body: JSON.stringify(taken.left),
    })
    return made
  })()
  return viewOf(house, id)
}
