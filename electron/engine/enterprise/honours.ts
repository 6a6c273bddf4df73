/**
 * Titles that the enterprise holds: those that certificates of the archive show, and those entered
 * without a scan, by hand or when an application was closed.
 */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Honour } from '../../../shared/model/reserve.ts'
import { compareDays } from '../../../shared/programme/calendar.ts'
import type { HeldTitle } from '../../../shared/programme/evidence.ts'
import { titleOf } from '../../../shared/programme/label.ts'
import { titlesOf } from '../../../shared/programme/titles.ts'
import { certificates } from '../application/rows.ts'
import { randomHex } from '../crypto.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'

/** In the order in which they were entered. */
export const honoursOf = (db: Database): Honour[] =>
  db
    .prepare<[], Honour>(
      `SELECT id, code, number, level, issued, expires, application FROM honour ORDER BY seq`,
    )
    .all()

/** All titles on record. One that a certificate shows as well is told once, with its paper. */
export function heldTitles({ db }: House): readonly HeldTitle[] {
  const shown = titlesOf(certificates(db))
  const entered = honoursOf(db).map(({ code, issued, expires }) => ({
    code,
    since: issued,
    until: expires,
  }))
  const isShown = (each: HeldTitle) =>
    shown.some(
      ({ code, since, until }) =>
        code === each.code && since === each.since && (until ?? null) === (each.until ?? null),
    )
  return [...shown, ...entered.filter((each) => !isShown(each))]
}

export type NewHonour = Omit<Honour, 'id' | 'application'> & {
  readonly application: string | null
  /** The event that closed its application, which takes the title back when it is undone. */
  readonly event: number | null
}

/**
 * Belongs into a transaction, whose line of the log is `seq`. Throws `honour.unknown`,
 * `honour.dates`.
 */
export function writeHonour(db: Database, seq: number, honour: NewHonour): void {
  if (!titleOf(honour.code)) throw new Fault('honour.unknown', { code: honour.code })
  const { issued, expires } = honour
  if (expires !== null && compareDays(expires, issued) < 0) {
    throw new Fault('honour.dates', { issued, expires })
  }
  save(db, 'honour', { id: randomHex(8), seq, ...honour })
}

export const listHonours = ({ db }: House): readonly Honour[] => honoursOf(db)

/** A title entered by hand, with or without its certificate. Throws `honour.unknown`, `honour.dates`. */
export function addHonour(house: House, input: Parsed<'honour.add'>): readonly Honour[] {
  const { db } = house
  db.transaction(() => {
    const seq = append(db, house.clock(), 'honour.add', input.code)
    writeHonour(db, seq, { ...input, application: null, event: null })
  })()
  return honoursOf(db)
}

/** Throws `honour.unknown`. */
export function removeHonour(house: House, { id }: Parsed<'honour.remove'>): readonly Honour[] {
  const { db } = house
  db.transaction(() => {
    append(db, house.clock(), 'honour.remove', id)
    const { changes } = db.prepare('DELETE FROM honour WHERE id = ?').run(id)
    if (changes === 0) throw new Fault('honour.unknown', { code: id })
  })()
  return honoursOf(db)
}
