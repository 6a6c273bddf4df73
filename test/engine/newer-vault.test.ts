/** A vault that a newer program has migrated: everything can be looked at, nothing is written. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../electron/engine/store/open.ts'
import { inspectVault } from '../../electron/engine/vault/inspect.ts'
import type { Input, Name } from '../../shared/contract.ts'
import { engineWithVault, file, root, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }
const later = { name: 'of a later version', up: () => {} }

/** A vault with an application and papers in it, opened after a newer program has had it. */
async function newerVault() {
  const engine = engineWithVault()
  const { call, handle, house } = engine
  const dir = tempFolder()
  await call('enterprise.fill', { base: 0, facts: { name: '示例产业园' } })
  const { results } = await call('material.import', {
    files: [handle(file(dir, '甲.pdf', '%PDF-1.4 甲')), handle(file(dir, '乙.pdf', '%PDF-1.4 乙'))],
  })
  const [linked = '', free = ''] = results.map(({ sha256 = '' }) => sha256)
  const { id, slots, verdicts } = await call('application.create', base)
  const slot = slots[0]?.id ?? ''
  await call('application.attach', { id, slot, materials: [linked] })
  await call('vault.close', {})
  openStore(house.dir, [...migrations, later], new Date()).db.close()
  await call('vault.open', { folder: handle(house.dir) })
  return { ...engine, dir, id, slot, linked, free, condition: verdicts[0]?.condition ?? '' }
}

type Newer = Awaited<ReturnType<typeof newerVault>>

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Everything in the vault's folder but SQLite's own side files. */
const contentOf = (vault: string) =>
  Object.fromEntries(
    filesOf(vault)
      .filter((path) => !/vault\.db-(wal|shm)$/.test(path))
      .map((path) => [relative(vault, path), readFileSync(path).toString('base64')]),
  )

const changes: { readonly [N in Name]?: (at: Newer) => Input<N> } = {
  'sample.load': () => ({}),
  'sample.remove': () => ({}),
  'enterprise.fill': () => ({ base: 9, facts: { name: '改名' } }),
  'material.import': ({ handle, dir }) => ({ files: [handle(file(dir, '新.pdf', '%PDF 新'))] }),
  'material.describe': ({ linked }) => ({ sha256: linked, note: '改' }),
  'material.discard': ({ free }) => ({ sha256: free }),
  'material.restore': ({ free }) => ({ sha256: free }),
  'pack.import': ({ handle, dir }) => {
    const body = readFileSync(`${root}assets/programmes/js-internet-plus-base-2022.json`, 'utf8')
    const path = file(dir, 'p.json', body.replace('"edition": "2022"', '"edition": "2099"'))
    return { file: handle(path) }
  },
  'pack.correct': () => ({
    ...base,
    corrections: [{ path: ['windows', '0', 'closes'], value: '2022-12-30' }],
    note: '延期',
  }),
  'pack.drop': () => base,
  'application.create': () => base,
  'application.fill': ({ id }) => ({ id, base: 9, answers: { applicant: '改' } }),
  'application.attach': ({ id, slot, free }) => ({ id, slot, materials: [free] }),
  'application.detach': ({ id, slot, linked }) => ({ id, slot, sha256: linked }),
  'application.putBack': ({ id, slot, linked }) => ({
    id,
    slot,
    sha256: linked,
    taken: { position: 1, ticks: [], scan: null, wordings: [] },
  }),
  'application.waive': ({ id, slot }) => ({ id, slot, reason: '不适用' }),
  'application.attest': ({ id, condition }) => ({ id, condition, outcome: 'met' }),
  'application.read': ({ id, condition }) => ({ id, condition, reading: '' }),
  'application.export': ({ id, handle, dir }) => ({
    id,
    to: handle(join(dir, '提交包.zip')),
    reason: '演练',
  }),
  'identity.create': () => ({ name: '甲' }),
  'identity.import': ({ handle, dir }) => ({ file: handle(join(dir, 'x.pfx')), password: '' }),
  'identity.rotate': () => ({ fingerprint: 'ab'.repeat(32) }),
  'identity.choose': () => ({ fingerprint: 'ab'.repeat(32) }),
  'identity.sm2': () => ({ fingerprint: 'ab'.repeat(32), on: true }),
  'identity.setAside': () => ({ fingerprint: 'ab'.repeat(32) }),
}

test.each(Object.keys(changes) as Name[])(
  '%s is refused as read-only and leaves no trace',
  async (name) => {
    const at = await newerVault()
    const before = contentOf(at.house.dir)
    const input = changes[name]?.(at as never) as Input<Name>
    const outside = filesOf(at.dir).toSorted()
    await expect(at.call(name, input)).rejects.toMatchObject({ fault: { code: 'vault.readOnly' } })
    expect(contentOf(at.house.dir)).toEqual(before)
    expect(filesOf(at.dir).toSorted()).toEqual(outside)
  },
)

test('what only looks works as ever: lists, papers, checks, programmes, the printed form', async () => {
  const at = await newerVault()
  const { call, id, linked, handle } = at
  const state = await call('vault.state', {})
  expect(state.open).toMatchObject({ readOnly: true, materials: 2 })
  expect(state.open?.needsVersion).toMatch(/^\d+\.\d+\.\d+$/)
  const before = contentOf(at.house.dir)
  expect((await call('application.open', { id })).slots[0]?.materials).toMatchObject([
    { sha256: linked },
  ])
  expect(await call('application.list', {})).toHaveLength(1)
  expect((await call('material.list', {})).total).toBe(2)
  expect((await call('programme.list', {})).programmes.length).toBeGreaterThan(10)
  expect((await call('enterprise.open', {})).facts).toEqual({ name: '示例产业园' })
  const to = join(at.dir, '申报书.pdf')
  await call('application.render', { id, to: handle(to) })
  expect(statSync(to).size).toBeGreaterThan(1000)
  expect((await call('vault.fsck', {})).damages).toEqual([])
  expect(Object.keys(before).filter((name) => !(name in contentOf(at.house.dir)))).toEqual([])
})

test('closing it leaves database and seal as the newer program left them', async () => {
  const at = await newerVault()
  const { 'vault.db': before } = contentOf(at.house.dir)
  await at.call('vault.close', {})
  expect(contentOf(at.house.dir)['vault.db']).toBe(before)
  expect((await inspectVault(at.house.dir, quietJob)).damages).toEqual([])
})
