import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { verifyText } from '../../electron/engine/bundle/report.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import type { Job } from '../../electron/engine/house.ts'
import { Fault } from '../../shared/fault.ts'
import { quietJob } from '../support/quiet-job.ts'
import { enterpriseName, exampleInput, fewPapers, writeExample } from './example.ts'

const faultOf = async (act: Promise<unknown>): Promise<Fault> => {
  const error = await act.then(
    () => new Error('no fault'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Fault)) throw error
  return error
}
const leftovers = (dir: string) => readdirSync(dir).filter((name) => /\.(zip|part)$/.test(name))
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('what was written verifies, and the receipt tells the truth', async () => {
  const { spec, path, written } = await writeExample()
  const report = await verifyBundle(path, quietJob)
  expect(report.reasons).toEqual([])
  expect(report.ok).toBe(true)
  expect(spec.root).toMatch(/^示例项目_江苏示例智能制造_20230506_[0-9a-f]{8}$/)
  expect(written).toMatchObject({
    path,
    size: statSync(path).size,
    sha256: hashOf(path),
    bundleId: spec.root.slice(-8),
    tagManifestSha256: report.tagManifestSha256,
    files: report.files,
  })
  expect(spec.size).toBe(written.size)
  expect(report.signer).toMatchObject({ name: enterpriseName, validTo: '2033-05-06' })
  expect(report.about).toMatchObject({ enterprise: enterpriseName, edition: '2023', track: null })
  expect(verifyText(report)).toContain(written.fingerprint)
  expect(leftovers(join(path, '..'))).toEqual([`${spec.root}.zip`])
})

test('the same state gives the same payload bytes; only the signature differs', async () => {
  const input = exampleInput()
  const [a, b] = [composeBundle(input), composeBundle(input)]
  const bytes = (spec: typeof a) =>
    spec.sources
      .filter(({ name }) => !name.includes('/signatures/'))
      .map(({ name, sha256 }) => [name, sha256])
  expect(bytes(a)).toEqual(bytes(b))
  expect(a.sources.map(({ name }) => name.slice(a.root.length + 1)).sort()).toEqual([
    'application.json',
    'bag-info.txt',
    'bagit.txt',
    'data/01_申报书/001_申报书.pdf',
    'data/02_审计报告/001_2022年度审计报告.pdf',
    'data/04_佐证材料_其他（含照片）/001_照片_（1）.jpg',
    'data/04_佐证材料_其他（含照片）/002_CON.txt',
    'index.html',
    'manifest-sha256.txt',
    'programme.json',
    'signatures/tagmanifest-sha256.txt.p7s',
    'tagmanifest-sha256.txt',
    '验证说明.txt',
  ])
})

test('an existing target is refused and stays as it was', async () => {
  const { spec, path } = await writeExample()
  const before = hashOf(path)
  expect((await faultOf(writeBundle(spec, path, quietJob))).code).toBe('target.exists')
  expect(hashOf(path)).toBe(before)
})

test('a material that changed or vanished is named, and nothing is left', async () => {
  const input = exampleInput()
  const spec = composeBundle(input)
  const to = join(input.dir, 'out.zip')
  const [, , audit] = fewPapers[0] as (typeof fewPapers)[0]
  const file = join(input.dir, createHash('sha256').update(audit).digest('hex'))
  const flipped = Buffer.from(audit)
  flipped[3] = (flipped[3] ?? 0) ^ 4
  writeFileSync(file, flipped)
  const fault = await faultOf(writeBundle(spec, to, quietJob))
  expect(fault).toMatchObject({
    code: 'material.damaged',
    data: { name: '001_2022年度审计报告.pdf' },
  })
  writeFileSync(file, Buffer.concat([audit, Buffer.from('x')]))
  expect((await faultOf(writeBundle(spec, to, quietJob))).code).toBe('material.damaged')
  const gone = composeBundle({ ...input, fileOf: () => join(input.dir, 'nowhere') })
  expect((await faultOf(writeBundle(gone, to, quietJob))).code).toBe('material.damaged')
  expect(leftovers(input.dir)).toEqual([])
})

test('large files stream: verified, damaged ones named, cancelled at any moment leaves nothing', async () => {
  const large = Buffer.alloc(9_000_001, '申报')
  const papers = [...fewPapers, ['audit', '大文件.pdf', large] as const]
  const { path, dir, spec } = await writeExample(papers)
  expect((await verifyBundle(path, quietJob)).ok).toBe(true)
  let reports = 0
  const counting: Job = { ...quietJob, progress: () => (reports += 1) }
  await writeBundle(spec, join(dir, 'counted.zip'), counting)
  rmSync(join(dir, 'counted.zip'))
  expect(reports).toBeGreaterThan(5)
  for (let stopAt = 0; stopAt < reports; stopAt += 1) {
    const control = new AbortController()
    let seen = 0
    const job: Job = {
      signal: control.signal,
      progress: () => {
        seen += 1
        if (seen > stopAt) control.abort(new Error('stopped by the test'))
      },
    }
    expect((await faultOf(writeBundle(spec, join(dir, 'cancelled.zip'), job))).code).toBe(
      'job.cancelled',
    )
    expect(leftovers(dir)).toEqual([`${spec.root}.zip`])
  }
  large[8_999_999] = 1
  writeFileSync(
    join(dir, createHash('sha256').update(Buffer.alloc(9_000_001, '申报')).digest('hex')),
    large,
  )
  const fault = await faultOf(writeBundle(spec, join(dir, 'again.zip'), quietJob))
  expect(fault.data.name).toBe('002_大文件.pdf')
  expect(leftovers(dir)).toEqual([`${spec.root}.zip`])
})

test('a part left by a killed export is replaced, a stranger’s file of that name is not', async () => {
  const { spec, dir } = await writeExample()
  const to = join(dir, 'next.zip')
  writeFileSync(`${to}.part`, 'somebody else')
  expect((await faultOf(writeBundle(spec, to, quietJob))).code).toBe('target.exists')
  expect(readFileSync(`${to}.part`, 'utf8')).toBe('somebody else')
  writeFileSync(`${to}.part`, Buffer.from('504b0304ffff', 'hex'))
  await writeBundle(spec, to, quietJob)
  expect(existsSync(`${to}.part`)).toBe(false)
})

test('what a ZIP without extensions cannot hold is refused before a byte is written', () => {
  const input = exampleInput()
  const [first] = input.view.slots
  const [material] = first?.materials ?? []
  if (!first || !material) throw new Error('the example has a material')
  const huge = { ...first, materials: [{ ...material, size: 2 ** 32 - 1000 }] }
  const many = { ...first, materials: Array.from({ length: 65_530 }, () => material) }
  for (const slot of [huge, many]) {
    const view = { ...input.view, slots: [slot, ...input.view.slots.slice(1)] }
    expect(() => composeBundle({ ...input, view })).toThrow('bundle.tooLarge')
  }
})

test('a missing folder, a folder as target and a full disk are named', async () => {
  const { spec, dir } = await writeExample()
  const code = async (to: string) => (await faultOf(writeBundle(spec, to, quietJob))).code
  expect(await code(join(dir, 'missing', 'x.zip'))).toBe('target.unwritable')
  expect(await code(dir)).toBe('target.exists')
  const vast = { ...spec, size: 2 ** 60 }
  const fault = await faultOf(writeBundle(vast, join(dir, 'vast.zip'), quietJob))
  expect(fault.code).toBe('disk.full')
  expect(Number(fault.data.missing)).toBeGreaterThan(2 ** 50)
})
