/** Gathers what the rules look at: from the rows of the vault to plain values. */

import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { Case, ClaimedInvoice } from '../../../shared/programme/evidence.ts'
import { invoiceOf } from '../../../shared/programme/invoice.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { toMaterial } from '../archive/material-rows.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import type { House } from '../house.ts'
import { packOf } from './pack.ts'
import {
  type ApplicationRecord,
  answersOf,
  attestationsOf,
  invoicesElsewhere,
  linkedMaterials,
  waiversOf,
} from './rows.ts'

/** The enterprise before a programme, with nothing filled in and nothing linked. */
export function bareCase(house: House, pack: Pack, track: string | null): Case {
  const { facts, indicators } = openEnterprise(house)
  return {
    pack,
    track,
    today: todayInChina(house.clock()),
    facts,
    indicators,
    answers: {},
    slots: {},
    attestations: {},
    claimed: [],
    titles: [],
    others: [],
    readings: {},
    ticks: [],
  }
}

function claimedElsewhere(house: House, id: string): ClaimedInvoice[] {
  return invoicesElsewhere(house.db, id).flatMap(({ application, pack_hash, ...row }) => {
    const invoice = invoiceOf(toMaterial(row))
    if (invoice === null) return []
    return [{ invoice, application, title: packOf(house.db, pack_hash).title }]
  })
}

export function caseOf(house: House, record: ApplicationRecord): Case {
  const { db } = house
  const pack = packOf(db, record.pack_hash)
  const linked = linkedMaterials(db, record.id)
  const waived = waiversOf(db, record.id)
  const contents = slotsOf(pack, record.track).map(({ id }) => {
    return [id, { materials: linked.get(id) ?? [], waived: waived.get(id) ?? null }] as const
  })
  return {
    ...bareCase(house, pack, record.track),
    answers: answersOf(db, record.id),
    slots: Object.fromEntries(contents),
    attestations: attestationsOf(db, record.id),
    claimed: claimedElsewhere(house, record.id),
  }
}
