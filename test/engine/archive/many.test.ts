/** Many at once: changes with their way back, the bin, copies beside a list; and the catalogue. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesFor } from '../../../electron/engine/archive/export-files.ts'
import { blobPath } from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const clock = () => new Date('2024-03-01T02:00:00Z')

async function withPapers(names: readonly string[]) {
  const engine = engineWithVault(clock)
  const dir = tempFolder()
  const files = names.map((name) => engine.handle(file(dir, name, name)))
  const { results } = await engine.call('material.import', { files })
  const hashes = results.map(({ sha256 = '' }) => sha256)
  const lines = () => engine.house.db.prepare('SELECT count(*) FROM log').pluck().get() as number
  const all = async () => (await engine.call('material.list', {})).materials
  return { ...engine, hashes, lines, all }
}

test('a change of many is one line of the log, and sent back it leaves everything as it was', async () => {
  const { call, hashes, lines, all } = await withPapers(['甲合同.pdf', '乙.pdf', '丙.pdf'])
  await call('material.describe', { sha256: hashes[1] ?? '', facts: { year: '2020' }, note: '旧' })
  const before = await all()
  const count = lines()
  const changes = hashes.map((sha256) => ({
    sha256,
    kind: 'audit-report',
    facts: { year: '2022' },
    note: '新',
  }))
  const done = await call('material.describeMany', { changes })
  expect(lines()).toBe(count + 1)
  expect(
    (await all()).map(({ kind, facts, note, confirmed }) => [kind, facts, note, confirmed]),
  ).toEqual(hashes.map(() => ['audit-report', { year: '2022' }, '新', true]))
  expect((await call('material.list', { year: 2022 })).total).toBe(3)
  await call('material.describeMany', { changes: [...done.before] })
  expect(await all()).toEqual(before)
})

test('one wrong change of many changes nothing', async () => {
  const { call, hashes, lines, all } = await withPapers(['甲.pdf', '乙.pdf'])
  const before = [await all(), lines()]
  const [sha256 = '', other = ''] = hashes
  const wrong = [
    { sha256, note: '新' },
    { sha256: other, kind: '没有' },
  ]
  await expect(call('material.describeMany', { changes: wrong })).rejects.toMatchObject({
    fault: { code: 'input.invalid' },
  })
  const unknown = [{ sha256, note: '新' }, { sha256: '0'.repeat(64) }]
  await expect(call('material.describeMany', { changes: unknown })).rejects.toMatchObject({
    fault: { code: 'material.unknown' },
  })
  expect([await all(), lines()]).toEqual(before)
})

test('what an application uses stays out of the bin; the others go and come back', async () => {
  const { call, hashes } = await withPapers(['甲.pdf', '乙.pdf'])
  const [used = '', free = ''] = hashes
  const { id, slots } = await call('application.create', {
    id: 'js-internet-plus-base',
    edition: '2022',
  })
  await call('application.attach', { id, slot: slots[0]?.id ?? '', materials: [used] })
  const done = await call('material.discardMany', { sha256s: hashes })
  expect(done).toEqual({ moved: [free], kept: [{ sha256: used, name: '甲.pdf' }] })
  expect((await call('material.facets', {})).binned).toBe(1)
  await call('material.restoreMany', { sha256s: [free] })
  expect((await call('material.list', {})).total).toBe(2)
})

test('names of exported files are safe, and differ where case and width do not count', () => {
  expect(
    namesFor(['a.PDF', 'A.pdf', 'con.txt', '../x/y?.doc', '材料清单.xlsx', ''], ['材料清单.xlsx']),
  ).toEqual(['a.pdf', 'A_2.pdf', '_con.txt', 'x_y.doc', '材料清单_2.xlsx', 'file'])
})

test('files are written under their names beside the list, and what is there is never touched', async () => {
  const { call, hashes, handle } = await withPapers(['合同.pdf', '=公式.txt'])
  const place = tempFolder()
  const done = await call('material.exportFiles', { sha256s: hashes, to: handle(place) })
  expect(done).toMatchObject({ files: 2, listing: '材料清单.xlsx' })
  expect(readFileSync(join(done.folder, '合同.pdf'), 'utf8')).toBe('合同.pdf')
  const inside = (entry: string) =>
    execFileSync('unzip', ['-p', join(done.folder, '材料清单.xlsx'), entry], { encoding: 'utf8' })
  const strings = inside('xl/sharedStrings.xml')
  for (const column of ['序号', '文件', '标签', '原件柜号'])
    expect(strings).toContain(`>${column}<`)
  expect(strings).toMatch(/(?:'|&apos;)=公式\.txt/)
  expect(inside('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  const again = await call('material.exportFiles', { sha256s: hashes, to: handle(place) })
  expect(again.folder).toBe(`${done.folder}_2`)
})

test('a rotten paper is refused by name, a cancelled export leaves nothing', async () => {
  const { call, hashes, handle, house } = await withPapers(['甲.pdf', '乙.pdf'])
  const place = tempFolder()
  const stop = new AbortController()
  stop.abort()
  const order = { sha256s: hashes, to: handle(place) }
  await expect(
    call('material.exportFiles', order, { ...quietJob, signal: stop.signal }),
  ).rejects.toMatchObject({ fault: { code: 'job.cancelled' } })
  const rotten = blobPath(house.dir, hashes[1] ?? '')
  chmodSync(rotten, 0o644)
  writeFileSync(rotten, '乙.pdX')
  await expect(call('material.exportFiles', order)).rejects.toMatchObject({
    fault: { code: 'material.damaged', data: { name: '乙.pdf' } },
  })
  expect(readdirSync(place)).toEqual([])
  mkdirSync(join(place, '库'))
  await expect(
    call('material.exportFiles', { ...order, to: handle(house.dir) }),
  ).rejects.toMatchObject({ fault: { code: 'target.ofVault' } })
})

test.each([
  [
    'emptied',
    "INSERT INTO catalogue_index (catalogue_index) VALUES ('delete-all'); DELETE FROM catalogue",
  ],
  ['of other words', "UPDATE catalogue SET words = 'x'"],
  ['with a torn index', "UPDATE catalogue_index_data SET block = x'00ff00ff'"],
])('a catalogue %s is no damage: a check finds it and builds it anew', async (_, harm) => {
  const { call, house, hashes } = await withPapers(['服务器采购合同.pdf'])
  expect((await call('material.list', { text: '采购' })).total).toBe(1)
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, catalogue: 'good' })
  house.db.unsafeMode(true).exec(harm)
  house.db.unsafeMode(false)
  const report = await call('vault.fsck', {})
  expect(report).toMatchObject({ ok: true, damages: [], catalogue: 'broken' })
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, catalogue: 'good' })
  expect((await call('material.list', { text: '采购' })).materials[0]?.sha256).toBe(hashes[0])
})

test('a torn index mends itself under a search and under a change', async () => {
  const { call, house, hashes } = await withPapers(['服务器采购合同.pdf'])
  const tear = () => {
    house.db.unsafeMode(true).exec("UPDATE catalogue_index_data SET block = x'00ff00ff'")
    house.db.unsafeMode(false)
  }
  await call('material.list', { text: '采购' })
  tear()
  expect((await call('material.list', { text: '合同' })).total).toBe(1)
  tear()
  await call('material.describe', { sha256: hashes[0] ?? '', note: '档案柜' })
  expect((await call('material.list', { text: '档案柜' })).total).toBe(1)
})
