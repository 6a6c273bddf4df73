/** Bundles in volumes: each whole of its own, and a missing or exchanged one is noticed. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { composeVolumes } from '../../electron/engine/bundle/compose-volumes.ts'
import { planVolumes } from '../../electron/engine/bundle/plan-volumes.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { verifyPicked } from '../../electron/engine/bundle/verify-picked.ts'
import { readVolume, volumesText } from '../../electron/engine/bundle/volume-list.ts'
import { writeVolumes } from '../../electron/engine/bundle/write-volumes.ts'
import type { Verification } from '../../shared/model/bundle.ts'
import type { Progress } from '../../shared/wire.ts'
import { quietJob } from '../support/quiet-job.ts'
import { at, exampleInput, type Papers } from './example.ts'

const mib = 1 << 20
const papers: Papers = [
  ['audit', '2022年审计报告.pdf', Buffer.alloc(700_000, 1)],
  ['audit', '2021年审计报告.pdf', Buffer.alloc(700_000, 2)],
  ['proof', '照片.jpg', Buffer.alloc(900_000, 3)],
  ['proof', '合同.pdf', Buffer.alloc(900_000, 4)],
]
const limit = 2 * mib
let folder = ''
let set = ''
let names: string[] = []

async function written(to: string, input = exampleInput(papers), most = limit) {
  const { specs, contents } = composeVolumes(input, most)
  return { specs, contents, volumes: await writeVolumes(specs, to, quietJob) }
}
const temp = () => mkdtempSync(join(tmpdir(), 'volumes-'))
const check = (path: string, others: string[] = []): Promise<Verification> =>
  verifyPicked(path, others, temp(), at, quietJob)
const codes = ({ reasons }: Verification) =>
  reasons.map(({ code, place }) => `${code} ${place}`.trim())

beforeAll(async () => {
  folder = temp()
  set = join(folder, '提交包')
  const { specs } = await written(set)
  names = specs.map(({ root }) => `${root}.zip`)
})

/** A copy of the set to spoil. */
function copy(): string {
  const to = join(temp(), 'copy')
  mkdirSync(to)
  for (const name of names) copyFileSync(join(set, name), join(to, name))
  return to
}

test('a set is a folder of canonical bundles below the limit, slots kept together, names in order', async () => {
  expect(names).toHaveLength(2)
  expect(readdirSync(folder)).toEqual(['提交包'])
  expect(readdirSync(set).sort()).toEqual([...names].sort())
  for (const [i, name] of names.entries()) {
    expect(name).toMatch(new RegExp(`_20230506_[0-9a-f]{8}_卷${i + 1}共2\\.zip$`))
    expect(name.length - 4).toBeLessThanOrEqual(40)
    const report = await verifyBundle(join(set, name), quietJob)
    expect(report).toMatchObject({ ok: true, volume: { number: i + 1 } })
    expect(report.size).toBeLessThanOrEqual(limit)
  }
  const listed = names.map((name) =>
    execFileSync('unzip', ['-Z1', join(set, name)], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => /\/data\/(\d\d)_/.exec(line)?.[1] ?? []),
  )
  expect(listed).toEqual([
    ['01', '02', '02'],
    ['04', '04'],
  ])
})

test('strangers unpack every volume side by side and check it by the note', () => {
  const to = temp()
  for (const name of names) {
    execFileSync('unzip', ['-q', join(set, name), '-d', to])
    const bag = join(to, name.replace(/\.zip$/, ''))
    const note = readFileSync(join(bag, '验证说明.txt'), 'utf8')
    for (const command of note.match(/^ {4}(sha256sum|openssl) .*$/gm) ?? []) {
      const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: bag, encoding: 'utf8' })
      expect([command, status, status === 0 ? '' : stderr]).toEqual([command, 0, ''])
    }
    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toMatch(
      /^Bag-Group-Identifier: .*\nBag-Count: \d of 2$/m,
    )
    const kit = readFileSync(join(bag, 'index.html'), 'utf8')
    expect(kit).toContain('在第 1 卷')
    expect(kit).toContain('在第 2 卷')
  }
  expect(readdirSync(to)).toHaveLength(2)
})

test('any volume leads to the whole set; alone it is not enough', async () => {
  for (const name of names) {
    const found = await check(join(set, name))
    expect(found.ok).toBe(true)
    expect(found.volumes.map(({ state }) => state)).toEqual(['whole', 'whole'])
  }
  const apart = copy()
  const elsewhere = join(temp(), '光盘2.zip')
  renameSync(join(apart, names[1] ?? ''), elsewhere)
  const alone = await check(join(apart, names[0] ?? ''))
  expect(alone.ok).toBe(false)
  expect(codes(alone)).toEqual([`volume.missing ${names[1]?.replace(/\.zip$/, '')}`])
  expect(alone.volumes.map(({ state }) => state)).toEqual(['whole', 'missing'])
  expect((await check(join(apart, names[0] ?? ''), [elsewhere])).ok).toBe(true)
})

test('a volume of another export, of another signer, or damaged, does not pass', async () => {
  const later = exampleInput(papers)
  const other = join(temp(), 'other')
  const made = await written(other, { ...later, at: new Date(at.getTime() + 1000) })
  const foreign = join(other, made.volumes[1]?.name ?? '')
  for (const spoil of [
    (path: string) => copyFileSync(foreign, path),
    (path: string) => writeFileSync(path, 'x'),
    (path: string) => {
      const bytes = readFileSync(path)
      bytes[5000] = (bytes[5000] ?? 0) ^ 1
      writeFileSync(path, bytes)
    },
  ]) {
    const to = copy()
    spoil(join(to, names[1] ?? ''))
    const found = await check(join(to, names[0] ?? ''))
    expect(found.ok).toBe(false)
  }
  // The same content in volumes by another key: the picked one's signer counts.
  const stranger = await written(join(temp(), 'stranger'))
  expect(stranger.specs[1]?.root).toBe(names[1]?.replace(/\.zip$/, ''))
  const to = copy()
  copyFileSync(stranger.volumes[1]?.path ?? '', join(to, names[1] ?? ''))
  const found = await check(join(to, names[0] ?? ''))
  expect(codes(found)).toEqual([`volume.foreign ${names[1]?.replace(/\.zip$/, '')}`])
})

test('the list of volumes is read only as it is written, and must name the bag', () => {
  const hash = 'ab'.repeat(32)
  const volume = (number: number) => ({
    number,
    root: `r${number}`,
    files: 1,
    bytes: 1,
    manifest: hash,
  })
  const list = { id: '0badcafe', volumes: [volume(1), volume(2)] }
  const hashes = new Map([['manifest-sha256.txt', hash]])
  const text = volumesText(list)
  expect(readVolume(text, 'r2', hashes)).toMatchObject({ number: 2, roots: ['r1', 'r2'] })
  expect(readVolume(text, 'r3', hashes)).toBeNull()
  expect(readVolume(text, 'r2', new Map())).toBeNull()
  for (const odd of [
    `${text} `,
    '',
    'null',
    volumesText({ ...list, volumes: [volume(1)] }),
    volumesText({ ...list, volumes: [volume(2), volume(1)] }),
    volumesText({ ...list, volumes: [volume(1), { ...volume(2), root: 'r1' }] }),
  ]) {
    expect(readVolume(odd, 'r1', hashes)).toBeNull()
  }
})

test('the same state gives the same payload, in volumes or not', () => {
  const input = exampleInput(papers)
  const manifests = (most: number) =>
    composeVolumes(input, most)
      .specs.flatMap(({ sources, root }) => {
        const found = sources.find(({ name }) => name === `${root}/manifest-sha256.txt`)
        const text = found && 'bytes' in found.from ? Buffer.from(found.from.bytes).toString() : ''
        return text.trimEnd().split('\n')
      })
      .sort()
  expect(manifests(limit)).toEqual(manifests(100 * mib))
  expect(manifests(limit)).toEqual(manifests(limit))
  expect(composeVolumes(input, 100 * mib).specs).toHaveLength(1)
})

test('the plan keeps slots whole where it can, and names what fits nowhere', () => {
  const file = (slot: number, n: number, size: number) => ({
    path: `data/0${slot}_x/${n}.pdf`,
    size,
  })
  const room = { bytes: 10_000, files: 100 }
  const plan = (files: Parameters<typeof planVolumes>[0], most = room) =>
    planVolumes(files, most).map((paths) =>
      paths.map((path) => path.slice(6, 7) + path.slice(10, 11)),
    )
  expect(plan([file(1, 1, 4000), file(2, 1, 4000), file(3, 1, 4000)])).toEqual([
    ['11', '21'],
    ['31'],
  ])
  // A slot that is larger than a volume is divided, one that is not moves on whole.
  expect(plan([file(1, 1, 4000), file(2, 1, 4000), file(2, 2, 4000)])).toEqual([
    ['11'],
    ['21', '22'],
  ])
  expect(plan([1, 2, 3].map((n) => file(1, n, 4000)))).toEqual([['11', '12'], ['13']])
  expect(
    plan(
      [1, 2, 3].map((n) => file(1, n, 0)),
      { bytes: 10_000, files: 2 },
    ),
  ).toEqual([['11', '12'], ['13']])
  expect(() => plan([file(1, 1, 11_000)])).toThrowError(
    expect.objectContaining({
      code: 'bundle.fileTooLarge',
      data: { name: '1.pdf', bytes: 11_000, limit: 10_000 },
    }),
  )
})

test('a limit that nothing fits into is named, and so is a paper that is larger than a volume', () => {
  const input = exampleInput(papers)
  const fault = (most: number) => {
    try {
      composeVolumes(input, most)
    } catch (error) {
      return error
    }
    return null
  }
  expect(fault(50_000)).toMatchObject({ code: 'bundle.limitTooSmall' })
  expect(fault(1_000_000)).toMatchObject({
    code: 'bundle.fileTooLarge',
    data: { name: '001_照片.jpg' },
  })
})

test('cancelled, taken or broken, a set leaves nothing; what a kill has left is cleared away', async () => {
  const place = temp()
  const to = join(place, 'set')
  const input = exampleInput(papers)
  const { specs } = composeVolumes(input, limit)
  for (const share of [0, 0.3, 0.8]) {
    const controller = new AbortController()
    const job = {
      signal: controller.signal,
      progress: ({ done, total }: Progress) => {
        if (done >= share * (total ?? 0)) controller.abort()
      },
    }
    await expect(writeVolumes(specs, to, job)).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(readdirSync(place)).toEqual([])
  }
  mkdirSync(to)
  await expect(writeVolumes(specs, to, quietJob)).rejects.toMatchObject({ code: 'target.exists' })
  rmSync(to, { recursive: true })
  mkdirSync(`${to}.part`)
  writeFileSync(join(`${to}.part`, '别人的.txt'), '')
  await expect(writeVolumes(specs, to, quietJob)).rejects.toMatchObject({ code: 'target.exists' })
  expect(existsSync(join(`${to}.part`, '别人的.txt'))).toBe(true)
  renameSync(join(`${to}.part`, '别人的.txt'), join(`${to}.part`, 'x.zip.part'))
  await writeVolumes(specs, to, quietJob)
  expect(readdirSync(place)).toEqual(['set'])
  expect(readdirSync(to)).toHaveLength(2)
  const gone = exampleInput(papers)
  const { specs: broken } = composeVolumes(gone, limit)
  rmSync(gone.fileOf(gone.view.slots[2]?.materials[1]?.sha256 ?? ''))
  await expect(writeVolumes(broken, join(place, 'broken'), quietJob)).rejects.toMatchObject({
    code: 'material.damaged',
  })
  expect(readdirSync(place)).toEqual(['set'])
})
