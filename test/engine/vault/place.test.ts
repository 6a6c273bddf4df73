import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../../electron/engine/open.ts'
import { vaultFile } from '../../../electron/engine/vault/paths.ts'
import { localFolder } from '../../../electron/engine/vault/place.ts'
import { keep, surroundings, tempFolder } from '../../support/house.ts'

const faultOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

test.each(['//server/share/vault', '\\\\server\\share\\vault', '\\\\?\\UNC\\server\\share'])(
  'a network place is refused: %s',
  (folder) => {
    expect(faultOf(() => localFolder(folder))).toMatchObject({ code: 'vault.network' })
  },
)

test('a vault is made only in an empty folder, and never over another vault', () => {
  const dir = tempFolder()
  mkdirSync(join(dir, 'full'))
  writeFileSync(join(dir, 'full', 'x.txt'), 'x')
  expect(faultOf(() => createVault(join(dir, 'full'), '库', surroundings()))).toMatchObject({
    code: 'vault.notEmpty',
  })
  closeVault(createVault(join(dir, 'v'), '库', surroundings()))
  expect(faultOf(() => createVault(join(dir, 'v'), '库', surroundings()))).toMatchObject({
    code: 'vault.exists',
  })
})

test('a folder without a vault, a newer format, a password and a damaged description are named', () => {
  const dir = tempFolder()
  expect(faultOf(() => openVault(dir, surroundings()))).toMatchObject({ code: 'vault.missing' })
  const place = join(dir, 'v')
  closeVault(createVault(place, '库', surroundings()))
  const written = JSON.parse(readFileSync(vaultFile(place), 'utf8'))
  const put = (change: object) =>
    writeFileSync(vaultFile(place), JSON.stringify({ ...written, ...change }))
  put({ format: 2 })
  expect(faultOf(() => openVault(place, surroundings()))).toMatchObject({ code: 'vault.newer' })
  put({ encryption: { kind: 'argon2id' } })
  expect(faultOf(() => openVault(place, surroundings()))).toMatchObject({ code: 'vault.encrypted' })
  put({ name: '别的库' })
  expect(faultOf(() => openVault(place, surroundings()))).toMatchObject({ code: 'vault.damaged' })
  put({})
  expect(keep(openVault(place, surroundings())).name).toBe('库')
})
