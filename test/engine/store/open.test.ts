import { execFileSync, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../../electron/engine/open.ts'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { save } from '../../../electron/engine/store/rows.ts'
import { file, keep, root, surroundings, tempFolder } from '../../support/house.ts'

const next = {
  name: 'a column more',
  up: (db: Database.Database) => db.exec('ALTER TABLE fact ADD COLUMN more TEXT'),
}

function closedVault(): string {
  const dir = join(tempFolder(), 'vault')
  const house = createVault(dir, '库', surroundings())
  house.db.transaction(() => save(house.db, 'fact', { key: 'name', value: '甲', revision: 1 }))()
  closeVault(house)
  return dir
}

test('a vault is durable by its pragmas: WAL, FULL, exclusive, foreign keys', () => {
  const { db } = keep(openVault(closedVault(), surroundings()))
  const pragma = (name: string) => db.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('locking_mode')).toBe('exclusive')
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  expect(pragma('cell_size_check')).toBe(1)
  expect(pragma('mmap_size')).toBe(0)
})

test('a migration runs once, after a whole copy of the database before it', () => {
  const dir = closedVault()
  const { db } = openStore(dir, [...migrations, next], new Date())
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  expect(db.prepare('SELECT key, value, more FROM fact').all()).toEqual([
    { key: 'name', value: '甲', more: null },
  ])
  db.close()
  const [copy, ...others] = readdirSync(join(dir, 'backups'))
  expect(others).toEqual([])
  expect(copy).toMatch(new RegExp(`^before-migration-${migrations.length}-\\d{14}\\.db$`))
  const before = new Database(join(dir, 'backups', copy ?? ''), { readonly: true })
  expect(before.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(before.prepare('SELECT value FROM fact').pluck().all()).toEqual(['甲'])
  before.close()
})

test('a migration that fails leaves the vault as it was', () => {
  const dir = closedVault()
  const broken = {
    name: 'broken',
    up: (db: Database.Database) => db.exec('DROP TABLE fact; nonsense'),
  }
  expect(() => openStore(dir, [...migrations, broken], new Date())).toThrow(/nonsense/)
  const { db } = keep(openVault(dir, surroundings()))
  expect(db.prepare('SELECT value FROM fact').pluck().all()).toEqual(['甲'])
})

test('a vault of a newer program opens read-only and names the version it needs', () => {
  const dir = closedVault()
  closeVault(openVault(dir, { ...surroundings(), version: '9.1.0' }))
  openStore(dir, [...migrations, next], new Date()).db.close()
  const house = keep(openVault(dir, surroundings()))
  expect(house.readOnly).toBe(true)
  expect(house.needsVersion).toBe('9.1.0')
  expect(() => save(house.db, 'fact', { key: 'x', value: 'y', revision: 1, more: null })).toThrow(
    /readonly/,
  )
})

test('a second process is refused at once, and told who holds the vault', () => {
  const dir = closedVault()
  keep(openVault(dir, { ...surroundings(), program: '桌面程序' }))
  const script = `
    import { openVault } from '${root}electron/engine/open.ts'
    const around = { packs: { packs: [], unusable: [] }, policies: [], assets: '', version: '0.1.0', program: 'b', clock: () => new Date() }
    try { openVault(process.argv[2], around); console.log('opened') }
    catch (error) { console.log(JSON.stringify({ code: error.code, ...error.data })) }`
  const path = file(tempFolder(), 'second.ts', script)
  const said = JSON.parse(execFileSync(process.execPath, [path, dir], { encoding: 'utf8' }))
  expect(said).toMatchObject({ code: 'vault.inUse', program: '桌面程序', pid: process.pid })
})

test('after a kill the vault opens at once', async () => {
  const dir = closedVault()
  const script = `
    import { openVault } from '${root}electron/engine/open.ts'
    import { save } from '${root}electron/engine/store/rows.ts'
    const around = { packs: { packs: [], unusable: [] }, policies: [], assets: '', version: '0.1.0', program: 'b', clock: () => new Date() }
    const { db } = openVault(process.argv[2], around)
    save(db, 'fact', { key: 'phone', value: '1', revision: 1 })
    console.log('saved')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, [file(tempFolder(), 'holder.ts', script), dir])
  await new Promise((done) => child.stdout.once('data', done))
  child.kill('SIGKILL')
  await new Promise((done) => child.once('exit', done))
  const { db } = keep(openVault(dir, surroundings()))
  expect(db.prepare(`SELECT value FROM fact WHERE key = 'phone'`).pluck().get()).toBe('1')
})
