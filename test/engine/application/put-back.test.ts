/** What was taken away in an application comes back as it was: its place, ticks, days and words. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { affiliatedApplication } from '../../support/affiliated.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const form = { id: 'js-internet-plus-base', edition: '2022' }

function begin() {
  let now = new Date('2023-02-10T02:00:00Z')
  const engine = engineWithVault(() => now)
  const { call, handle } = engine
  const dir = tempFolder()
  const put = (id: string, slot: string, ...names: readonly string[]) => {
    const files = names.map((name) => handle(file(dir, name, `%PDF-1.4 ${name}`)))
    return call('application.attach', { id, slot, files })
  }
  return { ...engine, put, moveTo: (day: string) => (now = new Date(`${day}T02:00:00Z`)) }
}

const papersIn = ({ slots }: ApplicationView, slot: string) =>
  slots.find(({ id }) => id === slot)?.materials ?? []
const namesIn = (view: ApplicationView, slot: string) =>
  papersIn(view, slot).map(({ name }) => name)
const hashOf = (view: ApplicationView, slot: string, name: string) =>
  papersIn(view, slot).find((paper) => paper.name === name)?.sha256 ?? ''

test('a paper put back stands where it stood, whatever came meanwhile', async () => {
  const { call, put } = begin()
  const { id } = await call('application.create', factory)
  const slot = 'invoices'
  const view = await put(id, slot, '1.pdf', '2.pdf', '3.pdf')
  const out = async (name: string) => {
    const at = { id, slot, sha256: hashOf(view, slot, name) }
    const { taken } = await call('application.detach', at)
    return { ...at, taken }
  }
  const middle = await out('2.pdf')
  expect(namesIn(await call('application.putBack', middle), slot)).toEqual([
    '1.pdf',
    '2.pdf',
    '3.pdf',
  ])
  const first = await out('1.pdf')
  const last = await out('3.pdf')
  await put(id, slot, '4.pdf')
  await call('application.putBack', last)
  expect(namesIn(await call('application.putBack', first), slot)).toEqual([
    '1.pdf',
    '2.pdf',
    '3.pdf',
    '4.pdf',
  ])
  expect((await call('vault.fsck', {})).damages).toEqual([])
})

test('it has its ticks with their names and days, and 不适用 of its place stays said', async () => {
  const { call, put, moveTo } = begin()
  const { id, pack } = await call('application.create', factory)
  const { id: slot = '', inside = [] } = pack.slots.find((each) => each.inside.length > 0) ?? {}
  const view = await put(id, slot, '报告.pdf')
  const at = { id, slot, sha256: hashOf(view, slot, '报告.pdf') }
  const point = inside[0] ?? ''
  const { ticks } = await call('application.tick', { ...at, point, ticked: true, name: '林示文' })
  await call('application.waive', { id, slot, reason: '系统直接填写' })
  moveTo('2023-02-20')
  const { taken } = await call('application.detach', at)
  const back = await call('application.putBack', { ...at, taken })
  expect(back.ticks).toEqual(ticks)
  expect(back.ticks).toMatchObject([{ on: '2023-02-10' }])
  expect(back.slots.find(({ id }) => id === slot)?.waived).toBe('系统直接填写')
})

test('a stamped scan is of the same printed version, with the word why it is used all the same', async () => {
  const { call, put } = begin()
  const { id, pack, revision } = await call('application.create', form)
  const slot = pack.slots.find((each) => each.form)?.id ?? ''
  const view = await put(id, slot, '扫描件.pdf')
  const at = { id, slot, sha256: hashOf(view, slot, '扫描件.pdf') }
  const answers = { applicant: '甲园区' }
  await call('application.fill', { id, base: revision, answers })
  const word = { reason: '名称已当面更正', name: '林示文' }
  const { stamps } = await call('stamp.waive', { ...at, ...word })
  expect(stamps).toMatchObject([{ changes: 1, waived: word }])
  const { taken, stamps: none } = await call('application.detach', at)
  expect(none).toEqual([])
  expect((await call('application.putBack', { ...at, taken })).stamps).toEqual(stamps)
  const other = await call('application.create', form)
  const elsewhere = call('application.putBack', { ...at, id: other.id, taken })
  await expect(elsewhere).rejects.toMatchObject({ fault: { code: 'snapshot.unknown' } })
})

test('a paper that was discarded, or whose invoice another application has taken, stays out', async () => {
  const { call, put } = begin()
  const one = await call('application.create', factory)
  const other = await call('application.create', factory)
  const slot = 'invoices'
  const view = await put(one.id, slot, '发票.pdf')
  const at = { id: one.id, slot, sha256: hashOf(view, slot, '发票.pdf') }
  const facts = { code: '044001900111', number: '12345678' }
  await call('material.describe', { sha256: at.sha256, kind: 'invoice', facts })
  const { taken } = await call('application.detach', at)
  await call('application.attach', { id: other.id, slot, materials: [at.sha256] })
  const back = () => call('application.putBack', { ...at, taken })
  await expect(back()).rejects.toMatchObject({ fault: { code: 'invoice.claimed' } })
  await call('application.detach', { ...at, id: other.id })
  await call('material.discard', { sha256: at.sha256 })
  await expect(back()).rejects.toMatchObject({ fault: { code: 'material.deleted' } })
  expect(namesIn(await call('application.open', { id: one.id }), slot)).toEqual([])
})

test('a judgement and a chosen reading that are put back keep the day on which they were given', async () => {
  const { call, moveTo } = begin()
  const { id, pack } = await call('application.create', factory)
  const judged = { id, condition: pack.conditions[0]?.id ?? '', name: '林示文', note: '已核对' }
  const { attestations } = await call('application.attest', { ...judged, outcome: 'met' })
  const ambiguous = pack.conditions.find(({ readings }) => readings)
  const choice = { id, condition: ambiguous?.id ?? '', name: '林示文', note: '已询问' }
  const reading = ambiguous?.readings?.[1]?.id ?? ''
  const { readings } = await call('application.read', { ...choice, reading })
  moveTo('2023-02-20')
  await call('application.attest', { ...judged, outcome: null })
  await call('application.read', { ...choice, reading: '' })
  const on = '2023-02-10'
  await call('application.attest', { ...judged, outcome: 'met', on })
  const back = await call('application.read', { ...choice, reading, on })
  expect(back).toMatchObject({ attestations, readings })
  const tomorrow = call('application.read', { ...choice, reading, on: '2023-02-21' })
  await expect(tomorrow).rejects.toMatchObject({ fault: { code: 'input.invalid' } })
})

test('a scan of a statement is of the same wording, though another was printed since', async () => {
  const engine = engineWithVault(() => new Date('2024-05-06T02:00:00Z'))
  const { call, handle } = engine
  const { id, dir, slot } = await affiliatedApplication(engine)
  const statement = 'related-party'
  const print = () =>
    call('statement.print', { id, statement, to: handle(join(dir, '关联交易说明.pdf')) })
  const write = async (value: string) => {
    const { revision: base } = await call('application.open', { id })
    return call('statement.write', { id, base, statement, text: 'ownership', value })
  }
  await write('持有本单位 62% 股权。')
  await print()
  const files = [handle(file(dir, '说明扫描件.pdf', '%PDF-1.4 scan'))]
  const attached = await call('application.attach', { id, slot, files })
  await write('持有本单位 51% 股权。')
  await print()
  const before = await call('application.open', { id })
  expect(before.statements).toMatchObject([{ attached: true, scanDiffers: true }])
  const at = { id, slot, sha256: hashOf(attached, slot, '说明扫描件.pdf') }
  const { taken } = await call('application.detach', at)
  expect(taken.wordings).toMatchObject([{ statement }])
  const back = await call('application.putBack', { ...at, taken })
  expect(back.statements).toEqual(before.statements)
  expect(back.findings).toEqual(before.findings)
  // Linked anew, it would be taken for the print of now.
  await call('application.detach', at)
  const anew = await call('application.attach', { id, slot, materials: [at.sha256] })
  expect(anew.statements).toMatchObject([{ attached: true, scanDiffers: false }])
})
