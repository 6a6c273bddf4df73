/** Which contract, invoices and payments belong together, and what they say of each other. */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import type { Material } from '../../../shared/model/material.ts'
import type { Triple, TripleList } from '../../../shared/model/triple.ts'
import { addSums, doubtsOf, inOrder, sumsOf } from '../../../shared/programme/triple.ts'
import type { House } from '../house.ts'
import { type MaterialRow, toMaterial } from './material-rows.ts'

const triple = (id: number, papers: readonly Material[]): Triple => ({
  id,
  materials: inOrder(papers),
  sums: sumsOf(papers),
  doubts: doubtsOf(papers),
})

/** Number of the triple that a paper belongs to. */
export const tripleIdOf = (db: Database, seq: number): number | undefined =>
  db.prepare<[number], number>('SELECT triple FROM triple WHERE material = ?').pluck().get(seq)

/** Papers of a triple, in the order of their arrival. */
const members = (db: Database, id: number): Material[] =>
  db
    .prepare<[number], MaterialRow>(
      `SELECT m.* FROM triple t JOIN material m ON m.seq = t.material WHERE t.triple = ?
       ORDER BY m.seq`,
    )
    .all(id)
    .map(toMaterial)

/** The triple that a paper belongs to, or null. */
export function tripleOf(db: Database, seq: number): Triple | null {
  const id = tripleIdOf(db, seq)
  return id === undefined ? null : triple(id, members(db, id))
}

type Member = MaterialRow & { readonly triple: number }

/** Every triple, newest first. */
export function allTriples(db: Database): Triple[] {
  const groups = new Map<number, Material[]>()
  const rows = db.prepare<[], Member>(
    `SELECT m.*, t.triple FROM triple t JOIN material m ON m.seq = t.material
     ORDER BY t.triple DESC, m.seq`,
  )
  for (const { triple: id, ...row } of rows.iterate()) {
    groups.set(id, [...(groups.get(id) ?? []), toMaterial(row)])
  }
  return [...groups].map(([id, papers]) => triple(id, papers))
}

const says = ({ materials }: Triple, text: string): boolean =>
  materials.some(({ name, facts }) =>
    [name, ...Object.values(facts)].some((each) => each.toLowerCase().includes(text)),
  )

/** A page of triples, newest first, with the sums over all that fit. */
export function listTriples({ db }: House, input: Parsed<'triple.list'>): TripleList {
  const { text = '', doubtful, offset, limit } = input
  const wanted = text.trim().toLowerCase()
  const fitting = allTriples(db).filter(
    (each) =>
      (wanted === '' || says(each, wanted)) &&
      (!doubtful || each.doubts.some(({ weight }) => weight === 'contradiction')),
  )
  return {
    triples: fitting.slice(offset, offset + limit),
    total: fitting.length,
    sums: addSums(fitting.map(({ sums }) => sums)),
  }
}
