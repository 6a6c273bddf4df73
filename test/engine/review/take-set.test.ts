/** Bundles in volumes on the reviewer's desk: the whole set is taken in, or nothing of it. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeVolumes } from '../../../electron/engine/bundle/compose-volumes.ts'
import { writeVolumes } from '../../../electron/engine/bundle/write-volumes.ts'
import { identityFor } from '../../../electron/engine/identity/identities.ts'
import { blobPath } from '../../../electron/engine/vault/paths.ts'
import { listBlobs } from '../../../electron/engine/vault/sweep.ts'
import { exampleInput, type Papers } from '../../bundles/example.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { reviewDesk } from '../../support/review-desk.ts'

const contract = Buffer.alloc(1_400_000, 2)
const papers = (fill = 1): Papers => [
  ['audit', '2022年审计报告.pdf', Buffer.alloc(1_400_000, fill)],
  ['proof', '合同.pdf', contract],
]

/** A set of two in `to`; the paths of its volumes. */
async function setIn(to: string, input = exampleInput(papers())): Promise<string[]> {
  const { specs } = composeVolumes(input, 2 << 20)
  await writeVolumes(specs, to, quietJob)
  return specs.map(({ root }) => join(to, `${root}.zip`))
}

const told = ({ results }: Awaited<ReturnType<Awaited<ReturnType<typeof reviewDesk>>['takeIn']>>) =>
  results.map(({ outcome, fault }) => (fault ? `${fault.code} ${fault.data.name}` : outcome))

test.each(['folder', 'all files', 'first alone', 'last alone'] as const)(
  'a whole set is one bundle on the desk, whichever way it is picked: %s',
  async (way) => {
    const { call, stick, takeIn, folder, handle } = await reviewDesk()
    const [first = '', second = ''] = await setIn(join(stick, '分卷'))
    const picked = {
      folder: [stick],
      'all files': [second, first],
      'first alone': [first],
      'last alone': [second],
    }[way]
    expect(told(await takeIn(...picked))).toEqual(['taken'])
    const { rows } = await call('review.list', {})
    expect(rows).toHaveLength(1)
    const [row] = rows
    const sizes = [first, second].map((path) => readFileSync(path).length)
    expect(row?.size).toBe(sizes.reduce((a, b) => a + b))
    expect(row?.volumes.map(({ number, size }) => [number, size])).toEqual([
      [1, sizes[0]],
      [2, sizes[1]],
    ])
    expect(row?.report.volume?.number).toBe(1)
    rmSync(stick, { recursive: true })
    mkdirSync(stick)
    const seq = row?.seq ?? 0
    const reading = await call('review.read', { seq })
    const held = reading.papers.map(({ slot }) => slot)
    expect(held).toEqual(['audit', 'proof'])
    for (const { path, sha256 } of reading.papers) {
      expect((await call('review.paper', { seq, path })).sha256).toBe(sha256)
    }
    const to = join(stick, '合同.pdf')
    const path = reading.papers.find(({ slot }) => slot === 'proof')?.path ?? ''
    await call('review.saveFile', { seq, path, to: handle(to) })
    expect(readFileSync(to).equals(contract)).toBe(true)
    await call('review.close', {})
    await call('review.open', { folder: handle(folder) })
    expect([...listBlobs(folder).blobs].sort()).toEqual(
      row?.volumes.map(({ sha256 }) => sha256).sort(),
    )
    expect((await call('review.paper', { seq, path })).media).toBeTruthy()
  },
)

test('a missing volume is told by name and nothing is kept', async () => {
  const { call, stick, takeIn, folder } = await reviewDesk()
  const [first = '', second = ''] = await setIn(join(stick, '分卷'))
  rmSync(second)
  expect(told(await takeIn(stick))).toEqual([
    `review.volumeMissing ${second.slice(second.lastIndexOf('/') + 1)}`,
  ])
  expect((await call('review.list', {})).rows).toEqual([])
  expect(listBlobs(folder).blobs).toEqual([])
  expect(await call('signer.list', {})).toEqual([])
  expect(readdirSync(join(stick, '分卷'))).toEqual([first.slice(first.lastIndexOf('/') + 1)])
})

test('a damaged volume, one of another export and one of another signer are told by name', async () => {
  const { call, stick, takeIn, folder } = await reviewDesk()
  const [first = '', second = ''] = await setIn(join(stick, '甲'))
  const name = second.slice(second.lastIndexOf('/') + 1)
  const foreign = `review.volumeForeign ${name}`

  const bytes = readFileSync(second)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(second, bytes)
  expect(told(await takeIn(first))).toEqual([foreign])
  expect(listBlobs(folder).blobs).toEqual([])
  // Picked by itself, a damaged one is listed as broken besides.
  expect(told(await takeIn(stick))).toEqual(['broken', foreign])

  const input = exampleInput(papers())
  const impostor = identityFor(
    { dir: exampleInput().dir },
    { ...input.signer.identity, at: input.at },
  )
  const [, forged = ''] = await setIn(join(stick, '乙'), { ...input, signer: impostor })
  copyFileSync(forged, second)
  rmSync(join(stick, '乙'), { recursive: true })
  const results = told(await takeIn(stick))
  expect(results).toContain(foreign)
  expect((await call('review.list', { status: 'open' })).rows).toEqual([])
  expect(listBlobs(folder).blobs).toEqual([])
})

test('renamed volumes are known by what they say, and two sets in one folder are told apart', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  const sets = [
    await setIn(join(stick, '甲')),
    await setIn(join(stick, '乙'), exampleInput(papers(7))),
  ]
  for (const [i, path] of sets.flat().entries()) renameSync(path, join(stick, `新建 (${i}).zip`))
  expect(told(await takeIn(stick))).toEqual(['taken', 'taken'])
  expect((await call('review.list', {})).rows.map(({ volumes }) => volumes.length)).toEqual([2, 2])
})

test('a set again is the same; removed and swept away, it comes back as a whole only', async () => {
  const { call, stick, takeIn, folder, handle } = await reviewDesk()
  const [first = '', second = ''] = await setIn(join(stick, '分卷'))
  await takeIn(stick)
  expect(told(await takeIn(stick))).toEqual(['same', 'same'])
  expect(told(await takeIn(second))).toEqual(['same'])
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  await call('review.remove', { seq, removed: true })
  await call('review.close', {})
  await call('review.open', { folder: handle(folder) })
  expect(listBlobs(folder).blobs).toEqual([])
  renameSync(second, `${second}.weg`)
  expect(told(await takeIn(first))).toEqual([
    `review.volumeMissing ${second.slice(second.lastIndexOf('/') + 1)}`,
  ])
  renameSync(`${second}.weg`, second)
  expect(told(await takeIn(first))).toEqual(['restored'])
  const { papers: held } = await call('review.read', { seq })
  for (const { path, sha256 } of held) {
    const shown = await call('review.paper', { seq, path })
    expect(shown.sha256).toBe(sha256)
    expect(readFileSync(blobPath(folder, sha256)).length).toBeGreaterThan(0)
  }
})

test('an opinion on a set names its first volume, as the receipt does', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  await setIn(join(stick, '分卷'))
  await takeIn(stick)
  const [row] = (await call('review.list', {})).rows
  const seq = row?.seq ?? 0
  await call('review.setReviewer', { office: '南京市工业和信息化局', name: '李审', level: 'city' })
  await call('review.draft', { seq, base: 0, verdict: 'recommend', reasons: [], remark: '' })
  const { opinions } = await call('review.issue', { seq })
  expect(opinions[0]?.opinion.about).toMatchObject({
    bundleId: row?.bundleId,
    tagManifestSha256: row?.report.tagManifestSha256,
  })
})
