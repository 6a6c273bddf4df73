/**
 * Keeps the catalogue ([Note: Catalogue]) in step with the materials: written in the transaction of
 * the row itself, built anew whenever it is not what this program would have written. Nothing but
 * finding may depend on it.
 */
import type { Database } from 'better-sqlite3'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Facts } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { sha256 } from '../crypto.ts'
import { invoiceIn } from './claims.ts'
import { filingOf } from './filing.ts'
import { initialsOf } from './initials.ts'
import type { MaterialRow } from './material-rows.ts'
import { catalogueVersion, indexed } from './search-words.ts'

const labels = new Map(materialKinds.map(({ id, label }) => [id, Object.values(label)]))

/** A date as a table shows it and as a sentence says it. */
function dated(value: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  return day ? [value, `${year}年${Number(month)}月${Number(day)}日`] : [value]
}

/** Everything by which a material can be found. */
function textsOf(row: MaterialRow, filing: Filing, text: string): string[] {
  const facts = Object.values(JSON.parse(row.facts) as Facts)
  const dates = [row.valid_from, row.valid_to].filter((day) => day !== null)
  const values = [...facts, ...dates].flatMap(dated)
  const place = [filing.cabinet, filing.number, ...filing.tags]
  return [row.name, ...(labels.get(row.kind) ?? []), ...values, row.note, ...place, text]
}

const yearFacts = ['year', 'month', 'issuedOn', 'signedOn', 'paidOn', 'heldOn', 'serviceFrom']

/** The year that a paper belongs to: by its facts, else by its name; 0 where nothing tells. */
export function yearOf({ facts, name }: Pick<MaterialRow, 'facts' | 'name'>): number {
  const known = JSON.parse(facts) as Facts
  const told = yearFacts.map((key) => /^(?:19|20)\d\d/.exec(known[key] ?? '')?.[0])
  const named = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(name)?.[0]
  return Number(told.find(Boolean) ?? named ?? 0)
}

type Entry = Readonly<Record<string, string | number | null>>

function statements(db: Database) {
  return {
    version: db.prepare<[], number>('SELECT version FROM catalogue_state').pluck(),
    text: db
      .prepare<[number], string | null>(
        "SELECT json_extract(body, '$.text') FROM extraction WHERE material = ?",
      )
      .pluck(),
    words: db.prepare<[number], string>('SELECT words FROM catalogue WHERE seq = ?').pluck(),
    index: db.prepare<[Entry], void>(
      `INSERT OR REPLACE INTO catalogue_index (rowid, body, codes, initials)
       VALUES (:seq, :body, :codes, :initials)`,
    ),
    revise: db
      .prepare<[], number>('UPDATE catalogue_state SET revision = revision + 1 RETURNING revision')
      .pluck(),
    entry: db.prepare<[Entry], void>(
      `INSERT INTO catalogue (seq, binned, kind, year, valid_from, valid_to, confirmed, damaged,
         invoice, cabinet, tags, words, revision)
       VALUES (:seq, :binned, :kind, :year, :validFrom, :validTo, :confirmed, :damaged, :invoice,
         :cabinet, :tags, :words, :revision)
       ON CONFLICT (seq) DO UPDATE SET binned = excluded.binned, kind = excluded.kind,
         year = excluded.year, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
         confirmed = excluded.confirmed, damaged = excluded.damaged, invoice = excluded.invoice,
         cabinet = excluded.cabinet, tags = excluded.tags, words = excluded.words,
         revision = excluded.revision`,
    ),
  }
}

const prepared = new WeakMap<Database, ReturnType<typeof statements>>()
function statementsOf(db: Database) {
  const found = prepared.get(db) ?? statements(db)
  prepared.set(db, found)
  return found
}

const textOf = (db: Database, seq: number): string => statementsOf(db).text.get(seq) ?? ''

function enter(db: Database, row: MaterialRow): void {
  const write = statementsOf(db)
  const filing = filingOf(db, row.seq)
  const texts = textsOf(row, filing, textOf(db, row.seq))
  const words = sha256(JSON.stringify(texts))
  if (write.words.get(row.seq) !== words) {
    const initials = initialsOf(row.name)
    write.index.run({ seq: row.seq, ...indexed(texts), initials })
  }
  write.entry.run({
    seq: row.seq,
    binned: row.deleted_at === null ? 0 : 1,
    kind: row.kind,
    year: yearOf(row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    confirmed: row.confirmed,
    damaged: row.damaged,
    invoice: invoiceIn(row),
    cabinet: filing.cabinet,
    tags: JSON.stringify(filing.tags),
    words,
    revision: write.revise.get() ?? 0,
  })
}

const isBroken = (error: unknown) => (error as { code?: string }).code === 'SQLITE_CORRUPT_VTAB'

/** Builds the whole catalogue anew, in one transaction. */
export function rebuildCatalogue(db: Database): void {
  db.transaction(() => {
    db.exec(`
      INSERT INTO catalogue_index (catalogue_index) VALUES ('delete-all');
      DELETE FROM catalogue;
      UPDATE catalogue_state SET live = 0, binned = 0, cuts = cuts + 1;
    `)
    const rows = db.prepare<[number], MaterialRow>(
      'SELECT * FROM material WHERE seq > ? ORDER BY seq LIMIT 500',
    )
    for (let page = rows.all(0); page.length > 0; page = rows.all(page.at(-1)?.seq ?? 0)) {
      for (const row of page) enter(db, row)
    }
    db.prepare('UPDATE catalogue_state SET version = ?').run(catalogueVersion)
  })()
}

/** Runs `work`; where the catalogue turns out broken, builds it anew and runs `work` once more. */
export function overCatalogue<T>(db: Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!isBroken(error) || db.readonly) throw error
    rebuildCatalogue(db)
    return work()
  }
}

const ready = new WeakSet<Database>()

const versionOf = (db: Database): number | undefined => statementsOf(db).version.get()

/** To be called before the catalogue is read or written: one of another version is built anew. */
export function readyCatalogue(db: Database): void {
  if (ready.has(db)) return
  if (versionOf(db) !== catalogueVersion && !db.readonly) rebuildCatalogue(db)
  // What happens inside a transaction may be taken back.
  if (!db.inTransaction) ready.add(db)
}

/** Enters a material as its row now is. Belongs into the transaction that wrote the row. */
export function catalogueRow(db: Database, row: MaterialRow): void {
  readyCatalogue(db)
  overCatalogue(db, () => enter(db, row))
}

/**
 * Makes what was read out of a material's file findable. Belongs into the transaction that keeps the
 * extraction, after it. A `seq` that no material has is nothing to index.
 */
export function indexMaterial({ db }: { readonly db: Database }, seq: number): void {
  const row = db.prepare<[number], MaterialRow>('SELECT * FROM material WHERE seq = ?').get(seq)
  if (row) catalogueRow(db, row)
}

type State = { readonly live: number; readonly binned: number }
/** How many materials there are outside 回收站, and in it. */
export const countsOf = (db: Database): State =>
  db.prepare<[], State>('SELECT live, binned FROM catalogue_state').get() ?? { live: 0, binned: 0 }

/**
 * True when every material is entered as this program would enter it, or when the next use builds all
 * anew. Reads everything, writes nothing.
 */
export function catalogueHolds(db: Database): boolean {
  if (versionOf(db) !== catalogueVersion) return true
  const held = db.prepare<[number], { words: string; binned: number; kind: string }>(
    'SELECT words, binned, kind FROM catalogue WHERE seq = ?',
  )
  const { live, binned } = countsOf(db)
  let seen = 0
  for (const row of db.prepare<[], MaterialRow>('SELECT * FROM material').iterate()) {
    seen += 1
    const entry = held.get(row.seq)
    const filing = filingOf(db, row.seq)
    const words = sha256(JSON.stringify(textsOf(row, filing, textOf(db, row.seq))))
    const fits =
      entry?.words === words &&
      entry.kind === row.kind &&
      entry.binned === (row.deleted_at === null ? 0 : 1)
    if (!fits) return false
  }
  return seen === live + binned
}
