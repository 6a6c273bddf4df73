/** The archive's list, newest first, a page at a time, and the counts beside it. */
import type { Parsed } from '../../../shared/contract.ts'
import type { MaterialFacets } from '../../../shared/model/catalogue.ts'
import type { MaterialPage } from '../../../shared/model/material.ts'
import type { House } from '../house.ts'
import { countsOf, readyCatalogue } from './catalogue.ts'
import { facetsOf, fitting } from './filter.ts'
import type { MaterialRow } from './material-rows.ts'
import { listed } from './used-in.ts'

type List = Parsed<'material.list'>
type Found = { readonly rows: readonly MaterialRow[]; readonly total: number }

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

function chosen(house: House, { before, offset, limit, ...filter }: List): Found {
  const all = fitting(house, filter)
  const wanted = after(all, before).slice(offset, offset + limit + 1)
  const rows = house.db
    .prepare<[string], MaterialRow>(
      `SELECT m.* FROM json_each(?) page JOIN material m ON m.seq = page.value ORDER BY page.key`,
    )
    .all(JSON.stringify(wanted))
  return { rows, total: all.length }
}

/** A page of materials, newest first (soonest end first where `expiresBy` asks). */
export function listMaterials(house: House, input: List): MaterialPage {
  const { before: _, offset: __, limit, deleted, ...conditions } = input
  const asked = deleted || Object.values(conditions).some((value) => value !== undefined)
  const { rows, total } = asked ? chosen(house, input) : newest(house, input)
  const page = rows.slice(0, limit)
  return {
    materials: listed(house.db, page),
    total,
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

export const countMaterials = (house: House, input: Parsed<'material.facets'>): MaterialFacets =>
  facetsOf(house, input)
