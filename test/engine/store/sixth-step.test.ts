/** A vault with exports in it, made before there was a status path. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { rowDigest, save } from '../../../electron/engine/store/rows.ts'
import { tempFolder } from '../../support/house.ts'

const at = migrations.findIndex(({ name }) => name === 'course of an application')

const receipt = {
  seq: 9,
  application: 'a1',
  revision: 4,
  at: '2023-02-27T17:30:00.000Z',
  path: '/tmp/b.zip',
  name: 'b.zip',
  size: 10,
  sha256: 'a'.repeat(64),
  bundle_id: '0a1b2c3d',
  tag_manifest: 'b'.repeat(64),
  fingerprint: 'c'.repeat(64),
  files: 3,
  blocking: 0,
  reason: '',
}
const application = {
  id: 'a1',
  seq: 1,
  programme: 'p',
  edition: '2023',
  track: null,
  pack_hash: 'h',
  state: 'exported',
  revision: 4,
  created_at: '2023-01-01T00:00:00.000Z',
  changed_at: '2023-02-27T17:30:00.000Z',
  sample: 0,
}

test('exports made before become the first events, on the day in China, and are sealed', () => {
  const dir = tempFolder()
  mkdirSync(join(dir, 'backups'))
  const old = openStore(dir, migrations.slice(0, at), new Date('2023-02-28T00:00:00Z'))
  old.db.transaction(() => {
    save(old.db, 'pack', { hash: 'h', body: '{}' })
    save(old.db, 'application', application)
    save(old.db, 'receipt', receipt)
  })()
  old.db.close()
  const { db } = openStore(dir, migrations.slice(0, at + 1), new Date('2023-03-01T00:00:00Z'))
  const [event] = db.prepare<[], Record<string, string | number>>('SELECT * FROM event').all()
  expect(event).toMatchObject({
    seq: 9,
    application: 'a1',
    state: 'exported',
    day: '2023-02-28',
    source: 'export',
    ref: '0a1b2c3d',
  })
  expect(event?.digest).toBe(rowDigest(db, 'event', event ?? {}))
  db.close()
})
