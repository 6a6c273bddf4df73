/** The archive's list, newest first, a page at a time, and the counts beside it. */
import type { Parsed } from '../../../shared/contract.ts'
import type { MaterialFacets } from '../../../shared/model/catalogue.ts'
import type { MaterialPage } from '../../../shared/model/material.ts'
import type { House } from '../house.ts'
import { countsOf, readyCatalogue } from './catalogue.ts'
import { facetsOf, fitting, newestFitting } from './filter.ts'
import type { MaterialRow } from './material-rows.ts'
import { listed } from './used-in.ts'

type List = Parsed<'material.list'>
type Found = { readonly rows: readonly MaterialRow[]; readonly total: number | null }

/** Without any condition the database's own order does, and the count is kept. */
function newest({ db }: House, { before, offset, limit }: List): Found {
  readyCatalogue(db)
  const rows = db
    .prepare<[number, number, number], MaterialRow>(
      `SELECT * FROM material WHERE deleted_at IS NULL AND seq < ?
       ORDER BY seq DESC LIMIT ? OFFSET ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit + 1, offset)
  return { rows, total: countsOf(db).live }
}

/** What follows `before` in the list's own order; by arrival where it has left the list since. */
function after(all: readonly number[], before: number | undefined): readonly number[] {
  if (before === undefined) return all
  const at = all.indexOf(before)
  return at >= 0 ? all.slice(at + 1) : all.filter((seq) => seq < before)
}

/** Hits up to which a search says how many there are, at no cost that anyone would feel. */
const counted = 300

/** As far as the page reaches, see [Note: Page first]; `total` is null where there are more. */
function chosen(house: House, { before, offset, limit, ...filter }: List) {
  // The soonest end may be anywhere.
  if (filter.expiresBy !== undefined) {
    const all = fitting(house, filter)
    return { seqs: after(all, before), total: all.length }
  }
  let passed = 0
  const { found, whole } = newestFitting(house, filter, (so) => {
    if (so.length <= counted) return false
    // Newest first: what is older than `before` belongs to the page.
    while (before !== undefined && (so[passed] ?? 0) >= before) passed += 1
    return so.length - passed > offset + limit
  })
  return { seqs: after(found, before), total: whole ? found.length : null }
}

function filtered(house: House, input: List): Found {
  const { seqs, total } = chosen(house, input)
  const { offset, limit } = input
  const rows = house.db
    .prepare<[string], MaterialRow>(
      `SELECT m.* FROM json_each(?) page JOIN material m ON m.seq = page.value ORDER BY page.key`,
    )
    .all(JSON.stringify(seqs.slice(offset, offset + limit + 1)))
  return { rows, total }
}

/** A page of materials, newest first (soonest end first where `expiresBy` asks). */
export function listMaterials(house: House, input: List): MaterialPage {
  const { before: _, offset: __, limit, deleted, ...conditions } = input
  const asked = deleted || Object.values(conditions).some((value) => value !== undefined)
  const { rows, total } = asked ? filtered(house, input) : newest(house, input)
  const page = rows.slice(0, limit)
  return {
    materials: listed(house.db, page),
    total,
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

export const countMaterials = (house: House, input: Parsed<'material.facets'>): MaterialFacets =>
  facetsOf(house, input)
