/** Gathers what the rules look at: from the rows of the vault to plain values. */
import type { Claim } from '../../../shared/model/use.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { Case, ClaimedInvoice, OtherApplication } from '../../../shared/programme/evidence.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { slotsOf, trackOf } from '../../../shared/programme/track.ts'
import { allClaims } from '../archive/claims.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { heldTitles } from '../enterprise/honours.ts'
import type { House } from '../house.ts'
import { courseOf } from './course-rows.ts'
import { packOf } from './pack.ts'
import { readingsOf, ticksOf } from './reading-rows.ts'
import {
  type ApplicationRecord,
  allRecords,
  answersOf,
  attestationsOf,
  linkedMaterials,
  unreadableOf,
  waiversOf,
} from './rows.ts'
import { textsOf } from './statement-rows.ts'

/** What all programmes are judged against alike; gathered once for a call that judges many. */
export type Profile = Pick<Case, 'today' | 'facts' | 'indicators' | 'titles' | 'others'> & {
  readonly claims: readonly Claim[]
}

/** The profile as it stands today, with the titles of its certificates and all its applications. */
export function profileOf(house: House): Profile {
  const { facts, indicators } = openEnterprise(house)
  return {
    today: todayInChina(house.clock()),
    facts,
    indicators,
    titles: heldTitles(house),
    others: allRecords(house.db).map((record) => otherOf(house, record)),
    claims: allClaims(house.db),
  }
}

function otherOf({ db }: House, record: ApplicationRecord): OtherApplication {
  const { id, programme, edition, track, state } = record
  const pack = packOf(db, record.pack_hash)
  const { title, baseYear: year } = pack
  const trackTitle = trackOf(pack, track)?.title ?? null
  return { id, programme, edition, track, trackTitle, state, title, year }
}

/** The enterprise before a programme, with nothing filled in and nothing linked. */
export function bareCase(
  { claims: _, ...profile }: Profile,
  pack: Pack,
  track: string | null,
): Case {
  // An application for this very programme is what the page looks forward to, not a rival of it.
  const others = profile.others.filter(
    (other) =>
      other.programme !== pack.id ||
      other.edition !== pack.edition ||
      (track !== null && other.track !== track),
  )
  return {
    ...profile,
    pack,
    track,
    others,
    answers: {},
    slots: {},
    attestations: {},
    claimed: [],
    readings: {},
    ticks: [],
    texts: {},
    todos: [],
    stamps: [],
    unreadable: {},
  }
}

/** What other applications claim, each invoice once by application; claims that hold come first. */
function claimedElsewhere(claims: readonly Claim[], id: string): ClaimedInvoice[] {
  const others = claims.filter(({ application }) => application !== id)
  const once = new Map(others.map((each) => [`${each.application} ${each.invoice}`, each]))
  const each = [...once.values()]
  return [...each.filter(({ release }) => !release), ...each.filter(({ release }) => release)]
}

/** An application with all that was entered for it. */
export function caseOf(
  house: House,
  record: ApplicationRecord,
  profile: Profile = profileOf(house),
): Case {
  const { db } = house
  const pack = packOf(db, record.pack_hash)
  const linked = linkedMaterials(db, record.id)
  const waived = waiversOf(db, record.id)
  const contents = slotsOf(pack, record.track).map(({ id }) => {
    return [id, { materials: linked.get(id) ?? [], waived: waived.get(id) ?? null }] as const
  })
  const subject = {
    ...bareCase(profile, pack, record.track),
    others: profile.others.filter(({ id }) => id !== record.id),
    answers: answersOf(db, record.id),
    slots: Object.fromEntries(contents),
    attestations: attestationsOf(db, record.id),
    claimed: claimedElsewhere(profile.claims, record.id),
    readings: readingsOf(db, record.id),
    ticks: ticksOf(db, record.id),
    texts: textsOf(db, record.id),
    unreadable: unreadableOf(db, record.id),
  }
  return { ...subject, ...courseOf(db, record, subject) }
}
