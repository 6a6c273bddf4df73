/** 装订成册 through the gate: what comes back, what lies where, and what is left behind. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeVault, openVault } from '../../../electron/engine/open.ts'
import { blobPath, tmpDir } from '../../../electron/engine/vault/paths.ts'
import { cliJson, startCli } from '../../support/cli.ts'
import { drawnOfd, layer } from '../../support/drawn-ofd.ts'
import {
  CallFailed,
  engineWithVault,
  file,
  surroundings,
  type TestEngine,
  tempFolder,
} from '../../support/house.ts'
import { bookmarksOf, labelledPdf, pageTexts, qpdfCheck } from '../../support/volume.ts'

const slot = 'star-certificates'

/** An application with papers in one slot. */
async function begun(engine: TestEngine, papers: readonly (readonly [string, Uint8Array])[]) {
  const dir = tempFolder()
  const { id } = await engine.call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  const handles = papers.map(([name, bytes]) => engine.handle(file(dir, name, bytes)))
  const { slots } = await engine.call('application.open', { id })
  const to = slots.find((each) => each.id === slot)?.id ?? slots[0]?.id ?? ''
  await engine.call('application.attach', { id, slot: to, files: handles })
  return { id, dir, slot: to }
}

const ticket =
  '<ofd:TextObject Boundary="0 0 50 9" Font="1" Size="4"><ofd:TextCode X="5" Y="8" DeltaX="4">发票</ofd:TextCode></ofd:TextObject>'

test('the volume is shown through its hash, saved whole, and says which papers it lacks', async () => {
  const engine = engineWithVault()
  const {
    id,
    dir,
    slot: held,
  } = await begun(engine, [
    ['一.pdf', await labelledPdf('A', 3)],
    ['坏.pdf', (await labelledPdf('B', 3)).subarray(0, 900)],
    ['表.docx', Buffer.from('PK\x03\x04 no real document')],
    ['票.ofd', drawnOfd({ content: layer(ticket) })],
    ['缺.ofd', drawnOfd({ content: layer(`${ticket}<ofd:ImageObject ResourceID="9"/>`) })],
  ])
  const target = join(dir, '装订册.pdf')
  const view = await engine.call('application.bind', { id, to: engine.handle(target) })
  const blob = blobPath(engine.house.dir, view.sha256)
  expect(readFileSync(target).equals(readFileSync(blob))).toBe(true)
  expect(readFileSync(target)).toHaveLength(view.size)
  expect(qpdfCheck(target)).toContain('No syntax or stream encoding errors')
  const pages = pageTexts(target)
  expect(pages).toHaveLength(view.pages)
  expect(bookmarksOf(target).length).toBeGreaterThan(1)
  expect(view.findings.map(({ code, severity, place }) => [code, severity, place.ref])).toEqual([
    ['paper.damaged', 'warning', held],
    ['paper.foreign', 'hint', held],
    ['paper.partly', 'warning', held],
  ])
  const said = view.findings.map(({ data }) => pages[Number(data.page) + 1] ?? '')
  expect(said.map((page) => /替代页|附页/.exec(page)?.[0])).toEqual(['替代页', '替代页', '附页'])
  expect(view.findings.at(-1)?.data).toMatchObject({ paper: '缺.ofd', count: 1 })
  expect(pages.filter((page) => page.includes('发票'))).toHaveLength(2)
  expect(readdirSync(tmpDir(engine.house.dir))).toEqual([])
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the cover names whom the form names, or else the enterprise of the vault', async () => {
  const { call, handle } = engineWithVault()
  await call('enterprise.fill', { base: 0, facts: { name: '江苏云樾精密制造有限公司' } })
  const base = { id: 'js-internet-plus-base', edition: '2022' }
  const { id, revision } = await call('application.create', base)
  const target = join(tempFolder(), '装订册.pdf')
  const cover = async () => {
    await call('application.bind', { id, to: handle(target) })
    return pageTexts(target)[0]?.replace(/\s/g, '')
  }
  await call('application.fill', { id, base: revision, answers: { applicant: '云澜高新园区' } })
  expect(await cover()).toContain('申报单位：云澜高新园区')
  const { revision: next } = await call('application.open', { id })
  await call('application.fill', { id, base: next, answers: { applicant: '' } })
  expect(await cover()).toContain('申报单位：江苏云樾精密制造有限公司')
})

test('cancelled while papers are bound, nothing lies under the name and nothing in staging', async () => {
  const engine = engineWithVault()
  const papers = await Promise.all(
    Array.from(
      { length: 8 },
      async (_, at) => [`${at}.pdf`, await labelledPdf(`P${at}`, 4)] as const,
    ),
  )
  const { id, dir } = await begun(engine, papers)
  const target = join(dir, '装订册.pdf')
  const controller = new AbortController()
  const job = {
    signal: controller.signal,
    progress: ({ done }: { done: number }) => {
      if (done === 4) controller.abort()
    },
  }
  const before = readdirSync(join(engine.house.dir, 'blobs'))
  const failed = await engine
    .call('application.bind', { id, to: engine.handle(target) }, job)
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(CallFailed)
  expect((failed as CallFailed).fault.code).toBe('job.cancelled')
  expect(existsSync(target)).toBe(false)
  expect(readdirSync(tmpDir(engine.house.dir))).toEqual([])
  expect(readdirSync(join(engine.house.dir, 'blobs'))).toEqual(before)
})

test('a place that cannot be written is named, and the vault keeps no staging', async () => {
  const engine = engineWithVault()
  const { id, dir } = await begun(engine, [['一.pdf', await labelledPdf('A', 1)]])
  const to = engine.handle(join(dir, 'nowhere', '装订册.pdf'))
  await expect(engine.call('application.bind', { id, to })).rejects.toMatchObject({
    fault: { code: 'target.unwritable' },
  })
  expect(readdirSync(tmpDir(engine.house.dir))).toEqual([])
})

test('a disk too small for the volume is named with what is missing, and left clean', async ({
  skip,
}) => {
  const small = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', small])
  if (mount.status !== 0) skip('a small disk can only be mounted by root on Linux')
  try {
    const engine = engineWithVault()
    const { id } = await begun(engine, [['一.pdf', await labelledPdf('A', 1)]])
    const to = engine.handle(join(small, '装订册.pdf'))
    const failed = await engine.call('application.bind', { id, to }).catch((error) => error)
    expect(failed.fault.code).toBe('disk.full')
    expect(failed.fault.data.missing).toBeGreaterThan(0)
    expect(readdirSync(small)).toEqual([])
    expect(readdirSync(tmpDir(engine.house.dir))).toEqual([])
  } finally {
    spawnSync('umount', [small])
    rmSync(small, { recursive: true })
  }
})

test('a vault whose disk fills up while a volume is bound says so, and binds once there is room', async ({
  skip,
}) => {
  const small = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', small])
  if (mount.status !== 0) skip('a small disk can only be mounted by root on Linux')
  const engine = engineWithVault()
  try {
    const folder = engine.handle(join(small, '保险库'))
    await engine.call('vault.create', { folder, name: '小盘' })
    const { id } = await begun(engine, [['一.pdf', await labelledPdf('A', 1)]])
    const { bavail, bsize } = statfsSync(small)
    const ballast = join(small, 'ballast')
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 40_000))
    const staging = tmpDir(join(small, '保险库'))
    const failed = await engine.call('application.bind', { id }).catch((error) => error)
    expect(failed.fault.code).toBe('disk.full')
    expect(readdirSync(staging)).toEqual([])
    rmSync(ballast)
    expect((await engine.call('application.bind', { id })).pages).toBeGreaterThan(1)
  } finally {
    engine.close()
    spawnSync('umount', ['-l', small])
    rmSync(small, { recursive: true, force: true })
  }
})

test('killed at random moments, nothing lies under the name and the next start sweeps staging', async () => {
  const engine = engineWithVault()
  const papers = await Promise.all(
    Array.from(
      { length: 12 },
      async (_, at) => [`${at}.pdf`, await labelledPdf(`P${at}`, 12)] as const,
    ),
  )
  const { id, dir } = await begun(engine, papers)
  const vault = engine.house.dir
  engine.close()
  const out = join(dir, 'out')
  mkdirSync(out)
  const whole = cliJson<{ pages: number }>(
    'bind',
    '--vault',
    vault,
    '--application',
    id,
    '--out',
    join(out, 'whole.pdf'),
  )
  expect(whole.status).toBe(0)
  for (let round = 0; round < 6; round += 1) {
    const target = join(out, `${round}.pdf`)
    const started = performance.now()
    const child = startCli('bind', '--vault', vault, '--application', id, '--out', target)
    const ended = new Promise((done) => child.once('close', done))
    await Promise.race([wait(200 + round * 300), ended])
    child.kill('SIGKILL')
    await ended
    if (existsSync(target)) {
      // It was quicker than the kill: then it is whole.
      expect(performance.now() - started).toBeGreaterThan(200)
      expect(pageTexts(target)).toHaveLength(whole.json.pages)
    }
    const house = openVault(vault, surroundings())
    expect(readdirSync(tmpDir(vault))).toEqual([])
    closeVault(house)
  }
})
