/** What left the office: receipts with their contents, volumes, and the sheet that goes along. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { inspectPdf } from '../../support/poppler.ts'

async function withSample() {
  const engine = engineWithVault()
  await engine.call('sample.load', {})
  const rows = await engine.call('application.list', {})
  const row = rows.find(({ programme }) => programme === 'js-iiot-benchmark-factory')
  return { ...engine, id: row?.id ?? '' }
}
/** The capital hex digits of a text: a label may stand between the lines of a long value. */
const figures = (text: string): string => text.replaceAll('SHA-256', '').replace(/[^0-9A-F]/g, '')
const reason = '按县里要求先行报送'

test('the ledger names every export with what it contained', async () => {
  const { call, handle, id } = await withSample()
  expect(await call('receipt.list', {})).toEqual([])
  const folder = tempFolder()
  const receipt = await call('application.export', {
    id,
    to: handle(join(folder, 'a.zip')),
    reason,
  })
  expect(receipt.volumes).toEqual([])
  const view = await call('application.open', { id })
  expect(view.receipts).toEqual([receipt])
  const [row, ...more] = await call('receipt.list', {})
  expect(more).toEqual([])
  expect(row).toMatchObject({ ...receipt, title: view.title, edition: view.edition })
  const { contents } = await call('receipt.open', { seq: receipt.seq })
  expect(row?.papers).toBe(contents.length)
  const linked = view.slots.flatMap(({ id: slot, materials }) =>
    materials.map(({ sha256, name, size }) => ({ slot, sha256, name, size, volume: 0 })),
  )
  const papers = contents.filter(({ slot }) => slot !== '')
  expect(papers.map(({ path: _, ...rest }) => rest)).toEqual(linked)
  await expect(call('receipt.open', { seq: 999 })).rejects.toMatchObject({
    fault: { code: 'receipt.unknown' },
  })
})

test('in volumes: a folder of them, one receipt, and any of them verifies the set', async () => {
  const { call, handle, id, house } = await withSample()
  const folder = tempFolder()
  const volumeBytes = 1 << 20
  const view = await call('application.open', { id })
  const slot = view.slots.find(({ materials }) => materials.length > 0)?.id ?? ''
  const large = [1, 2].map((n) =>
    handle(file(folder, `大文件${n}.pdf`, Buffer.alloc(700_000, `%PDF-1.4 ${n} `))),
  )
  await call('application.attach', { id, slot, files: large })
  for (const n of [1, 2]) rmSync(join(folder, `大文件${n}.pdf`))
  const receipt = await call('application.export', {
    id,
    to: handle(join(folder, '提交包.zip')),
    reason,
    volumeBytes,
  })
  expect(receipt.path).toBe(join(folder, '提交包'))
  expect(receipt.volumes.length).toBeGreaterThan(1)
  expect(readdirSync(folder)).toEqual(['提交包'])
  expect(readdirSync(receipt.path).sort()).toEqual(receipt.volumes.map(({ name }) => name).sort())
  expect(receipt.size).toBe(receipt.volumes.reduce((sum, { size }) => sum + size, 0))
  const found = await call('bundle.verify', {
    file: handle(join(receipt.path, receipt.volumes[1]?.name ?? '')),
  })
  expect(found).toMatchObject({ ok: true, trust: { state: 'sample' } })
  expect(found.volumes).toHaveLength(receipt.volumes.length)
  const { contents, receipt: kept } = await call('receipt.open', { seq: receipt.seq })
  expect(kept).toEqual(receipt)
  expect(new Set(contents.map(({ volume }) => volume))).toEqual(
    new Set(receipt.volumes.map(({ number }) => number)),
  )
  // Into a folder it goes under its own name.
  const inside = await call('application.export', { id, to: handle(folder), reason, volumeBytes })
  expect(basename(inside.path)).toMatch(/_[0-9a-f]{8}$/)
  expect(existsSync(join(inside.path, inside.volumes[0]?.name ?? ''))).toBe(true)
  expect((await call('vault.fsck', {})).damages).toEqual([])
  house.db.prepare('UPDATE receipt_file SET name = ? WHERE position = 1').run('x')
  expect((await call('vault.fsck', {})).damages).not.toEqual([])
})

test('the 交接单 says what is compared: id, hashes, fingerprint, papers, reason', async () => {
  const { call, handle, id } = await withSample()
  const folder = tempFolder()
  const receipt = await call('application.export', { id, to: handle(folder), reason })
  const sheet = join(folder, '交接单.pdf')
  await call('receipt.sheet', { seq: receipt.seq, to: handle(sheet) })
  const text = inspectPdf(readFileSync(sheet)).text
  for (const part of [
    '提交包交接单',
    receipt.bundleId.toUpperCase(),
    receipt.sha256.slice(0, 20),
    receipt.tagManifestSha256.slice(0, 20),
    reason,
    '示例数据',
    '移交单位（盖章）',
    '接收人（签字）',
  ]) {
    expect(text).toContain(part)
  }
  expect(figures(text)).toContain(receipt.fingerprint.toUpperCase())
  await call('receipt.sheet', { seq: receipt.seq, to: handle(join(folder, '2.pdf')) })
  expect(readFileSync(join(folder, '2.pdf')).equals(readFileSync(sheet))).toBe(true)
})

test('the 验证单 prints the verdict with reasons, and says “通过” for nothing less than all', async () => {
  const { call, handle, id } = await withSample()
  const folder = tempFolder()
  const receipt = await call('application.export', { id, to: handle(folder), reason })
  const sheet = join(folder, '验证单.pdf')
  await call('bundle.sheet', { file: handle(receipt.path), at: receipt.at, to: handle(sheet) })
  const good = inspectPdf(readFileSync(sheet)).text
  expect(good).toContain('通过：文件齐全')
  expect(figures(good)).toContain(receipt.fingerprint.toUpperCase())
  await call('bundle.sheet', {
    file: handle(sheet),
    at: receipt.at,
    to: handle(join(folder, '坏.pdf')),
  })
  const bad = inspectPdf(readFileSync(join(folder, '坏.pdf'))).text
  expect(bad).toContain('未通过：发现1项问题')
  expect(bad).toContain('zip.unreadable')
  expect(bad).not.toContain('通过：文件齐全')
})
