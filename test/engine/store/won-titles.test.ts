/** Titles that were won before their duties could be settled otherwise. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { append } from '../../../electron/engine/store/log.ts'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { rowDigest, save } from '../../../electron/engine/store/rows.ts'
import { tempFolder } from '../../support/house.ts'

const application = {
  id: 'a1',
  seq: 1,
  programme: 'p',
  edition: '2022',
  track: null,
  pack_hash: 'h',
  state: 'recognised',
  revision: 4,
  created_at: '2022-01-01T00:00:00.000Z',
  changed_at: '2022-02-27T17:30:00.000Z',
  sample: 0,
}

/** The rows of a table after the step of a name, in a vault of before that holds a title. */
function after(step: string, table: string, before: (db: Database) => void) {
  const at = migrations.findIndex(({ name }) => name === step)
  const dir = tempFolder()
  mkdirSync(join(dir, 'backups'))
  const old = openStore(dir, migrations.slice(0, at), new Date('2023-02-28T00:00:00Z'))
  old.db.transaction(() => {
    save(old.db, 'pack', { hash: 'h', body: '{}' })
    save(old.db, 'application', application)
    before(old.db)
  })()
  old.db.close()
  const { db } = openStore(dir, migrations.slice(0, at + 1), new Date('2023-03-01T00:00:00Z'))
  const rows = db.prepare<[], Record<string, string>>(`SELECT * FROM ${table}`).all()
  expect(rows.map(({ digest }) => digest)).toEqual(rows.map((row) => rowDigest(db, table, row)))
  db.close()
  return rows
}

test('what was marked as done stays done, and is sealed', () => {
  const done = { application: 'a1', duty: 'd', due: '2022-12-31', day: '2022-12-20', note: '已报' }
  const rows = after('settled duties', 'duty_settled', (db) => save(db, 'duty_done', done))
  expect(rows).toMatchObject([{ ...done, outcome: 'done' }])
})

test('the day is kept on which a result was entered, in China, not the day of the result', () => {
  const rows = after('recognitions', 'recognition', (db) => {
    const seq = append(db, new Date('2022-02-27T17:30:00Z'), 'reserve.close', 'a1')
    const told = { application: 'a1', day: '2012-10-20', note: '', source: 'hand', ref: '' }
    save(db, 'event', { seq, state: 'recognised', ...told })
  })
  expect(rows).toMatchObject([{ application: 'a1', day: '2022-02-28' }])
})
