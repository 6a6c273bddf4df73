/** People close and switch vaults while work is under way: nothing half, nothing unforeseen. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { inspectVault } from '../../electron/engine/vault/inspect.ts'
import { engineWithVault, file, type TestEngine, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'

const settledOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.fault?.code ?? error,
  )

/** Waits for so many turns of the event loop, to come in at different moments. */
const turns = async (count: number) => {
  for (let n = 0; n < count; n += 1) await new Promise((done) => setImmediate(done))
}

const noSurprise = ({ desk }: TestEngine) =>
  expect(existsSync(join(desk.config, 'surprises.log'))).toBe(false)

test.each([0, 1, 3, 8, 20, 60])(
  'a vault closed %i turns into an import keeps what was settled',
  async (n) => {
    const engine = engineWithVault()
    const { call, handle, house } = engine
    const dir = tempFolder()
    const files = Array.from({ length: 200 }, (_, at) => handle(file(dir, `${at}.txt`, `${at}`)))
    const importing = settledOf(call('material.import', { files }))
    await turns(n)
    await call('vault.close', {})
    expect(['done', 'job.cancelled', 'vault.none']).toContain(await importing)
    noSurprise(engine)
    expect((await inspectVault(house.dir, quietJob)).damages).toEqual([])
    const { open } = await call('vault.open', { folder: handle(house.dir) })
    const again = await call('material.import', { files })
    expect(again).toMatchObject({ refused: 0, same: open?.materials })
    expect((await call('vault.state', {})).open?.materials).toBe(200)
  },
)

test('another vault opened during an import gets none of its papers', async () => {
  const engine = engineWithVault()
  const { call, handle } = engine
  const dir = tempFolder()
  const files = Array.from({ length: 120 }, (_, n) => handle(file(dir, `${n}.txt`, `${n}`)))
  const importing = settledOf(call('material.import', { files }))
  await turns(4)
  const other = join(tempFolder(), '另一个')
  await call('vault.create', { folder: handle(other), name: '另一个' })
  expect(['done', 'job.cancelled', 'vault.none']).toContain(await importing)
  expect((await call('material.list', {})).total).toBe(0)
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, blobs: 0 })
  noSurprise(engine)
})

test.each([1, 4, 12, 30, 80, 200])(
  'a vault closed %i turns into an export leaves a whole bundle with its receipt, or none',
  async (n) => {
    const engine = engineWithVault()
    const { call, handle, house } = engine
    const { id } = await call('application.create', {
      id: 'js-iiot-benchmark-factory',
      edition: '2023',
    })
    const dir = tempFolder()
    const files = Array.from({ length: 12 }, (_, at) =>
      handle(file(dir, `发票${at}.pdf`, Buffer.alloc(300_000, at + 1))),
    )
    await call('application.attach', { id, slot: 'invoices', files })
    const out = tempFolder()
    const exporting = settledOf(call('application.export', { id, to: handle(out), reason: '演练' }))
    await turns(n)
    await call('vault.close', {})
    const outcome = await exporting
    expect(['done', 'job.cancelled', 'vault.none']).toContain(outcome)
    noSurprise(engine)
    await call('vault.open', { folder: handle(house.dir) })
    const { receipts } = await call('application.open', { id })
    expect(readdirSync(out)).toEqual(receipts.map(({ name }) => name))
    for (const { path } of receipts) expect((await verifyBundle(path, quietJob)).ok).toBe(true)
  },
)

test('two exports at once to one place: one bundle, whole, with its receipt', async () => {
  const engine = engineWithVault()
  const { call, handle } = engine
  const { id } = await call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  const papers = Array.from({ length: 5 }, (_, n) =>
    handle(file(tempFolder(), `发票${n}.pdf`, Buffer.alloc(1_500_000, n + 1))),
  )
  await call('application.attach', { id, slot: 'invoices', files: papers })
  const out = tempFolder()
  const to = handle(join(out, '提交包.zip'))
  const order = { id, to, reason: '演练' }
  const outcomes = await Promise.all([
    settledOf(call('application.export', order)),
    settledOf(turns(3).then(() => call('application.export', order))),
  ])
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  noSurprise(engine)
  expect(readdirSync(out)).toEqual(['提交包.zip'])
  const { receipts } = await call('application.open', { id })
  const report = await verifyBundle(join(out, '提交包.zip'), quietJob)
  expect(report.ok).toBe(true)
  expect(receipts.map(({ sha256 }) => sha256)).toEqual([report.sha256])
})

test('an application that is filled in while it is exported keeps both: the receipt and the edit', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', { id: 'js-internet-plus-base', edition: '2022' })
  await call('application.fill', { id, base: 1, answers: { applicant: '甲园区' } })
  const exporting = call('application.export', { id, to: handle(tempFolder()), reason: '演练' })
  await turns(2)
  const edited = await call('application.fill', { id, base: 2, answers: { applicant: '乙园区' } })
  const receipt = await exporting
  expect([receipt.revision, edited.revision]).toEqual([2, 3])
  const view = await call('application.open', { id })
  expect(view).toMatchObject({ revision: 3, state: 'exported', answers: { applicant: '乙园区' } })
})

test('the example taken out while one of its applications is exported leaves no bundle without a receipt', async () => {
  const engine = engineWithVault()
  const { call, handle } = engine
  await call('sample.load', {})
  const [row] = await call('application.list', {})
  const out = tempFolder()
  const order = { id: row?.id ?? '', to: handle(out), reason: '演练' }
  const exporting = settledOf(call('application.export', order))
  await turns(5)
  await call('sample.remove', {})
  expect(await exporting).toBe('application.unknown')
  expect(readdirSync(out)).toEqual([])
  noSurprise(engine)
  expect((await call('vault.fsck', {})).damages).toEqual([])
})
