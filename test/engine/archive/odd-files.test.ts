/** What really lies on clerks' disks: strange names, strange files, files that change meanwhile. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { House } from '../../../electron/engine/house.ts'
import { fsck } from '../../../electron/engine/vault/fsck.ts'
import { blobPath } from '../../../electron/engine/vault/paths.ts'
import { hashFile } from '../../../electron/engine/vault/put.ts'
import type { ImportReport } from '../../../shared/model/material.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const told = ({ results }: ImportReport) =>
  results.map(({ outcome, fault }) => fault?.code ?? outcome)
const sound = async (house: House) =>
  expect(await fsck(house.dir, house.db, quietJob)).toMatchObject({ ok: true, orphans: 0 })

const names: Readonly<Record<string, string>> = {
  'as long as a disk allows': `${'材'.repeat(83)}.pdf`,
  'with a leading dot': '.隐藏的审计报告.pdf',
  'with blanks at both ends': ' 合同 .pdf ',
  'with emoji': '发票📄🧾.pdf',
  'written from right to left': 'עברית‮fdp.报告.pdf',
  'with quotes, dollars and stars': `"引号"'$(rm -rf)*?<>|.pdf`,
  'with a line break': '第一行\n第二行.pdf',
  'without an ending': 'README',
  'of a single dot more': '...',
  'like a hash': 'a'.repeat(64),
  'like an option': '--json',
}

test.each(Object.entries(names))(
  'a name %s is kept, found and exported as a view',
  async (_, name) => {
    const { call, handle, house } = engineWithVault()
    const path = file(tempFolder(), name, '%PDF-1.4 内容')
    const report = await call('material.import', { files: [handle(path)] })
    expect(told(report)).toEqual(['imported'])
    const { materials } = await call('material.list', { text: name.slice(0, 20) })
    expect(materials.map((each) => each.name)).toEqual([name])
    await sound(house)
  },
)

test('a name composed by a Mac is kept in the form that everyone else types', async () => {
  const { call, handle } = engineWithVault()
  const name = 'Müller が資料.pdf'
  const path = file(tempFolder(), name.normalize('NFD'), '%PDF-1.4 nfd')
  await call('material.import', { files: [handle(path)] })
  const { materials } = await call('material.list', { text: 'Müller が'.normalize('NFC') })
  expect(materials.map((each) => each.name)).toEqual([name.normalize('NFC')])
  // Typed on a Mac, the search finds it too.
  expect((await call('material.list', { text: 'Müller が'.normalize('NFD') })).total).toBe(1)
})

test('a name that is no UTF-8 (a stick written in GBK) is reported, and the others come in', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  writeFileSync(
    Buffer.concat([Buffer.from(`${dir}/`), Buffer.from('b7a2c6b12e706466', 'hex')]),
    'x',
  )
  file(dir, '发票.pdf', '%PDF-1.4 好')
  const report = await call('material.import', { files: [handle(dir)] })
  expect(told(report).toSorted()).toEqual(['file.missing', 'imported'])
})

test('pipes, sockets, devices and links to nowhere are refused by name and never waited for', async () => {
  const { call, handle, house } = engineWithVault()
  const dir = tempFolder()
  const at = (name: string) => join(dir, name)
  execFileSync('mkfifo', [at('管道.pdf')])
  const server = createServer().listen(at('插座.pdf'))
  await new Promise((done) => server.once('listening', done))
  symlinkSync('/dev/zero', at('零.pdf'))
  symlinkSync(at('没有.pdf'), at('断链.pdf'))
  symlinkSync(at('圈.pdf'), at('圈.pdf'))
  const real = file(tempFolder(), '真.pdf', '%PDF-1.4 真')
  symlinkSync(real, at('链.pdf'))
  const picked = ['管道.pdf', '插座.pdf', '零.pdf', '断链.pdf', '圈.pdf', '链.pdf'].map(at)
  const report = await call('material.import', { files: picked.map(handle) })
  server.close()
  expect(told(report)).toEqual([
    'file.notRegular',
    'file.notRegular',
    'file.notRegular',
    'file.missing',
    'file.unreadable',
    'imported',
  ])
  const { materials } = await call('material.list', {})
  expect(materials.map(({ name }) => name)).toEqual(['链.pdf'])
  expect(readFileSync(blobPath(house.dir, materials[0]?.sha256 ?? ''), 'utf8')).toBe('%PDF-1.4 真')
})

test('a folder with thousands of files comes in whole, in the order of their names', async () => {
  const { call, handle, house } = engineWithVault()
  const dir = tempFolder()
  const count = 1500
  for (let n = 0; n < count; n += 1) file(dir, `${String(n).padStart(5, '0')}.txt`, `${n}`)
  const report = await call('material.import', { files: [handle(dir)] })
  expect(report).toMatchObject({ imported: count, refused: 0 })
  const seqs = house.db.prepare<[], string>('SELECT name FROM material ORDER BY seq').pluck().all()
  expect(seqs).toEqual(seqs.toSorted())
  await sound(house)
})

test('a folder too deep for the system is reported, and its neighbours come in', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  file(dir, '好.pdf', '%PDF-1.4 好')
  const step = 'd'.repeat(200)
  const deepen = `for n in $(seq 25); do mkdir ${step} 2>&- && cd ${step} 2>&-; done; true`
  execFileSync('sh', ['-c', deepen], { cwd: dir })
  const report = await call('material.import', { files: [handle(dir)] })
  expect(told(report).toSorted()).toEqual(['file.unreadable', 'imported'])
})

test('the same file many times in one drop is one paper, even while its stored bytes are rotten', async () => {
  const { call, handle, house } = engineWithVault()
  const dir = tempFolder()
  const copies = Array.from({ length: 16 }, (_, n) => file(dir, `副本${n}.pdf`, '%PDF-1.4 同一份'))
  const first = await call('material.import', { files: copies.map(handle) })
  expect(told(first)).toEqual(['imported', ...Array.from({ length: 15 }, () => 'same')])
  const sha256 = first.results[0]?.sha256 ?? ''
  for (let round = 0; round < 5; round += 1) {
    chmodSync(blobPath(house.dir, sha256), 0o644)
    writeFileSync(blobPath(house.dir, sha256), '%PDF-1.4 坏')
    const again = await call('material.import', { files: copies.map(handle) })
    expect(told(again)).toEqual(Array.from({ length: 16 }, () => 'same'))
    await sound(house)
  }
})

test('two imports at once share what they have in common and lose nothing', async () => {
  const { call, handle, house } = engineWithVault()
  const dir = tempFolder()
  const papers = Array.from({ length: 60 }, (_, n) => file(dir, `${n}.txt`, `第${n}份`))
  const [a, b] = await Promise.all([
    call('material.import', { files: papers.slice(0, 40).map(handle) }),
    call('material.import', { files: papers.slice(20).toReversed().map(handle) }),
  ])
  expect([a.refused, b.refused, a.imported + b.imported, a.same + b.same]).toEqual([0, 0, 60, 20])
  expect((await call('material.list', {})).total).toBe(60)
  await sound(house)
})

test('a file that grows while it is imported is stored as one of the states that it had', async () => {
  const { call, handle, house } = engineWithVault()
  const path = file(tempFolder(), '正在扫描.pdf', Buffer.alloc(12 * 1024 * 1024, 1))
  let growing = true
  const grow = async () => {
    while (growing) {
      appendFileSync(path, Buffer.alloc(300_000, 2))
      await new Promise((done) => setImmediate(done))
    }
  }
  const growth = grow()
  const { results } = await call('material.import', { files: [handle(path)] })
  growing = false
  await growth
  const sha256 = results[0]?.sha256 ?? ''
  expect(await hashFile(blobPath(house.dir, sha256))).toBe(sha256)
  const { material } = await call('material.open', { sha256 })
  expect(readFileSync(blobPath(house.dir, sha256))).toHaveLength(material.size)
  await sound(house)
})

test('files that vanish between the drop and their turn are told one by one', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const files = Array.from({ length: 256 }, (_, n) => file(dir, `${n}.txt`, `${n}`))
  const lose = (from: number, to: number) => {
    for (const path of files.slice(from, to)) rmSync(path, { force: true })
  }
  const job = {
    signal: quietJob.signal,
    progress: ({ done }: { done: number }) => (done === 0 ? lose(200, 210) : lose(220, 256)),
  }
  const report = await call('material.import', { files: files.map(handle) }, job)
  expect(report).toMatchObject({ imported: 210, refused: 46 })
  expect(new Set(told(report))).toEqual(new Set(['imported', 'file.missing']))
})

test('an empty folder brings nothing, and says so without a failure', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  mkdirSync(join(dir, '空', '空'), { recursive: true })
  const report = await call('material.import', { files: [handle(dir)] })
  expect(report).toMatchObject({ results: [], imported: 0, same: 0, refused: 0 })
})
