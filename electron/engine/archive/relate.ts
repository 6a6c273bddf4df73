/** Saying how papers belong together: the version that takes another's place, and triples. */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { MaterialView } from '../../../shared/model/material.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { isTripleKind } from '../../../shared/programme/triple.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { type MaterialRow, rowOf } from './material-rows.ts'
import { viewOf } from './material-view.ts'
import { tripleIdOf } from './triples.ts'
import { chainOf } from './versions.ts'

function refuseKnot(db: Database, row: MaterialRow, older: MaterialRow): void {
  const chain = chainOf(db, row.seq)
  if (chain.some(({ seq }) => seq === older.seq)) {
    throw new Fault('version.chain', { name: row.name, older: older.name })
  }
  const taken = db
    .prepare<[number, number], string>(
      `SELECT m.name FROM succession s JOIN material m ON m.seq = s.material
       WHERE s.older = ? AND s.material <> ?`,
    )
    .pluck()
    .get(older.seq, row.seq)
  if (taken !== undefined) throw new Fault('version.taken', { older: older.name, name: taken })
}

/**
 * Says which paper this one takes the place of; null takes it back. The old one stays as it is.
 * Throws `material.unknown`, `version.taken`, `version.chain`.
 */
export function replacePaper(house: House, input: Parsed<'material.replace'>): MaterialView {
  const { db } = house
  const row = rowOf(db, input.sha256)
  const older = input.older === null ? null : rowOf(db, input.older)
  db.transaction(() => {
    db.prepare('DELETE FROM succession WHERE material = ?').run(row.seq)
    if (older) refuseKnot(db, row, older)
    append(db, house.clock(), 'material.replace', row.sha256, { older: input.older })
    const day = todayInChina(house.clock())
    if (older) save(db, 'succession', { material: row.seq, older: older.seq, day })
  })()
  return viewOf(house, row)
}

/**
 * Puts two papers into the same triple. Throws `material.unknown`, `triple.kind` for a paper that is
 * neither contract nor invoice nor payment, `triple.other` where they belong to different ones.
 */
export function joinTriple(house: House, input: Parsed<'triple.join'>): MaterialView {
  const { db } = house
  const rows = [input.sha256, input.other].map((sha256) => rowOf(db, sha256))
  const [row, other] = rows as [MaterialRow, MaterialRow]
  const odd = rows.find(({ kind }) => !isTripleKind(kind))
  if (odd || row === other || row.seq === other.seq) {
    throw new Fault('triple.kind', { name: (odd ?? row).name })
  }
  const [mine, theirs] = rows.map(({ seq }) => tripleIdOf(db, seq))
  if (mine !== undefined && theirs !== undefined && mine !== theirs) {
    throw new Fault('triple.other', { name: row.name, other: other.name })
  }
  db.transaction(() => {
    const seq = append(db, house.clock(), 'triple.join', row.sha256, { other: other.sha256 })
    const id = mine ?? theirs ?? seq
    for (const each of rows) save(db, 'triple', { material: each.seq, triple: id })
  })()
  return viewOf(house, row)
}

/** Takes a paper out of its triple; the last one left leaves with it. Throws `material.unknown`. */
export function leaveTriple(house: House, input: Parsed<'triple.leave'>): MaterialView {
  const { db } = house
  const row = rowOf(db, input.sha256)
  const id = tripleIdOf(db, row.seq)
  if (id === undefined) return viewOf(house, row)
  db.transaction(() => {
    append(db, house.clock(), 'triple.leave', row.sha256)
    db.prepare('DELETE FROM triple WHERE material = ?').run(row.seq)
    db.prepare(
      'DELETE FROM triple WHERE triple = ? AND (SELECT count(*) FROM triple WHERE triple = ?) = 1',
    ).run(id, id)
  })()
  return viewOf(house, row)
}
