/** Bundles that are read and hashed in a thread of their own. */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { sha256 } from '../../electron/engine/crypto.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput } from './example.ts'

let path = ''
let bytes = Buffer.alloc(0)

beforeAll(async () => {
  const noise = Buffer.alloc(5_000_001)
  for (let at = 0; at + 4 <= noise.length; at += 4)
    noise.writeUInt32LE((at * 2_654_435_761) >>> 0, at)
  const input = exampleInput([
    ['audit', '审计报告.pdf', noise],
    ['proof', '空白.txt', Buffer.from('x')],
    ['proof', '合同.pdf', Buffer.from(noise).reverse()],
  ])
  path = join(mkdtempSync(join(tmpdir(), 'large-')), 'large.zip')
  await writeBundle(composeBundle(input), path, quietJob)
  bytes = readFileSync(path)
})

afterAll(() => rmSync(dirname(path), { recursive: true, force: true }))

test('the report names the hash of the whole file, and every byte is seen', async () => {
  expect(bytes.length).toBeGreaterThan(8 << 20)
  expect(await verifyBundle(path, quietJob)).toMatchObject({ ok: true, sha256: sha256(bytes) })
})

test('a flip at any border of what is read at a time is refused', async () => {
  const block = 1 << 20
  const borders = Array.from({ length: Math.ceil(bytes.length / block) }, (_, i) => i * block)
  const places = [...borders.flatMap((at) => [at, at + block - 1]), bytes.length - 1]
  const copy = `${path}.copy`
  for (const at of places.filter((place) => place < bytes.length)) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    writeFileSync(copy, changed)
    const report = await verifyBundle(copy, quietJob)
    expect([report.ok, report.sha256], `byte ${at}`).toEqual([false, sha256(changed)])
  }
})

test('a file that is cut off is refused; one that is cut while it is read is an error', async () => {
  const copy = `${path}.cut`
  copyFileSync(path, copy)
  let cut = false
  const progress = () => {
    if (!cut) truncateSync(copy, 6 << 20)
    cut = true
  }
  await expect(verifyBundle(copy, { ...quietJob, progress })).rejects.toThrow('file.unreadable')
  expect((await verifyBundle(copy, quietJob)).ok).toBe(false)
})

test('cancelled while it is read, it says so, and the file can be verified again', async () => {
  const stop = new AbortController()
  const progress = () => stop.abort()
  await expect(verifyBundle(path, { progress, signal: stop.signal })).rejects.toThrow(
    'job.cancelled',
  )
  expect((await verifyBundle(path, quietJob)).ok).toBe(true)
})
