/** Duties that were marked as done before they could be settled otherwise. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { rowDigest, save } from '../../../electron/engine/store/rows.ts'
import { tempFolder } from '../../support/house.ts'

const at = migrations.findIndex(({ name }) => name === 'settled duties')

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
const done = { application: 'a1', duty: 'd', due: '2022-12-31', day: '2022-12-20', note: '已报' }

test('what was marked as done stays done, and is sealed', () => {
  const dir = tempFolder()
  mkdirSync(join(dir, 'backups'))
  const old = openStore(dir, migrations.slice(0, at), new Date('2023-02-28T00:00:00Z'))
  old.db.transaction(() => {
    save(old.db, 'pack', { hash: 'h', body: '{}' })
    save(old.db, 'application', application)
    save(old.db, 'duty_done', done)
  })()
  old.db.close()
  const { db } = openStore(dir, migrations.slice(0, at + 1), new Date('2023-03-01T00:00:00Z'))
  const rows = db.prepare<[], Record<string, string>>('SELECT * FROM duty_settled').all()
  expect(rows).toMatchObject([{ ...done, outcome: 'done' }])
  expect(rows[0]?.digest).toBe(rowDigest(db, 'duty_settled', rows[0] ?? {}))
  db.close()
})
