/** A folder let go on a slot: what can be taken is linked, and the rest is named with its reason. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AttachedView } from '../../../shared/model/application.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const slot = 'invoices'

async function begin() {
  const engine = engineWithVault(() => new Date('2023-02-10T02:00:00Z'))
  const { id, revision } = await engine.call('application.create', factory)
  const dir = join(tempFolder(), '发票')
  mkdirSync(dir)
  const drop = (...paths: readonly string[]) =>
    engine.call('application.attach', { id, slot, files: paths.map(engine.handle) })
  return { ...engine, id, revision, dir, drop }
}

const namesIn = ({ slots }: AttachedView) =>
  slots.find(({ id }) => id === slot)?.materials.map(({ name }) => name)
const told = ({ refused }: AttachedView) =>
  refused.map(({ from, fault, outcome }) => [from, outcome, fault?.code])

test('an empty file and litter in a folder hinder none of the others, and are told', async () => {
  const { dir, drop } = await begin()
  file(dir, '1.pdf', '%PDF-1.4 一')
  file(dir, '2.pdf', '')
  file(dir, '3.pdf', '%PDF-1.4 三')
  file(dir, 'Thumbs.db', 'x')
  mkdirSync(join(dir, '补充'))
  file(join(dir, '补充'), '4.pdf', '%PDF-1.4 四')
  symlinkSync('/etc/hostname', join(dir, '补充', '链.pdf'))
  const view = await drop(dir)
  expect(namesIn(view)).toEqual(['1.pdf', '3.pdf', '4.pdf'])
  expect(view.came).toBe(3)
  const here = (name: string) => join('发票', name)
  expect(told(view)).toEqual([
    [here('2.pdf'), 'refused', 'file.empty'],
    [here('Thumbs.db'), 'litter', 'file.litter'],
    [here(join('补充', '链.pdf')), 'refused', 'file.notRegular'],
  ])
})

test('the archive has the same words for the same folder', async () => {
  const { call, handle, dir, drop } = await begin()
  file(dir, '1.pdf', '%PDF-1.4 一')
  file(dir, '空.pdf', '')
  file(dir, 'desktop.ini', 'x')
  chmodSync(file(dir, '不让读.pdf', '%PDF-1.4 x'), 0o000)
  const { refused } = await drop(dir)
  const { results } = await call('material.import', { files: [handle(dir)] })
  expect(results.filter(({ sha256 }) => sha256 === undefined)).toEqual(refused)
})

test('a file alone keeps its refusal, and what is all refused changes nothing', async () => {
  const { call, dir, drop, id, revision } = await begin()
  const empty = file(dir, '空.pdf', '')
  await expect(drop(empty)).rejects.toMatchObject({ fault: { code: 'file.empty' } })
  await expect(drop(file(dir, 'Thumbs.db', 'x'))).rejects.toMatchObject({
    fault: { code: 'file.litter' },
  })
  const all = await drop(dir)
  expect(told(all).map(([, , code]) => code)).toEqual(['file.litter', 'file.empty'])
  expect(all).toMatchObject({ came: 0, revision })
  const bare = join(dir, '没有文件')
  mkdirSync(bare)
  await expect(drop(bare)).rejects.toMatchObject({ fault: { code: 'folder.empty' } })
  expect((await call('application.open', { id })).revision).toBe(revision)
})

test('the number that the slot allows is judged by what came', async () => {
  const { call, handle, dir } = await begin()
  const { id } = await call('application.create', {
    id: 'jl-iiot-service-demonstration',
    edition: '2020',
    track: 'platform-user',
  })
  const drop = () => call('application.attach', { id, slot: 'licence', files: [handle(dir)] })
  const tooMany = ({ findings }: AttachedView) =>
    findings.filter(({ code, place }) => code === 'slot.tooMany' && place.ref === 'licence')
  file(dir, '正本.pdf', '%PDF-1.4 正本')
  file(dir, '副本.pdf', '%PDF-1.4 副本')
  file(dir, '空.pdf', '')
  expect(tooMany(await drop())).toEqual([])
  file(dir, '再一份.pdf', '%PDF-1.4 再一份')
  const more = await drop()
  expect(told(more).map(([, , code]) => code)).toEqual(['file.empty'])
  expect(tooMany(more)).toHaveLength(1)
})
