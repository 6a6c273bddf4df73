/** The rows of chosen readings and of ticks inside papers. */
import type { Database } from 'better-sqlite3'
import type { ChosenReading, Tick } from '../../../shared/model/verdict.ts'

type ReadingRow = Omit<ChosenReading, 'on'> & { readonly day: string }

/** By condition. */
export const readingsOf = (db: Database, id: string): Readonly<Record<string, ChosenReading>> =>
  Object.fromEntries(
    db
      .prepare<[string], ReadingRow>('SELECT * FROM reading WHERE application = ?')
      .all(id)
      .map(({ condition, reading, name, note, day }) => [
        condition,
        { condition, reading, name, note, on: day },
      ]),
  )

/** In the order of slots, papers and points. */
export const ticksOf = (db: Database, id: string): Tick[] =>
  db
    .prepare<[string], Omit<Tick, 'on'> & { readonly day: string }>(
      `SELECT t.slot, m.sha256, t.point, t.name, t.day FROM tick t
       JOIN material m ON m.seq = t.material WHERE t.application = ?
       ORDER BY t.slot, t.material, t.point`,
    )
    .all(id)
    .map(({ slot, sha256, point, name, day }) => ({ slot, sha256, point, name, on: day }))
