import { expect, test } from 'vitest'
import { createVault } from '../../../electron/engine/open.ts'
import { append, firstBreak, logHead, logRoot } from '../../../electron/engine/store/log.ts'
import { rowDigest, save, sealedTables } from '../../../electron/engine/store/rows.ts'
import { keep, surroundings, tempFolder } from '../../support/house.ts'

const fresh = () => keep(createVault(`${tempFolder()}/v`, '库', surroundings()))

test('every table is sealed by a digest, but for the catalogue and the queue of the unread', () => {
  const { db } = fresh()
  const all = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'catalogue%'
       AND name <> 'unread'`,
    )
    .pluck()
  expect(sealedTables(db)).toEqual(all.all().toSorted())
})

test('a row carries the digest of its other columns, and a replaced row a new one', () => {
  const { db } = fresh()
  save(db, 'fact', { key: 'name', value: '甲公司', revision: 1 })
  save(db, 'fact', { key: 'name', value: '乙公司', revision: 2 })
  const rows = db.prepare<[], { digest: string; value: string }>('SELECT * FROM fact').all()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.value).toBe('乙公司')
  expect(rows[0]?.digest).toBe(rowDigest(db, 'fact', { key: 'name', value: '乙公司', revision: 2 }))
})

test('a row without one of its columns is not written', () => {
  const { db } = fresh()
  expect(() => save(db, 'fact', { key: 'name', value: '甲公司' })).toThrow(/fact.revision/)
})

test('STRICT tables refuse values of the wrong type', () => {
  const { db } = fresh()
  expect(() => save(db, 'fact', { key: 'name', value: '甲', revision: 'zwei' })).toThrow(/INTEGER/)
})

test('the log is a chain that cannot be changed or cut, and its breaks are found', () => {
  const { db } = fresh()
  append(db, new Date(0), 'test.one', 'a')
  append(db, new Date(0), 'test.two', 'b')
  expect(firstBreak(db)).toBeNull()
  expect(logHead(db)).not.toBe(logRoot)
  expect(() => db.exec(`UPDATE log SET action = 'x' WHERE seq = 2`)).toThrow(/append-only/)
  expect(() => db.exec('DELETE FROM log')).toThrow(/append-only/)
  db.exec(`DROP TRIGGER log_is_never_changed; UPDATE log SET detail = '{"a":1}' WHERE seq = 2`)
  expect(firstBreak(db)).toBe(2)
})
