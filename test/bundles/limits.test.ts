/** Sizes and moments at the edge: 4 GiB, 65,535 entries, large bundles in little memory, two at once. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { verifyArchive, verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { archiveSize } from '../../electron/engine/bundle/zip-format.ts'
import { checkSize } from '../../electron/engine/bundle/zip-write.ts'
import { Fault } from '../../shared/fault.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput, writeExample } from './example.ts'

const sourceOf = (name: string, size: number) => ({
  name,
  size,
  sha256: '0'.repeat(64),
  from: { file: '/nowhere' },
})
const faultOf = (act: () => unknown): Fault | null => {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  return null
}

/** An application whose one material is a sparse file of this size. */
function withSparse(size: number, hash = 'e'.repeat(64)) {
  const input = exampleInput([['proof', '大文件.bin', Buffer.from('x')]])
  writeFileSync(join(input.dir, hash), '')
  truncateSync(join(input.dir, hash), size)
  const slots = input.view.slots.map((slot) => ({
    ...slot,
    materials: slot.materials.map((material) => ({ ...material, sha256: hash, size })),
  }))
  return { ...input, view: { ...input.view, slots } }
}

test('the last byte and the last entry that a plain ZIP holds are taken, the next are not', () => {
  const empty = archiveSize([sourceOf('a', 0)])
  const most = 0xffff_ffff - 1 - empty
  expect(checkSize([sourceOf('a', most)])).toBe(0xffff_fffe)
  const over = faultOf(() => checkSize([sourceOf('a', most + 1)]))
  expect(over).toMatchObject({ code: 'bundle.tooLarge', data: { bytes: 0xffff_ffff, files: 1 } })
  const many = (count: number) => Array.from({ length: count }, (_, i) => sourceOf(`${i}`, 0))
  expect(faultOf(() => checkSize(many(65_534)))).toBeNull()
  expect(faultOf(() => checkSize(many(65_535)))).toMatchObject({ data: { files: 65_535 } })
})

test('4 GiB of material are refused by size, before anything is read or written', () => {
  for (const size of [2 ** 32 - 1, 2 ** 32, 5 * 2 ** 30]) {
    const input = withSparse(size)
    const before = readdirSync(input.dir)
    const fault = faultOf(() => composeBundle(input))
    expect(fault?.code).toBe('bundle.tooLarge')
    expect(Number(fault?.data.bytes)).toBeGreaterThan(size)
    expect(readdirSync(input.dir)).toEqual(before)
  }
})

test('a file that is sparse, but not what its hash says, is named and leaves nothing', async () => {
  const input = withSparse(30_000_000)
  const to = join(input.dir, 'sparse.zip')
  const fault = await writeBundle(composeBundle(input), to, quietJob).catch((error) => error)
  expect(fault).toMatchObject({ code: 'material.damaged', data: { name: '001_大文件.bin' } })
  expect(readdirSync(input.dir).filter((name) => /zip|part/.test(name))).toEqual([])
})

const zeros = (size: number): string => {
  const hash = createHash('sha256')
  for (let left = size; left > 0; left -= 1 << 20)
    hash.update(Buffer.alloc(Math.min(left, 1 << 20)))
  return hash.digest('hex')
}

test('300 MB are written and verified in bounded memory, and unzip agrees', async () => {
  const size = 300_000_000
  const input = withSparse(size, zeros(size))
  const spec = composeBundle(input)
  const to = join(input.dir, 'large.zip')
  await writeBundle(spec, to, quietJob)
  const child = join(import.meta.dirname, 'verify-child.ts')
  const stdout = execFileSync(process.execPath, [child, to], { encoding: 'utf8' })
  const { ok, files, grown } = JSON.parse(stdout)
  expect({ ok, files }).toEqual({ ok: true, files: spec.sources.length })
  // Kilobytes: far less than the bundle, whatever the collector leaves for later.
  expect(grown).toBeLessThan(100_000)
  expect(execFileSync('unzip', ['-tq', to], { encoding: 'utf8' })).toContain('No errors')
  expect(statSync(to).size).toBe(spec.size)
  rmSync(input.dir, { recursive: true })
})

test('many verifications at once, of good and bad bundles, do not mix', async () => {
  const made = await Promise.all(
    [1, 2, 3].map((n) => writeExample([['proof', `${n}.pdf`, Buffer.alloc(n * 4_000_000, n)]])),
  )
  const bad = made.map(({ path, dir }, n) => {
    const bytes = readFileSync(path)
    bytes[2000 + n] = (bytes[2000 + n] ?? 0) ^ 1
    const to = join(dir, 'bad.zip')
    writeFileSync(to, bytes)
    return to
  })
  const [good, refused] = await Promise.all([
    Promise.all(
      made.flatMap(({ path }) => [path, path]).map((path) => verifyBundle(path, quietJob)),
    ),
    Promise.all(bad.map((path) => verifyBundle(path, quietJob))),
  ])
  expect(good.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true])
  expect(good.map(({ sha256 }) => sha256)).toEqual(
    made.flatMap(({ written }) => [written.sha256, written.sha256]),
  )
  expect(refused.map(({ ok, reasons }) => ok || reasons.length === 0)).toEqual([
    false,
    false,
    false,
  ])
})

test('two exports to one place: one is written, the other is told so', async () => {
  const { spec, dir } = await writeExample()
  const to = join(dir, 'same.zip')
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => writeBundle(spec, to, quietJob)))
  const [done, ...failed] = outcomes.toSorted((a, b) => (a.status < b.status ? -1 : 1))
  expect(done?.status).toBe('fulfilled')
  expect(failed.map((each) => each.status === 'rejected' && each.reason.code)).toEqual([
    'target.exists',
    'target.exists',
  ])
  expect((await verifyBundle(to, quietJob)).ok).toBe(true)
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a file that shrinks or cannot be read while it is verified is a fault, not a verdict', async () => {
  const { path } = await writeExample()
  const bytes = readFileSync(path)
  const broken = {
    size: bytes.length,
    read: async (target: Uint8Array, position: number) => {
      if (position < 1000) throw new Error('EIO')
      target.set(bytes.subarray(position, position + target.length))
    },
  }
  await expect(verifyArchive(broken, path, quietJob)).rejects.toThrow('EIO')
  const code = (file: string) => verifyBundle(file, quietJob).catch((fault) => fault.code)
  expect(await code(join(path, '..'))).toBe('file.notRegular')
  expect(await code(`${path}.gone`)).toBe('file.missing')
  expect(await code('/dev/null')).toBe('file.notRegular')
  writeFileSync(`${path}.empty`, '')
  expect((await verifyBundle(`${path}.empty`, quietJob)).reasons).toMatchObject([
    { code: 'zip.unreadable' },
  ])
})
