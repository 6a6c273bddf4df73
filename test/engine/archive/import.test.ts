import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { gather } from '../../../electron/engine/archive/gather.ts'
import { importFiles } from '../../../electron/engine/archive/import.ts'
import { asFiles, type Intake } from '../../../electron/engine/archive/intake.ts'
import { openVault } from '../../../electron/engine/open.ts'
import { blobPath, blobsDir, quarantineDir, tmpDir } from '../../../electron/engine/vault/paths.ts'
import { Fault } from '../../../shared/fault.ts'
import { engineWithVault, file, keep, surroundings, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const pdf = (text: string) => `%PDF-1.4\n% ${text}\n%%EOF\n`

test('a file is taken in under its hash, read-only, and its kind proposed from its name', async () => {
  const { call, handle, house } = engineWithVault()
  const path = file(tempFolder(), '2022年度审计报告.pdf', pdf('审计'))
  const report = await call('material.import', { files: [handle(path)] })
  const [result] = report.results
  expect(result).toMatchObject({ from: '2022年度审计报告.pdf', outcome: 'imported' })
  const stored = blobPath(house.dir, result?.sha256 ?? '')
  expect(readFileSync(stored)).toEqual(readFileSync(path))
  expect(statSync(stored).mode & 0o222).toBe(0)
  const { materials } = await call('material.list', {})
  expect(materials).toMatchObject([
    {
      name: '2022年度审计报告.pdf',
      kind: 'audit-report',
      media: 'application/pdf',
      confirmed: false,
    },
  ])
  expect(readdirSync(tmpDir(house.dir))).toEqual([])
})

test('the same bytes under another name are one material; another file of the same name is not', async () => {
  const { call, handle } = engineWithVault()
  const [a, b] = [tempFolder(), tempFolder()]
  await call('material.import', { files: [handle(file(a, '发票.pdf', pdf('1')))] })
  const again = await call('material.import', {
    files: [handle(file(b, '另一个名字.pdf', pdf('1'))), handle(file(b, '发票.pdf', pdf('2')))],
  })
  expect(again.results).toMatchObject([
    { outcome: 'same', as: '发票.pdf' },
    { outcome: 'imported' },
  ])
  expect((await call('material.list', {})).total).toBe(2)
})

test('one bad file does not hinder the others, and each refusal has its reason', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const report = await call('material.import', {
    files: [
      handle(file(dir, '空.pdf', '')),
      handle(join(dir, '没有.pdf')),
      handle(file(dir, '好.pdf', pdf('好'))),
    ],
  })
  expect(report.results.map(({ outcome, fault }) => fault?.code ?? outcome)).toEqual([
    'file.empty',
    'file.missing',
    'imported',
  ])
  expect(report).toMatchObject({ imported: 1, refused: 2 })
})

test('a folder brings its files; links inside it are named, and not followed', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const secret = file(tempFolder(), 'secret.txt', 'secret')
  mkdirSync(join(dir, '证书'))
  file(join(dir, '证书'), '贯标证书.pdf', pdf('贯标'))
  symlinkSync(secret, join(dir, '证书', 'link.txt'))
  const report = await call('material.import', { files: [handle(dir)] })
  expect(report.results).toMatchObject([
    { from: expect.stringMatching(/证书.link\.txt$/), fault: { code: 'file.notRegular' } },
    { from: expect.stringMatching(/证书.贯标证书\.pdf$/), outcome: 'imported' },
  ])
})

test('a damaged file heals when the same file is imported again; the damaged one is kept aside', async () => {
  const { call, handle, house } = engineWithVault()
  const path = file(tempFolder(), '合同.pdf', pdf('合同'))
  const { results } = await call('material.import', { files: [handle(path)] })
  const sha256 = results[0]?.sha256 ?? ''
  const stored = blobPath(house.dir, sha256)
  const { chmodSync } = await import('node:fs')
  chmodSync(stored, 0o644)
  writeFileSync(stored, 'rotten')
  await call('material.import', { files: [handle(path)] })
  expect(readFileSync(stored)).toEqual(readFileSync(path))
  expect(readdirSync(quarantineDir(house.dir))).toEqual([expect.stringMatching(`^${sha256}-`)])
})

test('a large file goes in whole', async () => {
  const { call, handle, house } = engineWithVault()
  const bytes = Buffer.alloc(20 * 1024 * 1024, '大文件')
  const path = file(tempFolder(), '大.bin', bytes)
  const { results } = await call('material.import', { files: [handle(path)] })
  expect(readFileSync(blobPath(house.dir, results[0]?.sha256 ?? '')).equals(bytes)).toBe(true)
})

test('a cancelled import keeps what it has settled; the rest can be asked for again', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const files = Array.from({ length: 200 }, (_, n) => handle(file(dir, `${n}.txt`, `${n}`)))
  const controller = new AbortController()
  const job = {
    signal: controller.signal,
    progress: ({ done }: { done: number }) => {
      if (done > 0) controller.abort()
    },
  }
  const report = await call('material.import', { files }, job)
  const { imported, cancelled } = report
  expect(imported).toBeGreaterThan(0)
  expect(cancelled).toBeGreaterThan(0)
  expect(report.results.at(-1)).toEqual({ from: '199.txt', outcome: 'cancelled' })
  expect((await call('material.list', {})).total).toBe(imported)
  expect(imported + cancelled).toBe(200)

  const only = report.results.flatMap(({ from, outcome }) => (outcome === 'cancelled' ? from : []))
  expect(await call('material.import', { files, only })).toMatchObject({
    imported: cancelled,
    same: 0,
  })
  expect((await call('material.list', {})).total).toBe(200)
})

test('a file that another import took back from a full disk is refused: no paper is without its file', async () => {
  const { call, house } = engineWithVault()
  const wanted = asFiles(house.dir, await gather([file(tempFolder(), '合同.pdf', pdf('合同'))]))
  const other: Intake = {
    shown: '另一份.pdf',
    size: 1,
    source: {
      name: '另一份.pdf',
      stage: async () => {
        const stored = () => readdirSync(blobsDir(house.dir), { recursive: true }).map(String)
        await expect.poll(() => stored().some((path) => basename(path).length === 64)).toBe(true)
        const path = stored().find((path) => basename(path).length === 64) ?? ''
        rmSync(join(blobsDir(house.dir), path))
        throw new Fault('disk.full', { name: '另一份.pdf' })
      },
    },
  }
  const { results } = await importFiles(house, { items: [...wanted, other] }, quietJob)
  expect(results).toMatchObject([
    { outcome: 'refused', fault: { code: 'disk.full', data: { name: '合同.pdf' } } },
    { outcome: 'refused', fault: { code: 'disk.full', data: { name: '另一份.pdf' } } },
  ])
  expect((await call('material.list', {})).total).toBe(0)
  const again = await importFiles(house, { items: wanted }, quietJob)
  expect(again).toMatchObject({ imported: 1, refused: 0 })
})

test('half files and files that no row knows leave at the next start', async () => {
  const { call, handle, house, close } = engineWithVault()
  const { results } = await call('material.import', {
    files: [handle(file(tempFolder(), '甲.txt', '甲'))],
  })
  const orphan = 'ab'.repeat(32)
  mkdirSync(join(house.dir, 'blobs', 'ab'), { recursive: true })
  writeFileSync(blobPath(house.dir, orphan), 'nobody’s')
  writeFileSync(join(tmpDir(house.dir), 'half'), 'half')
  close()
  keep(openVault(house.dir, surroundings()))
  expect(readdirSync(tmpDir(house.dir))).toEqual([])
  expect(() => statSync(blobPath(house.dir, orphan))).toThrow(/ENOENT/)
  expect(statSync(blobPath(house.dir, results[0]?.sha256 ?? '')).size).toBe(3)
})
