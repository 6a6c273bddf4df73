/** 政策库: what can be applied for, and how the enterprise stands with it. */
import type { Parsed } from '../../../shared/contract.ts'
import type { ProgrammeList, ProgrammeRow, ProgrammeView } from '../../../shared/model/programme.ts'
import type { Verdict } from '../../../shared/model/verdict.ts'
import { matchOf } from '../../../shared/programme/check.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import { conditionsOf } from '../../../shared/programme/track.ts'
import { bareCase } from '../application/case.ts'
import type { House } from '../house.ts'
import { findPack, type ShelvedPack } from './shelf.ts'

function judge(house: House, { pack }: ShelvedPack, track: string | null) {
  const subject = bareCase(house, pack, track)
  const conditions = conditionsOf(pack, track)
  const verdicts: Verdict[] = conditions.map((condition) => evaluate(condition, subject))
  return { verdicts, match: matchOf(verdicts, conditions) }
}

function rowOf(house: House, shelved: ShelvedPack): ProgrammeRow {
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
    tracks: pack.tracks.map(({ id, title }) => ({ id, title })),
    hasForm: pack.form !== undefined,
    windows: pack.windows.map(({ role, opens, closes, months }) => ({
      role,
      opens,
      closes,
      months,
    })),
    match: judge(house, shelved, null).match,
  }
}

export const listProgrammes = (house: House): ProgrammeList => ({
  programmes: house.packs.packs.map((shelved) => rowOf(house, shelved)),
  unusable: house.packs.unusable,
})

/** Throws `programme.unknown`. */
export function openProgramme(house: House, input: Parsed<'programme.open'>): ProgrammeView {
  const shelved = findPack(house.packs, input.id, input.edition)
  return {
    pack: shelved.pack,
    hash: shelved.hash,
    track: input.track,
    ...judge(house, shelved, input.track),
  }
}
