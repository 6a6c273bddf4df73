import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inspectVault } from '../../../electron/engine/vault/inspect.ts'
import { blobPath, databaseFile } from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

/** A closed vault with papers and a profile, and the texts that its rows hold. */
async function filledVault() {
  const { call, handle, house, close } = engineWithVault()
  const dir = tempFolder()
  const names = Array.from({ length: 30 }, (_, n) => `第${n}份合同.pdf`)
  const files = names.map((name) => handle(file(dir, name, `%PDF-1.4 ${name.repeat(50)}`)))
  const { results } = await call('material.import', { files })
  const texts = Array.from({ length: 30 }, (_, n) => `地址是示例路第${n}号`.repeat(3))
  await call('enterprise.fill', {
    base: 0,
    facts: { name: '江苏示例有限公司', address: texts.join() },
  })
  close()
  return { dir: house.dir, hashes: results.map(({ sha256 = '' }) => sha256), texts, names }
}

function flip(path: string, at: number, bit: number): () => void {
  const before = readFileSync(path)
  const bytes = Buffer.from(before)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  chmodSync(path, 0o644)
  writeFileSync(path, bytes)
  return () => writeFileSync(path, before)
}

test('a sound vault is found sound, and nothing in it is written', async () => {
  const { dir, hashes } = await filledVault()
  const before = readFileSync(databaseFile(dir))
  const report = await inspectVault(dir, quietJob)
  expect(report).toMatchObject({ ok: true, damages: [], blobs: hashes.length, orphans: 0 })
  expect(report.rows).toBeGreaterThan(hashes.length)
  expect(readFileSync(databaseFile(dir)).equals(before)).toBe(true)
})

test('each of 50 flipped bits in files and rows is found, and the paper named', async () => {
  const { dir, hashes, names } = await filledVault()
  const database = readFileSync(databaseFile(dir))
  for (let n = 0; n < 25; n += 1) {
    const path = blobPath(dir, hashes[n] ?? '')
    const restore = flip(path, (n * 7919) % readFileSync(path).length, n % 8)
    const { damages } = await inspectVault(dir, quietJob)
    expect(damages).toMatchObject([
      { code: 'blob.damaged', place: hashes[n], materials: [names[n]] },
    ])
    restore()
  }
  const rowBytes = names.flatMap((name) => {
    const at = database.indexOf(Buffer.from(name))
    return [at, at + 7]
  })
  for (const [n, at] of rowBytes.slice(0, 25).entries()) {
    const restore = flip(databaseFile(dir), at, n % 8)
    const { ok, damages } = await inspectVault(dir, quietJob)
    expect({ at, ok }).toEqual({ at, ok: false })
    expect(damages.length).toBeGreaterThan(0)
    restore()
  }
  expect((await inspectVault(dir, quietJob)).ok).toBe(true)
})

test('any flipped bit in a page of rows or of the schema is found', async () => {
  const { dir, texts } = await filledVault()
  const database = readFileSync(databaseFile(dir))
  const start = database.indexOf(Buffer.from(texts[0] ?? ''))
  const schema = database.indexOf(Buffer.from('CREATE TABLE material'))
  const places = [
    ...Array.from({ length: 40 }, (_, n) => start + n * 61),
    ...Array.from({ length: 20 }, (_, n) => schema + n * 13),
  ]
  for (const [n, at] of places.entries()) {
    const restore = flip(databaseFile(dir), at, n % 8)
    expect({ at, ok: (await inspectVault(dir, quietJob)).ok }).toEqual({ at, ok: false })
    restore()
  }
})

test('a missing file, a foreign file and a ruined database are named', async () => {
  const { dir, hashes, names } = await filledVault()
  rmSync(blobPath(dir, hashes[3] ?? ''), { force: true })
  writeFileSync(`${dir}/blobs/notes.txt`, 'x')
  const { damages } = await inspectVault(dir, quietJob)
  expect(damages.map(({ code }) => code).toSorted()).toEqual(['blob.foreign', 'blob.missing'])
  expect(damages.find(({ code }) => code === 'blob.missing')?.materials).toEqual([names[3]])
  writeFileSync(databaseFile(dir), Buffer.alloc(8192, 7))
  const ruined = await inspectVault(dir, quietJob)
  expect(ruined.ok).toBe(false)
  expect(ruined.damages.map(({ code }) => code)).toContain('database.unreadable')
})
