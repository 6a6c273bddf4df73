/** A vault of every earlier version, with rows in it, is brought to this one without loss. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openVault } from '../../../electron/engine/open.ts'
import { append, firstBreak, logHead } from '../../../electron/engine/store/log.ts'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { save } from '../../../electron/engine/store/rows.ts'
import { fsck } from '../../../electron/engine/vault/fsck.ts'
import { databaseFile, sealFile } from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, keep, surroundings } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { chanceOf } from '../../support/random.ts'

const around = surroundings()
const now = new Date('2023-01-02T00:00:00Z')

/** The folder of a vault whose database an earlier program has made: `version` steps, some rows. */
function earlier(version: number): string {
  const { house, close } = engineWithVault()
  close()
  for (const end of ['', '-wal', '-shm'])
    rmSync(`${databaseFile(house.dir)}${end}`, { force: true })
  rmSync(sealFile(house.dir), { force: true })
  const { db } = openStore(house.dir, migrations.slice(0, version), now)
  db.transaction(() => {
    append(db, now, 'vault.create', house.vaultId, { name: '库' })
    save(db, 'enterprise', { id: 1, revision: 2, sample: 0 })
    save(db, 'fact', { key: 'name', value: '江苏示例有限公司', revision: 1 })
    save(db, 'indicator', { code: 'main-revenue', year: 2021, value: '812.50', revision: 2 })
    append(db, now, 'enterprise.fill', 'enterprise')
  })()
  db.close()
  return house.dir
}

test.each(migrations.map((_, at) => at + 1))(
  'from version %i to the newest: rows, seals and log stay whole',
  async (version) => {
    const dir = earlier(version)
    const house = keep(openVault(dir, around))
    const { db } = house
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.prepare('SELECT key, value FROM fact').all()).toEqual([
      { key: 'name', value: '江苏示例有限公司' },
    ])
    expect(db.prepare('SELECT code, year, value FROM indicator').all()).toEqual([
      { code: 'main-revenue', year: 2021, value: '812.50' },
    ])
    expect((await fsck(dir, db, quietJob)).damages).toEqual([])
    const actions = db.prepare('SELECT action FROM log ORDER BY seq').pluck().all()
    const migrated = version < migrations.length ? ['vault.migrate'] : []
    expect(actions).toEqual(['vault.create', 'enterprise.fill', ...migrated])
    // The copy from before is whole and of the old version.
    const copies = readdirSync(join(dir, 'backups'))
    expect(copies).toHaveLength(migrated.length)
    for (const name of copies) {
      const copy = new Database(join(dir, 'backups', name), { readonly: true })
      expect(copy.pragma('user_version', { simple: true })).toBe(version)
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(firstBreak(copy)).toBeNull()
      copy.close()
    }
  },
)

test('whatever line of the log is changed, left out, put in or exchanged, the break is found', () => {
  const chance = chanceOf(9)
  const { house } = engineWithVault()
  const { db } = house
  db.transaction(() => {
    for (let n = 0; n < 40; n += 1) append(db, now, 'test', `${n}`, { n })
  })()
  expect(firstBreak(db)).toBeNull()
  const head = logHead(db)
  db.exec('DROP TRIGGER log_is_never_changed; DROP TRIGGER log_is_never_cut')
  const tampering: readonly ((seq: number) => void)[] = [
    (seq) => db.prepare(`UPDATE log SET detail = '{}' WHERE seq = ?`).run(seq),
    (seq) => db.prepare(`UPDATE log SET at = '2024' WHERE seq = ?`).run(seq),
    (seq) => db.prepare('UPDATE log SET prev = digest WHERE seq = ?').run(seq),
    (seq) => db.prepare('DELETE FROM log WHERE seq = ?').run(seq),
    (seq) => db.prepare('UPDATE log SET seq = seq + 1000 WHERE seq = ?').run(seq),
    (seq) =>
      // A line that is right in itself: only the chain shows that it was written later.
      save(db, 'log', { seq, at: '2024', action: 'x', subject: '', detail: '{}', prev: head }),
  ]
  for (let n = 0; n < 60; n += 1) {
    const seq = 2 + chance.below(38)
    db.exec('BEGIN')
    chance.pick(tampering)(seq)
    const broken = firstBreak(db)
    expect(broken).not.toBeNull()
    expect(Math.abs((broken ?? 0) - seq)).toBeLessThanOrEqual(1)
    db.exec('ROLLBACK')
  }
  expect(firstBreak(db)).toBeNull()
})
