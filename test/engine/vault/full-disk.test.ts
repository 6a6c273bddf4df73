/** A disk that fills up, or may not be written: what was acknowledged stays, and the rest is told. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, type TestContext, test } from 'vitest'
import { inspectVault } from '../../../electron/engine/vault/inspect.ts'
import { tmpDir } from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const mounted: string[] = []
afterEach(() => {
  for (const place of mounted.splice(0)) {
    spawnSync('umount', ['-l', place])
    rmSync(place, { recursive: true, force: true })
  }
})

function smallDisk({ skip }: TestContext, size: string): string {
  const place = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place])
  if (status !== 0) {
    rmSync(place, { recursive: true })
    skip('a small disk can only be mounted by root on Linux')
  }
  mounted.push(place)
  return place
}

/** Fills the disk up and leaves `spare` bytes. */
function fillUp(place: string, spare = 0): void {
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(join(place, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - spare)))
}

/** An engine whose open vault lies on a small disk. */
async function engineOn(place: string) {
  const engine = engineWithVault()
  const dir = join(place, '保险库')
  await engine.call('vault.create', { folder: engine.handle(dir), name: '小盘' })
  return { ...engine, dir }
}

const codeOf = (failure: { fault?: { code: string } }) => failure.fault?.code

test('an import that fills the disk keeps what fitted and names the disk for the rest', async (context) => {
  const place = smallDisk(context, '4m')
  writeFileSync(join(place, 'ballast'), Buffer.alloc(1_000_000))
  const { call, handle, dir, close } = await engineOn(place)
  const papers = tempFolder()
  const files = Array.from({ length: 40 }, (_, n) =>
    handle(file(papers, `${n}.pdf`, Buffer.alloc(150_000, n + 1))),
  )
  const { results, imported } = await call('material.import', { files })
  const refusals = new Set(results.flatMap(({ fault }) => (fault ? [fault.code] : [])))
  expect(refusals).toEqual(new Set(['disk.full']))
  expect(imported).toBeGreaterThan(5)
  expect(readdirSync(tmpDir(dir))).toEqual([])
  close()
  // A check of the closed vault needs some room; without it, it never speaks of damage.
  const checked = await inspectVault(dir, quietJob).catch((error) => error)
  expect([true, 'disk.full']).toContain(checked.ok ?? checked.code)
  rmSync(join(place, 'ballast'))
  const state = await call('vault.open', { folder: handle(dir) })
  expect(state.open?.materials).toBe(imported)
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, orphans: 0, blobs: imported })
  const small = handle(file(papers, '小.pdf', '%PDF-1.4 小'))
  expect((await call('material.import', { files: [small] })).imported).toBe(1)
})

test('changes on a full disk are refused as such, change nothing, and go through once there is room', async (context) => {
  const place = smallDisk(context, '4m')
  const { call, dir, handle, close } = await engineOn(place)
  const { id } = await call('application.create', { id: 'js-internet-plus-base', edition: '2022' })
  const story = '本园区的基础设施。'.repeat(2000)
  const key = 'level.other'
  const before = await call('application.open', { id })
  fillUp(place)
  let accepted = before
  let failure: { fault?: { code: string } } | null = null
  for (let n = 0; n < 60 && !failure; n += 1) {
    await call('application.fill', {
      id,
      base: accepted.revision,
      answers: { [key]: `${n}${story}` },
    })
      .then(async () => {
        accepted = await call('application.open', { id })
      })
      .catch((error) => {
        failure = error
      })
  }
  expect(codeOf(failure ?? {})).toBe('disk.full')
  const now = await call('application.open', { id })
  expect([now.revision, now.answers]).toEqual([accepted.revision, accepted.answers])
  await expect(call('identity.create', { name: '甲' })).rejects.toMatchObject({
    fault: { code: 'disk.full' },
  })
  // Closed while full, and opened again while full: nothing is lost, nothing half lies about.
  close()
  expect((await call('vault.state', {})).open).toBeNull()
  await call('vault.open', { folder: handle(dir) })
  expect((await call('application.open', { id })).answers).toEqual(accepted.answers)
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([])
  rmSync(join(place, 'ballast'))
  await call('application.fill', {
    id,
    base: accepted.revision,
    answers: { [key]: '有地方了' },
  })
  expect((await call('application.open', { id })).answers[key]).toBe('有地方了')
  expect((await call('vault.fsck', {})).ok).toBe(true)
  expect(await call('identity.list', {})).toEqual([])
})

test('a vault that cannot be made for lack of space leaves a folder in which it can be made later', async (context) => {
  const place = smallDisk(context, '1m')
  const { call, handle } = engineWithVault()
  const dir = join(place, '保险库')
  fillUp(place, 20_000)
  await expect(call('vault.create', { folder: handle(dir), name: '库' })).rejects.toMatchObject({
    fault: { code: 'disk.full' },
  })
  rmSync(join(place, 'ballast'))
  const { open } = await call('vault.create', { folder: handle(dir), name: '库' })
  expect(open?.folder).toBe(dir)
})

test('a vault on a write-protected stick is refused by name, and left as it was', async (context) => {
  const place = smallDisk(context, '8m')
  const { call, handle, dir, house } = await engineOn(place)
  await call('enterprise.fill', { base: 0, facts: { name: '甲' } })
  await call('vault.close', {})
  const protect = (how: string) => spawnSync('mount', ['-o', `remount,${how}`, place])
  protect('ro')
  const refused = await call('vault.open', { folder: handle(dir) }).catch((error) => error)
  expect(['target.unwritable', 'vault.readOnly']).toContain(codeOf(refused))
  await expect(
    call('vault.create', { folder: handle(join(place, '新')), name: '库' }),
  ).rejects.toMatchObject({ fault: { code: 'target.unwritable' } })
  protect('rw')
  const { open } = await call('vault.open', { folder: handle(dir) })
  expect(open?.folder).toBe(dir)
  expect((await call('enterprise.open', {})).facts).toEqual({ name: '甲' })
  expect(house.dir).not.toBe(dir)
})
