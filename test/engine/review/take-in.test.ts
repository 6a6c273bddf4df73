import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobPath } from '../../../electron/engine/vault/paths.ts'
import { listBlobs } from '../../../electron/engine/vault/sweep.ts'
import { drawnOfd, layer } from '../../support/drawn-ofd.ts'
import { engineWithVault } from '../../support/house.ts'
import { reviewDesk } from '../../support/review-desk.ts'
import { one, submit } from '../../support/submissions.ts'

test('bundles of a stick are listed with who, what and when, and stay when the stick is gone', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  await submit(join(stick, '第一批'))
  await submit(stick, { enterprise: '南通示例机电有限公司', creditCode: '91320600MA1EXAMP25' })
  writeFileSync(join(stick, '说明.txt'), '不是提交包')
  const { results } = await takeIn(stick)
  expect(results.map(({ outcome }) => outcome)).toEqual(['taken', 'taken'])
  rmSync(stick, { recursive: true })
  const { rows, counts } = await call('review.list', {})
  expect(counts).toEqual({ open: 2, recommend: 0, return: 0, reject: 0, broken: 0 })
  expect(rows.map(({ enterprise }) => enterprise).sort()).toEqual([
    '南通示例机电有限公司',
    one.enterprise,
  ])
  const [row] = rows.filter(({ enterprise }) => enterprise === one.enterprise)
  expect(row).toMatchObject({
    creditCode: one.creditCode,
    programme: 'js-example',
    edition: '2023',
    revision: 7,
    exportedAt: '2023-05-06T07:08:09.000Z',
    packKnown: 'unknown',
    superseded: false,
    trust: { state: 'sample', known: null, others: [] },
    report: { ok: true, signer: { name: one.enterprise } },
  })
  const reading = await call('review.read', { seq: row?.seq ?? 0 })
  expect(reading.pack?.form?.title).toBe('示例申报书')
  expect(reading.answers.revenue).toBe('12345678.90')
  expect(reading.papers.map(({ slot, name }) => `${slot} ${name}`)).toEqual([
    'audit 2022年度审计报告.PDF',
    'proof 照片 (1).jpg',
    'proof CON.txt',
  ])
  expect(reading.form).toBe('data/01_申报书/001_申报书.pdf')
})

test('the same file again is the same bundle; removed, it comes back', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  const { path } = await submit(stick)
  await takeIn(path)
  expect((await takeIn(path)).results[0]?.outcome).toBe('same')
  const [row] = (await call('review.list', {})).rows
  const seq = row?.seq ?? 0
  expect((await call('review.remove', { seq, removed: true })).open?.submissions).toBe(0)
  await expect(call('review.read', { seq })).rejects.toThrow('review.unknown')
  expect((await takeIn(path)).results[0]?.outcome).toBe('restored')
  expect((await call('review.read', { seq })).row.seq).toBe(seq)
})

test('a broken bundle is listed with its reasons and can be neither read nor judged nor kept', async () => {
  const { call, stick, takeIn, folder } = await reviewDesk()
  const { path } = await submit(stick)
  const bytes = readFileSync(path)
  const at = bytes.indexOf('审计') + 200
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  writeFileSync(join(stick, '半截.zip'), bytes.subarray(0, 5000))
  writeFileSync(join(stick, '空.zip'), '')
  const { results } = await takeIn(stick)
  expect(results.map(({ outcome, fault }) => fault?.code ?? outcome).sort()).toEqual([
    'broken',
    'broken',
    'file.empty',
  ])
  const { rows, counts } = await call('review.list', { status: 'broken' })
  expect(counts.broken).toBe(2)
  for (const { seq, report, status, enterprise } of rows) {
    expect(report.ok).toBe(false)
    expect(report.reasons.length).toBeGreaterThan(0)
    expect([status, enterprise]).toEqual(['broken', ''])
    for (const name of ['review.read', 'review.judgement'] as const) {
      await expect(call(name, { seq })).rejects.toThrow('review.broken')
    }
    await expect(call('review.paper', { seq, path: 'data/x' })).rejects.toThrow('review.broken')
  }
  expect(listBlobs(folder).blobs).toEqual([])
  expect((await takeIn(path)).results[0]?.outcome).toBe('same')
  expect(listBlobs(folder).blobs).toEqual([])
})

test('the list is found by part of a name, by code, by id and by pinyin initials', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  const first = await submit(stick)
  await submit(stick, { enterprise: '南通示例机电有限公司', creditCode: '91320600MA1EXAMP25' })
  await takeIn(stick)
  const found = async (text: string) =>
    (await call('review.list', { text })).rows.map(({ enterprise }) => enterprise)
  for (const text of ['机电', 'ntsl', '91320600', '南通 示例']) {
    expect(await found(text), text).toEqual(['南通示例机电有限公司'])
  }
  expect(await found(first.bundleId)).toEqual([one.enterprise])
  expect(await found('苏州')).toEqual([])
})

test('papers are shown by hash out of the verified copy, and nothing else is', async () => {
  const { call, stick, takeIn, folder, handle } = await reviewDesk()
  const { path } = await submit(stick)
  await takeIn(path)
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  const { papers } = await call('review.read', { seq })
  const audit = papers[0]
  const shown = await call('review.paper', { seq, path: audit?.path ?? '' })
  expect(shown).toMatchObject({ sha256: audit?.sha256, media: 'application/pdf' })
  expect(readFileSync(blobPath(folder, shown.sha256)).toString()).toBe('%PDF-1.7 审计')
  const to = join(stick, '审计.pdf')
  await call('review.saveFile', { seq, path: audit?.path ?? '', to: handle(to) })
  expect(readFileSync(to).toString()).toBe('%PDF-1.7 审计')
  for (const odd of ['application.json', '../../x', 'data/01_申报书', 'index.html', '']) {
    await expect(call('review.paper', { seq, path: odd })).rejects.toThrow('review.noPaper')
  }
})

test('OFD, Office and texts are read out of the verified copy for the page', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  const page = layer(
    '<ofd:TextObject ID="9" Boundary="10 10 50 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4">发票</ofd:TextCode></ofd:TextObject>',
  )
  const { path } = await submit(stick, {
    ...one,
    papers: [
      ['audit', '票.ofd', drawnOfd({ content: page })],
      ['proof', '清单.txt', Buffer.from('第一行\n第二行')],
    ],
    material: (each) => (each.name.endsWith('.ofd') ? { ...each, media: 'application/ofd' } : each),
  })
  await takeIn(path)
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  const { papers } = await call('review.read', { seq })
  const shown = await Promise.all(
    papers.map((paper) => call('review.preview', { seq, path: paper.path })),
  )
  expect(shown.map(({ body }) => body.view)).toEqual(['drawing', 'text'])
  expect(JSON.stringify(shown[1])).toContain('第二行')
  await expect(call('review.preview', { seq, path: 'application.json' })).rejects.toThrow(
    'review.noPaper',
  )
})

test('a copy that changed after it was verified hands out nothing', async () => {
  const { call, stick, takeIn, folder } = await reviewDesk()
  const { path } = await submit(stick)
  await takeIn(path)
  const { seq, sha256 } = (await call('review.list', {})).rows[0] ?? { seq: 0, sha256: '' }
  const copy = blobPath(folder, sha256)
  const bytes = readFileSync(copy)
  const at = bytes.indexOf('%PDF-1.7 审计') + 5
  bytes[at] = (bytes[at] ?? 0) ^ 1
  rmSync(copy)
  writeFileSync(copy, bytes)
  const { papers } = await call('review.read', { seq })
  const audit = papers.find(({ slot }) => slot === 'audit')?.path ?? ''
  await expect(call('review.paper', { seq, path: audit })).rejects.toThrow('review.noPaper')
})

test('the desk opens again with all it holds, alone, and never inside a vault', async () => {
  const { call, stick, takeIn, folder, handle, desk } = await reviewDesk()
  await submit(stick)
  await takeIn(stick)
  await call('review.setReviewer', { office: '南京市工业和信息化局', name: '李审', level: 'city' })
  const closed = await call('review.close', {})
  expect(closed).toEqual({ open: null, recent: folder })
  await expect(call('review.list', {})).rejects.toThrow('review.none')
  const opened = await call('review.open', { recent: true })
  expect(opened.open).toMatchObject({ submissions: 1, reviewer: { name: '李审' }, identity: null })
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  expect((await call('review.read', { seq })).papers).toHaveLength(3)
  const other = await reviewDesk()
  await other.call('review.close', {})
  await expect(other.call('review.open', { folder: other.handle(folder) })).rejects.toThrow(
    'review.inUse',
  )
  await expect(call('review.open', { folder: handle(stick) })).rejects.toThrow('review.notEmpty')
  expect(desk.house).toBeNull()

  const { house } = engineWithVault()
  const inside = join(house.dir, 'backups', 'desk')
  mkdirSync(inside)
  for (const place of [house.dir, inside]) {
    await expect(call('review.open', { folder: handle(place) })).rejects.toThrow('review.notEmpty')
  }
  expect(readdirSync(inside)).toEqual([])
  expect(existsSync(join(house.dir, 'review.json'))).toBe(false)
})
