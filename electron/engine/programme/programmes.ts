/** 政策库: what can be applied for, and how the enterprise stands with it. */
import type { Parsed } from '../../../shared/contract.ts'
import type { PackOrigin } from '../../../shared/model/pack.ts'
import type { ProgrammeList, ProgrammeRow, ProgrammeView } from '../../../shared/model/programme.ts'
import type { Verdict } from '../../../shared/model/verdict.ts'
import { matchOf } from '../../../shared/programme/check.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import { laddersOf } from '../../../shared/programme/ladder.ts'
import { conditionsOf } from '../../../shared/programme/track.ts'
import { bareCase, type Profile, profileOf } from '../application/case.ts'
import type { House } from '../house.ts'
import { findPack, type ShelvedPack } from './shelf.ts'
import { correctionsOf, originOf, shelfOf } from './shelf-of.ts'

function judge(profile: Profile, { pack }: ShelvedPack, track: string | null) {
  const subject = bareCase(profile, pack, track)
  const conditions = conditionsOf(pack, track)
  const verdicts: Verdict[] = conditions.map((condition) => evaluate(condition, subject))
  return { verdicts, match: matchOf(verdicts, conditions) }
}

function rowOf(profile: Profile, shelved: ShelvedPack, origin: PackOrigin): ProgrammeRow {
  const { pack } = shelved
  return {
    id: pack.id,
    edition: pack.edition,
    title: pack.title,
    short: pack.short,
    level: pack.level,
    region: pack.region,
    category: pack.category,
    department: pack.department.text,
    tracks: pack.tracks.map(({ id, title, awards }) => ({
      id,
      title,
      awards: [...pack.awards, ...awards],
      match: judge(profile, shelved, id).match,
    })),
    awards: pack.awards,
    channels: pack.procedure.channels,
    origin,
    hasForm: pack.form !== undefined,
    windows: pack.windows.map(({ id, role, opens, closes, months }) => ({
      id,
      role,
      opens,
      closes,
      months,
    })),
    match: judge(profile, shelved, null).match,
  }
}

export function listProgrammes(house: House): ProgrammeList {
  const profile = profileOf(house)
  const { packs, unusable } = shelfOf(house)
  const origin = ({ pack }: ShelvedPack) => originOf(house, pack.id, pack.edition)
  return {
    programmes: packs.map((shelved) => rowOf(profile, shelved, origin(shelved))),
    unusable,
    ladders: laddersOf(
      packs.map(({ pack }) => pack),
      profile.titles,
      profile.today,
    ),
  }
}

/** Throws `programme.unknown`. */
export function openProgramme(house: House, input: Parsed<'programme.open'>): ProgrammeView {
  const shelved = findPack(shelfOf(house), input.id, input.edition)
  return {
    pack: shelved.pack,
    hash: shelved.hash,
    track: input.track,
    origin: originOf(house, input.id, input.edition),
    corrections: correctionsOf(house, input.id, input.edition),
    ...judge(profileOf(house), shelved, input.track),
  }
}
