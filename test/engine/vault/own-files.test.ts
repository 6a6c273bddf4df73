/** People drag whole folders: the vault's own files must never be read as papers. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseFile, vaultFile } from '../../../electron/engine/vault/paths.ts'
import { cliFile } from '../../support/cli.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

/** What a second program is told that wants the same vault. */
function secondProgram(vault: string): string {
  try {
    execFileSync(process.execPath, [cliFile, 'list', '--vault', vault, '--json'], { stdio: 'pipe' })
    return 'opened'
  } catch (error) {
    return JSON.parse(String((error as { stdout: Buffer }).stdout)).fault.code
  }
}

const namesOf = (results: readonly { from: string; outcome: string }[]) =>
  results.map(({ from, outcome }) => `${basename(from)} ${outcome}`).toSorted()

test('a dragged folder that holds the open vault brings its papers, and the vault stays held', async () => {
  const { call, handle, house } = engineWithVault()
  const documents = dirname(house.dir)
  rmSync(join(documents, 'config'), { recursive: true })
  file(documents, '审计报告.pdf', '%PDF-1.4 审计')
  const { results } = await call('material.import', { files: [handle(documents)] })
  expect(namesOf(results)).toEqual(['vault refused', '审计报告.pdf imported'])
  expect(results.find(({ outcome }) => outcome === 'refused')?.fault?.code).toBe('file.ofVault')
  expect(secondProgram(house.dir)).toBe('vault.inUse')
})

test.each([
  'the folder',
  'a folder in it',
  'its database',
  'its description',
  'a link to its database',
])('%s of the open vault, picked itself, is refused and the vault stays held', async (what) => {
  const { call, handle, house } = engineWithVault()
  const link = join(tempFolder(), '数据库.pdf')
  symlinkSync(databaseFile(house.dir), link)
  const picked: Readonly<Record<string, string>> = {
    'the folder': house.dir,
    'a folder in it': join(house.dir, 'keys'),
    'its database': databaseFile(house.dir),
    'its description': vaultFile(house.dir),
    'a link to its database': link,
  }
  await call('identity.create', { name: '甲' })
  const { results } = await call('material.import', { files: [handle(picked[what] ?? '')] })
  expect(results.map(({ fault }) => fault?.code)).toEqual(['file.ofVault'])
  expect((await call('material.list', {})).total).toBe(0)
  expect(secondProgram(house.dir)).toBe('vault.inUse')
})

test('looking at the database as if it were a bundle or a pack leaves the vault held', async () => {
  const { call, handle, house } = engineWithVault()
  const database = handle(databaseFile(house.dir))
  const refused = { fault: { code: 'file.ofVault' } }
  await expect(call('bundle.verify', { file: database })).rejects.toMatchObject(refused)
  await expect(call('pack.preview', { file: database })).rejects.toMatchObject(refused)
  await expect(call('pack.import', { file: database })).rejects.toMatchObject(refused)
  expect(secondProgram(house.dir)).toBe('vault.inUse')
})

test('a copy of a vault on a stick is one refused entry, not thousands of nameless papers', async () => {
  const { call, handle, house } = engineWithVault()
  const stick = tempFolder()
  cpSync(house.dir, join(stick, '备份', '保险库'), { recursive: true })
  mkdirSync(join(stick, '证书'))
  file(join(stick, '证书'), '贯标证书.pdf', '%PDF-1.4 贯标')
  const { results } = await call('material.import', { files: [handle(stick)] })
  expect(namesOf(results)).toEqual(['保险库 refused', '贯标证书.pdf imported'])
})

test.each([
  ['its database', (dir: string) => databaseFile(dir)],
  ['a new file in it', (dir: string) => join(dir, '申报书.pdf')],
  ['a new file in a folder of it', (dir: string) => join(dir, 'blobs', '申报书.pdf')],
])('nothing is saved over or into the open vault: %s', async (_, place) => {
  const { call, handle, house } = engineWithVault()
  const { id } = await call('application.create', {
    id: 'js-internet-plus-base',
    edition: '2022',
    track: null,
  })
  const to = handle(place(house.dir))
  const refused = { fault: { code: 'target.ofVault' } }
  await expect(call('application.render', { id, to })).rejects.toMatchObject(refused)
  await expect(call('application.bind', { id, to })).rejects.toMatchObject(refused)
  await expect(
    call('programme.save', { id: 'js-sme-service-platform', edition: '2024', to }),
  ).rejects.toMatchObject(refused)
  expect(secondProgram(house.dir)).toBe('vault.inUse')
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, orphans: 0 })
})
