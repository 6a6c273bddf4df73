/** Filters under a name, kept in the vault, with how many materials fit them now. */
import type { Parsed } from '../../../shared/contract.ts'
import {
  type MaterialFilter,
  materialFilter,
  type SavedView,
} from '../../../shared/model/catalogue.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { fitting } from './filter.ts'

type ViewRow = { readonly name: string; readonly position: number; readonly filter: string }

const rows = ({ db }: House): ViewRow[] =>
  db.prepare<[], ViewRow>('SELECT * FROM saved_view ORDER BY position').all()

/** A filter of a newer program may ask for what this one does not know: then nothing is counted. */
const filterOf = (text: string): MaterialFilter | null =>
  materialFilter.safeParse(JSON.parse(text)).data ?? null

export const listViews = (house: House): readonly SavedView[] =>
  rows(house).flatMap(({ name, filter }) => {
    const known = filterOf(filter)
    return known ? [{ name, filter: known, count: fitting(house, known).length }] : []
  })

/** Keeps a filter; one of the same name keeps its place. */
export function saveView(house: House, input: Parsed<'view.save'>): readonly SavedView[] {
  const { db } = house
  const name = input.name.normalize('NFC')
  const all = rows(house)
  const last = all.at(-1)?.position ?? 0
  const position = all.find((row) => row.name === name)?.position ?? last + 1
  db.transaction(() => {
    append(db, house.clock(), 'view.save', name)
    save(db, 'saved_view', { name, position, filter: JSON.stringify(input.filter) })
  })()
  return listViews(house)
}

export function dropView(house: House, { name }: Parsed<'view.drop'>): readonly SavedView[] {
  const { db } = house
  db.transaction(() => {
    append(db, house.clock(), 'view.drop', name)
    db.prepare('DELETE FROM saved_view WHERE name = ?').run(name.normalize('NFC'))
  })()
  return listViews(house)
}
