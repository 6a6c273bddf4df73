/** What lies on the disk when an export does not reach its end: by a kill, or by a full disk. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { composeVolumes } from '../../electron/engine/bundle/compose-volumes.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { verifyPicked } from '../../electron/engine/bundle/verify-picked.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { writeVolumes } from '../../electron/engine/bundle/write-volumes.ts'
import { quietJob } from '../support/quiet-job.ts'
import { at, exampleInput } from './example.ts'

/** Runs an export and kills it some ms after it began; true when it had finished before. */
async function killedExport(to: string, after: number, ...more: string[]): Promise<boolean> {
  const script = join(import.meta.dirname, 'export-child.ts')
  const child = spawn(process.execPath, [script, to, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => {
      said += text
      if (said.includes('READY')) resolve()
    })
    void ended.then(resolve)
  })
  await wait(after)
  child.kill('SIGKILL')
  await ended
  return said.includes('DONE')
}

test('a kill at any moment leaves no half bundle under the final name, and the next export works', async () => {
  const to = mkdtempSync(join(tmpdir(), 'killed-'))
  const final = join(to, 'killed.zip')
  for (const after of [0, 10, 25, 50, 80, 120, 180, 260]) {
    const done = await killedExport(to, after)
    expect(readdirSync(to).every((name) => /^killed\.zip(\.part)?$/.test(name))).toBe(true)
    if (existsSync(final)) expect((await verifyBundle(final, quietJob)).ok).toBe(true)
    else expect(done).toBe(false)
    rmSync(final, { force: true })
  }
  const spec = composeBundle(exampleInput())
  const written = await writeBundle(spec, final, quietJob)
  expect(written.report.ok).toBe(true)
  expect(readdirSync(to)).toEqual(['killed.zip'])
})

test('a kill at any moment leaves no half set of volumes, and the next export works', async () => {
  const to = mkdtempSync(join(tmpdir(), 'killed-'))
  const final = join(to, 'killed')
  for (const after of [0, 30, 80, 150, 250, 400]) {
    const done = await killedExport(to, after, 'several')
    expect(readdirSync(to).every((name) => /^killed(\.part)?$/.test(name))).toBe(true)
    if (existsSync(final)) {
      const [first = ''] = readdirSync(final)
      const found = await verifyPicked(join(final, first), [], to, at, quietJob)
      expect(found.ok).toBe(true)
      rmSync(join(to, 'signers.json'), { force: true })
    } else expect(done).toBe(false)
    rmSync(final, { recursive: true, force: true })
  }
  const { specs } = composeVolumes(
    exampleInput([
      ['proof', 'a.pdf', Buffer.alloc(900_000)],
      ['proof', 'b.pdf', Buffer.alloc(900_001)],
    ]),
    1_500_000,
  )
  expect(await writeVolumes(specs, final, quietJob)).toHaveLength(2)
  expect(readdirSync(to)).toEqual(['killed'])
})

test('a disk too small for a set is named with what is missing, and left clean', async ({
  skip,
}) => {
  const small = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small])
  if (mount.status !== 0) skip('a small disk can only be mounted by root on Linux')
  try {
    const papers = [1, 2].map((n) => ['proof', `${n}.pdf`, Buffer.alloc(900_000, n)] as const)
    const { specs } = composeVolumes(exampleInput(papers), 1_500_000)
    const whole = specs.map((spec) => ({ ...spec, size: 1 }))
    for (const each of [specs, whole]) {
      const error = await writeVolumes(each, join(small, 'set'), quietJob).catch((e) => e)
      expect(error).toMatchObject({ code: 'disk.full' })
      expect(Number(error.data.missing)).toBeGreaterThan(0)
      expect(readdirSync(small)).toEqual([])
    }
  } finally {
    spawnSync('umount', [small])
  }
})

test('a disk that is full, or fills up on the way, is named and left clean', async ({ skip }) => {
  const small = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small])
  if (mount.status !== 0) skip('a small disk can only be mounted by root on Linux')
  try {
    const spec = composeBundle(exampleInput([['proof', '大.pdf', Buffer.alloc(900_000, 1)]]))
    for (const size of [spec.size, 1]) {
      const error = await writeBundle({ ...spec, size }, join(small, 'x.zip'), quietJob).catch(
        (e) => e,
      )
      expect(error).toMatchObject({ code: 'disk.full' })
      expect(Number(error.data.missing)).toBeGreaterThan(0)
      expect(readdirSync(small)).toEqual([])
    }
  } finally {
    spawnSync('umount', [small])
  }
})
