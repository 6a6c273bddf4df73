/** A vault's folder is moved, copied, named strangely, reached by other ways and forgotten. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../../electron/engine/open.ts'
import { inspectVault } from '../../../electron/engine/vault/inspect.ts'
import { engineWithVault, file, keep, surroundings, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const around = surroundings()
const base = { id: 'js-internet-plus-base', edition: '2022' }

test.each([
  '我的 保险库（2022年度）',
  `it's a "vault" $HOME; rm -rf`,
  '库#1%20&?',
  '.隐藏',
  '保'.repeat(80),
  'name\nwith line break',
])('a vault lives in a folder named %j', async (name) => {
  const dir = join(tempFolder(), name)
  closeVault(createVault(dir, '库', around))
  const house = keep(openVault(dir, around))
  expect(house.dir).toBe(dir)
  closeVault(house)
  expect(await inspectVault(dir, quietJob)).toMatchObject({ ok: true, damages: [] })
})

test('a relative path, a trailing slash and dots lead to the same vault, named absolutely', () => {
  const dir = join(tempFolder(), 'v')
  closeVault(createVault(relative(process.cwd(), dir), '库', around))
  for (const way of [`${dir}/`, `${dir}/../v/.`, relative(process.cwd(), dir)]) {
    const house = openVault(way, around)
    expect(house.dir).toBe(dir)
    closeVault(house)
  }
})

test('the vault that is open is opened again by any way to it, and stays open', async () => {
  const { call, handle, house } = engineWithVault()
  const link = join(tempFolder(), '快捷方式')
  symlinkSync(house.dir, link)
  for (const way of [house.dir, `${house.dir}/`, join(house.dir, '.'), link]) {
    const { open } = await call('vault.open', { folder: handle(way) })
    expect(open?.id).toBe(house.vaultId)
    expect(house.db.open).toBe(true)
  }
  expect((await call('vault.state', {})).recent).toHaveLength(1)
})

test('a file where a vault should go, or stand, is refused by name', async () => {
  const { call, handle } = engineWithVault()
  const path = file(tempFolder(), '保险库', 'x')
  for (const place of [path, join(path, 'inner')]) {
    await expect(call('vault.create', { folder: handle(place), name: '库' })).rejects.toMatchObject(
      { fault: { code: 'target.unwritable', data: { path: place } } },
    )
    await expect(call('vault.open', { folder: handle(place) })).rejects.toMatchObject({
      fault: { code: 'vault.missing' },
    })
  }
  const long = join(tempFolder(), '长'.repeat(100))
  await expect(call('vault.create', { folder: handle(long), name: '库' })).rejects.toMatchObject({
    fault: { code: 'target.unwritable' },
  })
  expect((await call('vault.state', {})).open?.name).toBe('测试库')
})

test('moved to another disk, a vault opens with its papers, applications, identity and receipts', async () => {
  const { call, handle, house, close } = engineWithVault()
  const paper = handle(file(tempFolder(), '营业执照.pdf', '%PDF-1.4 照'))
  const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
  const { id } = await call('application.create', factory)
  await call('application.attach', { id, slot: 'licence', files: [paper] })
  const receipt = await call('application.export', {
    id,
    to: handle(tempFolder()),
    reason: '演练',
  })
  const before = await call('application.open', { id })
  const identities = await call('identity.list', {})
  close()
  const moved = join(tempFolder(), '新电脑', '保险库')
  cpSync(house.dir, moved, { recursive: true })
  rmSync(house.dir, { recursive: true })
  expect(await inspectVault(moved, quietJob)).toMatchObject({ ok: true })
  await call('vault.open', { folder: handle(moved) })
  const after = await call('application.open', { id })
  expect(after).toEqual(before)
  expect(after.receipts).toEqual([receipt])
  expect(await call('identity.list', {})).toEqual(identities)
  expect((await call('vault.fsck', {})).ok).toBe(true)
  const again = await call('application.export', { id, to: handle(tempFolder()), reason: '再报' })
  expect(again.fingerprint).toBe(receipt.fingerprint)
})

test('each entry of the list of vaults opens the folder that it shows, copies included', async () => {
  const { call, handle, house } = engineWithVault()
  await call('vault.close', {})
  const copy = join(tempFolder(), '备份')
  cpSync(house.dir, copy, { recursive: true })
  await call('vault.open', { folder: handle(copy) })
  const { id } = await call('application.create', base)
  await call('vault.close', {})
  const { recent } = await call('vault.state', {})
  expect(recent.map(({ folder }) => folder)).toEqual([copy, house.dir])
  for (const entry of recent) {
    const { open } = await call('vault.open', { recent: entry.id })
    expect(open?.folder).toBe(entry.folder)
    const rows = await call('application.list', {})
    expect(rows.map((row) => row.id)).toEqual(entry.folder === copy ? [id] : [])
  }
})

test('a vault that has vanished from its place is named, and the others still open', async () => {
  const { call, handle, house, desk } = engineWithVault()
  const gone = join(tempFolder(), '优盘')
  await call('vault.create', { folder: handle(gone), name: '优盘库' })
  await call('vault.open', { folder: handle(house.dir) })
  renameSync(gone, `${gone}-away`)
  const { recent } = await call('vault.state', {})
  const entry = recent.find(({ folder }) => folder === gone)
  await expect(call('vault.open', { recent: entry?.id ?? '' })).rejects.toMatchObject({
    fault: { code: 'vault.missing', data: { folder: gone } },
  })
  expect((await call('vault.state', {})).open?.folder).toBe(house.dir)
  await expect(call('vault.open', { recent: 'nobody' })).rejects.toMatchObject({
    fault: { code: 'vault.missing' },
  })
  // A list that was lost or written over is an empty one, and is begun anew.
  writeFileSync(join(desk.config, 'recent.json'), '{"half":')
  expect((await call('vault.state', {})).recent).toEqual([])
})

test('settings that cannot be written keep no vault from opening', async () => {
  const { call, handle, house, desk } = engineWithVault()
  rmSync(desk.config, { recursive: true, force: true })
  writeFileSync(desk.config, 'a file where the settings should lie')
  await call('vault.close', {})
  const state = await call('vault.open', { folder: handle(house.dir) })
  expect(state).toMatchObject({ open: { folder: house.dir }, recent: [] })
})

test('closing twice, and asking after closing, are answered calmly', async () => {
  const { call, house } = engineWithVault()
  expect((await call('vault.close', {})).open).toBeNull()
  expect((await call('vault.close', {})).open).toBeNull()
  await expect(call('application.list', {})).rejects.toMatchObject({
    fault: { code: 'vault.none' },
  })
  expect(existsSync(join(house.dir, 'holder.json'))).toBe(false)
  chmodSync(house.dir, 0o755)
  mkdirSync(join(house.dir, '用户自己放的'))
  closeVault(openVault(house.dir, around))
  expect(existsSync(join(house.dir, '用户自己放的'))).toBe(true)
})
