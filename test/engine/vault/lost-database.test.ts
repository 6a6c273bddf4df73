/** A vault whose database is gone, empty or another's: its files must outlive any opening. */
import { copyFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../../electron/engine/open.ts'
import { blobsDir, databaseFile } from '../../../electron/engine/vault/paths.ts'
import { listBlobs } from '../../../electron/engine/vault/sweep.ts'
import { engineWithVault, file, keep, surroundings, tempFolder } from '../../support/house.ts'

async function closedVault() {
  const { call, handle, house, close } = engineWithVault()
  const dir = tempFolder()
  const files = ['审计报告.pdf', '合同.pdf', '发票.pdf'].map((name) =>
    handle(file(dir, name, `%PDF-1.4 ${name}`)),
  )
  await call('material.import', { files })
  close()
  return house.dir
}

const outcomeOf = (dir: string) => {
  try {
    closeVault(openVault(dir, surroundings()))
    return 'opened'
  } catch (error) {
    return (error as { code?: string }).code ?? error
  }
}

/** What an accident does to `vault.db`. */
const accidents: Readonly<Record<string, (database: string) => void>> = {
  'deleted (a virus scanner, a careless hand)': (database) => rmSync(database),
  'cut to nothing (a power cut on a cheap stick)': (database) => truncateSync(database, 0),
  'cut in the middle': (database) => truncateSync(database, 6000),
  'written over with zeros': (database) => writeFileSync(database, Buffer.alloc(40_960)),
  'written over with a text': (database) => writeFileSync(database, '您的文件已被加密'.repeat(600)),
  'the database of another vault': (database) => {
    const other = join(tempFolder(), 'other')
    closeVault(createVault(other, '别的库', surroundings()))
    copyFileSync(databaseFile(other), database)
  },
}

test.each(Object.keys(accidents))(
  'database %s: refused as damaged, no paper lost',
  async (name) => {
    const dir = await closedVault()
    const before = listBlobs(dir).blobs.toSorted()
    expect(before).toHaveLength(3)
    accidents[name]?.(databaseFile(dir))
    expect(outcomeOf(dir)).toBe('vault.damaged')
    expect(outcomeOf(dir)).toBe('vault.damaged')
    expect(listBlobs(dir).blobs.toSorted()).toEqual(before)
  },
)

test('a vault whose lost database is put back opens with all that it had', async () => {
  const dir = await closedVault()
  const safe = join(tempFolder(), 'vault.db')
  copyFileSync(databaseFile(dir), safe)
  rmSync(databaseFile(dir))
  expect(outcomeOf(dir)).toBe('vault.damaged')
  copyFileSync(safe, databaseFile(dir))
  const { db } = keep(openVault(dir, surroundings()))
  expect(db.prepare('SELECT count(*) FROM material').pluck().get()).toBe(3)
  expect(readdirSync(blobsDir(dir))).toHaveLength(3)
})
