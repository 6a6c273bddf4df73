/** A vault into a backup and out of it again: whole, checked by strangers, and never half. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '../../../electron/engine/backup/back-up.ts'
import { restore } from '../../../electron/engine/backup/restore.ts'
import { openHouse } from '../../../electron/engine/desk.ts'
import { inspectVault } from '../../../electron/engine/vault/inspect.ts'
import { blobPath, blobsDir, keysDir } from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const count = 12

/** An open vault with papers, a profile, an application and an identity. */
async function filled(clock?: () => Date) {
  const engine = engineWithVault(clock)
  const { call, handle } = engine
  const dir = tempFolder()
  const names = Array.from({ length: count }, (_, n) => `第${n}份合同.pdf`)
  const files = names.map((name) => handle(file(dir, name, `%PDF-1.4 ${name.repeat(2000)}`)))
  const { results } = await call('material.import', { files })
  await call('enterprise.fill', { base: 0, facts: { name: '江苏示例有限公司' } })
  const { id } = await call('application.create', {
    id: 'js-internet-plus-base',
    edition: '2022',
    track: null,
  })
  await call('application.fill', { id, base: 1, answers: { applicant: '示例产业园' } })
  await call('identity.create', { name: '江苏示例有限公司', creditCode: '' })
  return { ...engine, id, names, hashes: results.map(({ sha256 = '' }) => sha256) }
}

const place = () => {
  const folder = join(tempFolder(), '备份盘')
  mkdirSync(folder)
  return folder
}

test('what is restored is the vault as it stood, identities and their secrecy included', async () => {
  const { call, desk, handle, house, id, hashes } = await filled()
  const folder = place()
  expect(await call('backup.state', {})).toMatchObject({ last: null, due: true })
  const written = await call('backup.write', { folder: handle(folder) })
  expect(written).toMatchObject({ folder, materials: count, left: [] })
  expect(readdirSync(folder)).toEqual(written.names)
  const after = await call('backup.state', {})
  expect(after).toMatchObject({ last: { folder, names: written.names }, changes: 0, due: false })

  const application = await call('application.open', { id })
  const identities = await call('identity.list', {})
  const target = join(tempFolder(), '恢复')
  const [name = ''] = written.names
  const restored = await call('backup.restore', {
    file: handle(join(folder, name)),
    folder: handle(target),
  })
  expect(restored).toMatchObject({ folder: target, materials: count, damages: [], name: '测试库' })
  // The open vault is untouched, and the other one is complete by itself.
  expect(desk.house?.dir).toBe(house.dir)
  expect(await inspectVault(target, quietJob)).toMatchObject({ ok: true, blobs: count, orphans: 0 })
  for (const key of readdirSync(keysDir(target))) {
    expect(statSync(join(keysDir(target), key)).mode & 0o777).toBe(0o600)
  }
  openHouse(desk, target)
  expect(await call('application.open', { id })).toEqual(application)
  expect(await call('identity.list', {})).toEqual(identities)
  expect(readFileSync(blobPath(target, hashes[3] ?? ''), 'utf8')).toContain('第3份合同')
})

test('strangers can check it: unzip, sha256sum, and the note says how', async () => {
  const { house } = await filled()
  const folder = place()
  const { names } = await backUp(house, folder, quietJob)
  const zip = join(folder, names[0] ?? '')
  execFileSync('unzip', ['-tq', zip])
  const unpacked = tempFolder()
  execFileSync('unzip', ['-q', zip, '-d', unpacked])
  const [root = ''] = readdirSync(unpacked)
  expect(`${root}.zip`).toBe(names[0])
  const note = readFileSync(join(unpacked, root, '恢复说明.txt'), 'utf8')
  const command = /sha256sum -c (\S+) (\S+)/.exec(note)
  const [, one = '', two = ''] = command ?? []
  const said = execFileSync('sha256sum', ['-c', one, two], {
    cwd: join(unpacked, root),
    encoding: 'utf8',
  })
  expect(
    said
      .trim()
      .split('\n')
      .every((line) => line.endsWith(': OK') || line.endsWith('成功')),
  ).toBe(true)
})

test('a large vault goes into parts that lie together; any of them restores, none may lack', async () => {
  const { house, hashes } = await filled()
  const folder = place()
  const written = await backUp(house, folder, quietJob, { bytes: 700_000, files: 6 })
  expect(written.names.length).toBeGreaterThan(2)
  expect(readdirSync(folder)).toEqual([written.folder.slice(folder.length + 1)])
  expect(readdirSync(written.folder).toSorted()).toEqual([...written.names].toSorted())
  const target = join(tempFolder(), '恢复')
  const last = join(written.folder, written.names.at(-1) ?? '')
  await restore(last, target, quietJob)
  expect(await inspectVault(target, quietJob)).toMatchObject({ ok: true, blobs: hashes.length })

  const aside = join(folder, 'aside.zip')
  renameSync(join(written.folder, written.names[0] ?? ''), aside)
  const nowhere = join(tempFolder(), '恢复')
  await expect(restore(last, nowhere, quietJob)).rejects.toMatchObject({
    code: 'backup.volume',
    data: { name: written.names[0] },
  })
  // The part of another backup does not fill the gap.
  const other = await backUp(house, folder, quietJob, { bytes: 700_000, files: 6 })
  renameSync(join(other.folder, other.names[0] ?? ''), join(written.folder, written.names[0] ?? ''))
  await expect(restore(last, nowhere, quietJob)).rejects.toMatchObject({
    code: expect.stringMatching(/^backup\./),
  })
  expect(() => readdirSync(nowhere)).toThrow()
})

test('a vault that is damaged in part is backed up all the same, and what is lacking is named', async () => {
  const { house, hashes, names } = await filled()
  const [gone = '', bent = ''] = hashes
  rmSync(blobPath(house.dir, gone), { force: true })
  chmodSync(blobPath(house.dir, bent), 0o644)
  writeFileSync(blobPath(house.dir, bent), '%PDF-1.4 bent')
  const folder = place()
  const written = await backUp(house, folder, quietJob)
  expect(written).toMatchObject({ materials: count - 2, left: [names[0], names[1]] })
  expect(readdirSync(folder)).toHaveLength(1)
  const restored = await restore(
    join(folder, written.names[0] ?? ''),
    join(tempFolder(), '恢复'),
    quietJob,
  )
  expect(restored.damages.map(({ code }) => code)).toEqual(['blob.missing', 'blob.missing'])
})

test('every flipped byte of a backup is refused before anything is restored', async () => {
  const { house } = await filled()
  const folder = place()
  const { names } = await backUp(house, folder, quietJob)
  const path = join(folder, names[0] ?? '')
  const whole = readFileSync(path)
  const target = join(tempFolder(), '恢复')
  for (let n = 0; n < 60; n += 1) {
    const bytes = Buffer.from(whole)
    const at = n < 20 ? bytes.length - 1 - n * 3 : (n * 104_729) % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8))
    writeFileSync(path, bytes)
    await expect(restore(path, target, quietJob)).rejects.toMatchObject({
      code: expect.stringMatching(/^backup\.(damaged|foreign)$/),
    })
  }
  writeFileSync(path, whole.subarray(0, whole.length - 1000))
  await expect(restore(path, target, quietJob)).rejects.toMatchObject({ code: 'backup.damaged' })
  writeFileSync(path, 'PK nothing of ours')
  await expect(restore(path, target, quietJob)).rejects.toMatchObject({
    code: expect.stringMatching(/^backup\./),
  })
  expect(() => readdirSync(target)).toThrow()
  writeFileSync(path, whole)
  await restore(path, target, quietJob)
})

test('a backup is refused in the folder of a vault, which may be lost with it', async () => {
  const { house } = await filled()
  for (const folder of [house.dir, blobsDir(house.dir)]) {
    const before = readdirSync(folder).toSorted()
    await expect(backUp(house, folder, quietJob)).rejects.toMatchObject({
      code: 'target.ofVault',
      data: { path: folder },
    })
    expect(readdirSync(folder).toSorted()).toEqual(before)
  }
})

test('a backup is restored only into a folder that is new or empty, and a cancelled one leaves nothing', async () => {
  const { house } = await filled()
  const folder = place()
  const { names } = await backUp(house, folder, quietJob)
  const path = join(folder, names[0] ?? '')
  await expect(restore(path, house.dir, quietJob)).rejects.toMatchObject({ code: 'vault.exists' })
  const taken = tempFolder()
  file(taken, '别的.txt', '别的')
  await expect(restore(path, taken, quietJob)).rejects.toMatchObject({ code: 'vault.notEmpty' })
  expect(readdirSync(taken)).toEqual(['别的.txt'])

  const stop = new AbortController()
  const target = join(tempFolder(), '恢复')
  const until = (unit: string) => ({
    signal: stop.signal,
    progress: (progress: { readonly unit: string }) => {
      if (progress.unit === unit) stop.abort()
    },
  })
  await expect(restore(path, target, until('files'))).rejects.toMatchObject({
    code: 'job.cancelled',
  })
  expect(readdirSync(target)).toEqual([])
  const again = new AbortController()
  again.abort()
  const empty = place()
  await expect(
    backUp(house, empty, { signal: again.signal, progress: () => {} }),
  ).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(readdirSync(empty)).toEqual([])
  expect(readdirSync(join(house.dir, 'tmp'))).toEqual([])
})

test('what a killed backup has left in the folder is cleared away by the next one', async () => {
  const { house } = await filled()
  const folder = place()
  const part = `备份_测试库_20260101_0123abcd`
  file(folder, `${part}.zip.part`, 'PK')
  mkdirSync(join(folder, `${part}.part`))
  file(join(folder, `${part}.part`), '卷.zip.part', 'PK')
  file(folder, '年度总结.part', '别的')
  const { names } = await backUp(house, folder, quietJob)
  expect(readdirSync(folder).toSorted()).toEqual(['年度总结.part', ...names].toSorted())
})

test('it is time for a backup a week after the last one, if anything changed', async () => {
  let now = new Date('2026-03-01T02:00:00Z')
  const { call, handle } = await filled(() => now)
  await call('backup.write', { folder: handle(place()) })
  now = new Date('2026-03-20T02:00:00Z')
  expect(await call('backup.state', {})).toMatchObject({ days: 19, changes: 0, due: false })
  const { revision } = await call('enterprise.open', {})
  await call('enterprise.fill', { base: revision, facts: { address: '示例路 1 号' } })
  expect(await call('backup.state', {})).toMatchObject({ days: 19, changes: 1, due: true })
})
