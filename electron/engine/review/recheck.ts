/**
 * Judges the conditions once more, on nothing but what the bundle holds and as of the day it was
 * exported. It shows the reviewer where the enterprise's own check came out otherwise.
 */
import type { Material } from '../../../shared/model/material.ts'
import type { Recheck } from '../../../shared/model/review.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { check } from '../../../shared/programme/check.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { titlesOf } from '../../../shared/programme/titles.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import type { Submitted, SubmittedPaper } from './submission-content.ts'
import type { SubmissionRow } from './submission-rows.ts'

const asMaterial = (paper: SubmittedPaper, seq: number): Material => ({
  seq,
  sha256: paper.sha256,
  name: paper.name,
  kind: paper.kind,
  size: paper.size,
  media: paper.media,
  facts: paper.facts,
  validFrom: paper.validFrom,
  validTo: paper.validTo,
  note: '',
  confirmed: paper.confirmed,
  damaged: false,
  sample: false,
  importedAt: '',
  deletedAt: null,
})

function caseOf(told: Submitted, pack: Pack, row: SubmissionRow, today: string): Case {
  const papers = told.materials.map((paper, at) => [paper.slot, asMaterial(paper, at + 1)] as const)
  const slots = slotsOf(pack, row.track).map(({ id }) => {
    const materials = papers.flatMap(([slot, material]) => (slot === id ? [material] : []))
    return [id, { materials, waived: told.waivers[id] ?? null }] as const
  })
  const certificates = papers.flatMap(([, each]) =>
    each.kind === 'certificate' && each.confirmed ? [each] : [],
  )
  return {
    pack,
    track: row.track,
    today,
    facts: told.facts,
    indicators: told.indicators,
    answers: told.answers,
    slots: Object.fromEntries(slots),
    attestations: told.attestations,
    claimed: [],
    titles: titlesOf(certificates),
    others: [],
    readings: told.readings,
    ticks: told.ticks,
    // They lie in the bundle as they were printed, signed and scanned.
    texts: {},
    // What the enterprise still has open with itself is no business of the reviewer.
    todos: [],
    stamps: [],
    unreadable: {},
  }
}

/** Null where the pack is not known, or its rules cannot be applied to what is there. */
export function recheck(told: Submitted, row: SubmissionRow): Recheck | null {
  if (!told.pack) return null
  const day = todayInChina(new Date(row.exported_at))
  try {
    const { verdicts } = check(caseOf(told, told.pack, row, day))
    const stated = new Map(told.verdicts.map(({ condition, outcome }) => [condition, outcome]))
    const differing = verdicts
      .filter(({ condition, outcome }) => stated.get(condition) !== outcome)
      .map(({ condition }) => condition)
    return { day, verdicts, differing }
  } catch {
    // A stranger's pack and answers: what they cannot be judged by is said, not thrown.
    return null
  }
}
