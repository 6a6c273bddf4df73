/** What a person says of an application: kept, taken back, and carried into the bundle. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { engineWithVault, file, type TestEngine, tempFolder } from '../../support/house.ts'

const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const clock = () => new Date('2023-02-10T02:00:00Z')
const point = '投入期间在近3年以内'

async function exported({ call, handle }: TestEngine, id: string) {
  const order = { id, to: handle(tempFolder()), reason: '演练' }
  const { path } = await call('application.export', order)
  const text = execFileSync('unzip', ['-p', path, '*/application.json'], { encoding: 'utf8' })
  return JSON.parse(text)
}

test('waivers, judgements, readings and ticks come back in the view and stand in application.json', async () => {
  const engine = engineWithVault(clock)
  const { call, handle } = engine
  const { id } = await call('application.create', factory)
  const paper = handle(file(tempFolder(), '专项审计.pdf', '%PDF-1.4 专项'))
  const attached = await call('application.attach', { id, slot: 'special-audit', files: [paper] })
  const slot = attached.slots.find((each) => each.id === 'special-audit')
  const sha256 = slot?.materials[0]?.sha256 ?? ''
  const by = { name: '王工', note: '已核对原件' }
  await call('application.waive', { id, slot: 'licence', reason: '三证合一' })
  await call('application.attest', { id, condition: 'team', outcome: 'met', ...by })
  await call('application.read', { id, condition: 'registered-years', reading: 'b', ...by })
  const tick = { id, slot: 'special-audit', sha256, point }
  const view = await call('application.tick', { ...tick, ticked: true, name: '王工' })
  const told = await exported(engine, id)
  const on = '2023-02-10'
  expect(told).toMatchObject({
    waivers: { licence: '三证合一' },
    attestations: { team: { outcome: 'met', on, ...by } },
    readings: { 'registered-years': { reading: 'b', on, ...by } },
    ticks: [{ slot: 'special-audit', sha256, point, name: '王工', on }],
  })
  expect([told.verdicts, told.findings]).toEqual([view.verdicts, view.findings])
  // Everything taken back: the next bundle says nothing of it.
  await call('application.waive', { id, slot: 'licence', reason: '' })
  await call('application.attest', { id, condition: 'team', outcome: null })
  await call('application.read', { id, condition: 'registered-years', reading: '' })
  const back = await call('application.tick', { ...tick, ticked: false })
  expect(back).toMatchObject({ attestations: {}, readings: {}, ticks: [] })
  expect(await exported(engine, id)).toMatchObject({
    waivers: {},
    attestations: {},
    readings: {},
    ticks: [],
    application: { revision: back.revision },
  })
})

test('a paper that leaves its slot takes its ticks along, and comes back without them', async () => {
  const { call, handle } = engineWithVault(clock)
  const { id } = await call('application.create', factory)
  const slot = 'special-audit'
  const paper = handle(file(tempFolder(), '专项审计.pdf', '%PDF-1.4 专项'))
  const attached = await call('application.attach', { id, slot, files: [paper] })
  const sha256 = attached.slots.find((each) => each.id === slot)?.materials[0]?.sha256 ?? ''
  await call('application.tick', { id, slot, sha256, point, ticked: true })
  const without = await call('application.detach', { id, slot, sha256 })
  expect(without.ticks).toEqual([])
  await expect(
    call('application.tick', { id, slot, sha256, point, ticked: true }),
  ).rejects.toMatchObject({ fault: { code: 'application.link' } })
  const again = await call('application.attach', { id, slot, materials: [sha256] })
  expect(again.ticks).toEqual([])
  await expect(
    call('application.tick', { id, slot, sha256, point: '没有的事项', ticked: true }),
  ).rejects.toMatchObject({ fault: { code: 'application.point' } })
})

test('one invoice before three applications: whoever claims it stands in the way of the others', async () => {
  const { call, handle } = engineWithVault(clock)
  const dir = tempFolder()
  const names = ['原件.pdf', '照片.jpg', '复印件.pdf']
  const files = names.map((name) => handle(file(dir, name, name)))
  const { results } = await call('material.import', { files, kind: 'invoice' })
  const papers = results.map(({ sha256 = '' }) => sha256)
  const ids: string[] = []
  for (const sha256 of papers) {
    const { id } = await call('application.create', factory)
    ids.push(id)
    await call('application.attach', { id, slot: 'invoices', materials: [sha256] })
  }
  // What it is shows only afterwards: nothing could be refused.
  for (const sha256 of papers) {
    await call('material.describe', { sha256, facts: { code: '3200211130', number: '00000101' } })
  }
  const claims = async () =>
    Promise.all(
      ids.map(async (id) => {
        const { findings } = await call('application.open', { id })
        return findings.filter(({ code }) => code === 'invoice.usedElsewhere').length > 0
      }),
    )
  expect(await claims()).toEqual([true, true, true])
  const take = (n: number) =>
    call('application.detach', { id: ids[n] ?? '', slot: 'invoices', sha256: papers[n] ?? '' })
  await take(0)
  expect(await claims()).toEqual([false, true, true])
  await take(2)
  expect(await claims()).toEqual([false, false, false])
  // Another number is another invoice, with or without its code.
  await call('material.describe', { sha256: papers[2] ?? '', facts: { code: '' } })
  await call('application.attach', {
    id: ids[2] ?? '',
    slot: 'invoices',
    materials: [papers[2] ?? ''],
  })
  expect(await claims()).toEqual([false, false, false])
})
