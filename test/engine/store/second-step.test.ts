/** A vault of version 1 with rows in it, opened by this program. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { m0001 } from '../../../electron/engine/store/migrations/m0001-first-tables.ts'
import { m0002 } from '../../../electron/engine/store/migrations/m0002-readings-and-ticks.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { rowDigest, save } from '../../../electron/engine/store/rows.ts'
import { tempFolder } from '../../support/house.ts'

const application = {
  id: 'a1',
  seq: 1,
  programme: 'p',
  edition: '2023',
  track: null,
  pack_hash: 'h',
  state: 'draft',
  revision: 3,
  created_at: '2023-01-01T00:00:00.000Z',
  changed_at: '2023-01-02T00:00:00.000Z',
  sample: 0,
}
const material = {
  seq: 7,
  sha256: 'f'.repeat(64),
  name: '审计报告.pdf',
  kind: 'audit-report',
  size: 10,
  media: 'application/pdf',
  facts: '{"year":"2022"}',
  valid_from: null,
  valid_to: null,
  note: '',
  confirmed: 1,
  damaged: 0,
  sample: 0,
  imported_at: '2023-01-01T00:00:00.000Z',
  deleted_at: null,
}
const attestation = {
  application: 'a1',
  condition: 'c',
  outcome: 'met',
  name: '林示文',
  note: '已核对。',
  day: '2023-01-02',
}

function firstVersion(): string {
  const dir = tempFolder()
  mkdirSync(join(dir, 'backups'))
  const { db } = openStore(dir, [m0001], new Date('2023-01-02T00:00:00Z'))
  db.transaction(() => {
    save(db, 'pack', { hash: 'h', body: '{}' })
    save(db, 'application', application)
    save(db, 'material', material)
    save(db, 'link', { application: 'a1', slot: 's', material: 7, position: 1 })
    save(db, 'attestation', attestation)
  })()
  db.close()
  return dir
}

test('what was there stays as it was, seals included; the new tables take their rows', () => {
  const { db } = openStore(firstVersion(), [m0001, m0002], new Date('2023-02-01T00:00:00Z'))
  for (const [table, row] of Object.entries({ application, material, attestation })) {
    const kept = db.prepare(`SELECT * FROM ${table}`).get()
    expect(kept).toEqual({ ...row, digest: rowDigest(db, table, row) })
  }
  const reading = {
    application: 'a1',
    condition: 'c',
    reading: 'b',
    name: '',
    note: '',
    day: '2023-02-01',
  }
  const tick = {
    application: 'a1',
    slot: 's',
    material: 7,
    point: '签字',
    name: '',
    day: '2023-02-01',
  }
  db.transaction(() => {
    save(db, 'reading', reading)
    save(db, 'reading', { ...reading, reading: 'a' })
    save(db, 'tick', tick)
    save(db, 'tick', { ...tick, point: '盖章' })
  })()
  expect(db.prepare('SELECT reading FROM reading').pluck().all()).toEqual(['a'])
  expect(db.prepare('SELECT point FROM tick ORDER BY point').pluck().all()).toEqual([
    '盖章',
    '签字',
  ])
  expect(() => save(db, 'tick', { ...tick, material: 8 })).toThrow(/FOREIGN KEY/)
  db.prepare("DELETE FROM application WHERE id = 'a1'").run()
  expect(db.prepare('SELECT count(*) FROM reading').pluck().get()).toBe(0)
  expect(db.prepare('SELECT count(*) FROM tick').pluck().get()).toBe(0)
  db.close()
})
