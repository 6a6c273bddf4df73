/** ZIPs as people bring them, and as nobody should: papers come in one by one, or stay out with a reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobPath, tmpDir } from '../../../electron/engine/vault/paths.ts'
import type { ImportReport } from '../../../shared/model/material.ts'
import { engineWithVault, file, root, tempFolder } from '../../support/house.ts'
import { type Entry, zipOf } from '../../support/zip.ts'

const told = ({ results }: ImportReport): Record<string, string> =>
  Object.fromEntries(
    results.map(({ from, outcome, fault, trouble }) => [
      from,
      fault?.code ?? (outcome === 'refused' ? trouble?.code : undefined) ?? outcome,
    ]),
  )

const paper = (text: string): Pick<Entry, 'data'> => ({ data: `%PDF-1.4\n% ${text}\n%%EOF\n` })

async function bring(entries: readonly Entry[], input: object = {}) {
  const engine = engineWithVault()
  const outside = tempFolder()
  const path = file(outside, '材料.zip', zipOf(entries))
  const files = [engine.handle(path)]
  const report = await engine.call('material.import', { files, ...input })
  expect(readdirSync(outside)).toEqual(['材料.zip'])
  expect(readdirSync(tmpDir(engine.house.dir))).toEqual([])
  const { total } = await engine.call('material.list', {})
  return { ...engine, files, report, total }
}

test('the files of a ZIP come in one by one, under their own names', async () => {
  const invoice = readFileSync(join(root, 'assets/sample/files/invoice-1.pdf'))
  const { report, house, call } = await bring([
    { name: '2022年/', data: '' },
    { name: '2022年/采购/第1号.pdf', data: invoice },
    { name: '营业执照.pdf', ...paper('a') },
    { name: '大.bin', data: Buffer.alloc(3_000_000, '大') },
    { name: '__MACOSX/2022年/._第1号.pdf', data: 'x' },
    { name: '2022年/Thumbs.db', data: 'x' },
  ])
  expect(told(report)).toEqual({
    '材料.zip/2022年/采购/第1号.pdf': 'imported',
    '材料.zip/营业执照.pdf': 'imported',
    '材料.zip/大.bin': 'imported',
    '材料.zip/2022年/Thumbs.db': 'file.litter',
    '材料.zip/__MACOSX': 'file.litter',
  })
  const [first] = report.results
  expect(first).toMatchObject({ kind: 'invoice', reason: { by: 'title', confidence: 'medium' } })
  expect(readFileSync(blobPath(house.dir, first?.sha256 ?? '')).equals(invoice)).toBe(true)
  expect(report.results[1]).toMatchObject({
    kind: 'licence',
    reason: { by: 'name', words: '营业执照', confidence: 'low' },
    trouble: { code: 'pdf.broken' },
  })
  const { materials } = await call('material.list', {})
  expect(materials.map(({ name }) => name).sort()).toEqual(['大.bin', '第1号.pdf', '营业执照.pdf'])
})

const gbk = Buffer.from('b7a2c6b12fb5dad2bbd5c52e706466', 'hex')
const unmarked = { name: '', rawName: gbk, flags: 0, ...paper('gbk') }

test('names of unknown coding are shown and wait for a word; then they come in', async () => {
  const { report, call, files } = await bring([unmarked])
  expect(report).toMatchObject({ asked: 1, imported: 0 })
  const [asked] = report.results
  expect(asked).toMatchObject({
    outcome: 'asked',
    from: '材料.zip',
    names: { gb18030: ['发票/第一张.pdf'], 'utf-8': null },
  })
  const again = await call('material.import', { files, names: 'gb18030' })
  expect(told(again)).toEqual({ '材料.zip/发票/第一张.pdf': 'imported' })
})

test('names in UTF-8 without a mark are offered as both, and read as said', async () => {
  const entry = { name: '证书.pdf', flags: 0, ...paper('u') }
  const { report, call, files } = await bring([entry])
  expect(report.results[0]?.names?.['utf-8']).toEqual(['证书.pdf'])
  const again = await call('material.import', { files, names: 'utf-8' })
  expect(told(again)).toEqual({ '材料.zip/证书.pdf': 'imported' })
})

test('an archive inside an archive is kept as it is, and told', async () => {
  const inner = zipOf([{ name: 'x.txt', data: 'x' }])
  const { report, total } = await bring([{ name: '里层.zip', data: inner }])
  expect(report.results).toMatchObject([{ outcome: 'imported', marks: ['unopened'] }])
  expect(total).toBe(1)
})

const good = { name: '好.pdf', ...paper('good') }
const alone: Readonly<Record<string, readonly [code: string, entry: Entry]>> = {
  'a symbolic link': ['zip.link', { name: 'a', data: '/etc/passwd', mode: 0o120777 }],
  'an encrypted file': ['zip.encrypted', { name: 'a.pdf', data: 'x', flags: 0x801 }],
  'a device name': ['zip.name', { name: '证书/CON.pdf', data: 'x' }],
  'a depth without end': ['zip.name', { name: `${'d/'.repeat(60)}a.pdf`, data: 'x' }],
  'a twin but for case and width': ['zip.duplicate', { name: '好.PDF', data: 'x' }],
  'an empty file': ['file.empty', { name: 'a.pdf', data: '' }],
  'a wrong size': ['zip.broken', { name: 'a.pdf', data: 'xyz', size: 2 }],
  'more than it says': ['zip.broken', { name: 'a.pdf', data: ' '.repeat(1 << 20), size: 100 }],
}

test.each(Object.entries(alone))('%s stays out alone', async (_, [code, entry]) => {
  const { report, total } = await bring([good, entry])
  expect(Object.values(told(report))).toEqual(['imported', code])
  expect(total).toBe(1)
})

const whole: Readonly<Record<string, readonly [code: string, entries: readonly Entry[]]>> = {
  'a name that climbs out': ['zip.path', [{ name: '../../evil.pdf', data: 'x' }]],
  'one that climbs with the other slash': ['zip.path', [{ name: '..\\evil.pdf', data: 'x' }]],
  'an absolute name': ['zip.path', [{ name: '/etc/evil', data: 'x' }]],
  'a name with a drive': ['zip.path', [{ name: 'C:\\evil', data: 'x' }]],
  'a bomb by ratio': ['zip.ratio', [{ name: 'bomb', data: 'x', size: 1 << 30 }]],
  'a file too large': ['zip.tooLarge', [{ name: 'large', data: 'x', size: 0xf000_0000 }]],
  'files too large together': [
    'zip.tooLarge',
    Array.from({ length: 90 }, (_, at) => ({ name: `${at}`, data: 'x', size: 60_000_000 })),
  ],
  'files that overlap': ['zip.overlap', [{ name: 'a.bin', data: 'x'.repeat(100), offset: 0 }]],
}

test.each(Object.entries(whole))('%s keeps the whole archive out', async (_, [code, entries]) => {
  const { report, total } = await bring([good, ...entries])
  expect(told(report)).toEqual({ '材料.zip': code })
  expect(total).toBe(0)
})

test('an archive that is cut, empty, locked or larger than a plain one can be is told', async () => {
  const { call, handle } = engineWithVault()
  const bytes = zipOf([good])
  const large = Buffer.from(bytes)
  large.writeUInt16LE(0xffff, large.length - 12)
  const cases: readonly (readonly [string, Buffer])[] = [
    ['zip.broken', bytes.subarray(0, -30)],
    ['file.empty', zipOf([])],
    ['zip.encrypted', zipOf([{ ...good, flags: 0x801 }])],
    ['zip.tooLarge', large],
  ]
  for (const [code, archive] of cases) {
    const files = [handle(file(tempFolder(), 'a.zip', archive))]
    expect(told(await call('material.import', { files }))).toEqual({ 'a.zip': code })
  }
})

test('an import cut short leaves no half file of a ZIP, and the rest comes when asked again', async () => {
  const engine = engineWithVault()
  const entries = Array.from({ length: 200 }, (_, at) => ({ name: `${at}.txt`, data: `${at}` }))
  const files = [engine.handle(file(tempFolder(), 'a.zip', zipOf(entries)))]
  const controller = new AbortController()
  const progress = ({ done }: { done: number }) => done > 0 && controller.abort()
  const job = { signal: controller.signal, progress }
  const report = await engine.call('material.import', { files }, job)
  expect(report.imported).toBeGreaterThan(0)
  expect(report.cancelled).toBeGreaterThan(0)
  const only = report.results.filter((each) => each.outcome === 'cancelled').map((e) => e.from)
  const rest = await engine.call('material.import', { files, only })
  expect(rest.imported).toBe(200 - report.imported)
  expect((await engine.call('vault.fsck', {})).ok).toBe(true)
})
