/** Chosen readings, ticks inside papers, recorded titles, and the vault's other applications. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { engineWithVault, file, root, tempFolder } from '../../support/house.ts'

const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const { packs } = loadShelf(join(root, 'assets/programmes'))
const pack = packs.find(({ pack }) => pack.id === factory.id)?.pack
const ambiguous = pack?.conditions.find(({ readings }) => readings)
const slot = pack?.slots.find(({ inside }) => inside.length > 0)
const point = slot?.inside[0] ?? ''
const [, second] = ambiguous?.readings ?? []

async function begin() {
  const engine = engineWithVault(() => new Date('2023-02-10T02:00:00Z'))
  const path = file(tempFolder(), 'report.pdf', '%PDF-1.4 report')
  const { id } = await engine.call('application.create', factory)
  const view = await engine.call('application.attach', {
    id,
    slot: slot?.id ?? '',
    files: [engine.handle(path)],
  })
  const paper = view.slots.find((each) => each.id === slot?.id)?.materials[0]
  return { ...engine, id, sha256: paper?.sha256 ?? '' }
}

test('a chosen reading is kept with name, day and note, shown in the verdict, and taken back', async () => {
  const { call, id } = await begin()
  const condition = ambiguous?.id ?? ''
  const reading = second?.id ?? ''
  const choice = { id, condition, reading, name: '林示文', note: '已电话询问。' }
  const view = await call('application.read', choice)
  expect(view.readings[condition]).toEqual({
    condition,
    reading,
    name: '林示文',
    note: '已电话询问。',
    on: '2023-02-10',
  })
  const verdict = view.verdicts.find((each) => each.condition === condition)
  expect(verdict?.working).toMatchObject({
    text: 'reading.chosen',
    data: { reading: second?.text, person: '林示文' },
  })
  const back = await call('application.read', { id, condition, reading: '' })
  expect(back.readings).toEqual({})
  expect(back.revision).toBe(view.revision + 1)
})

test('three years back from the day of applying are no calendar years: a person has to judge them', async () => {
  const { call, id } = await begin()
  const choice = { id, condition: 'investment', name: '林示文', note: '已电话询问。' }
  const { verdicts } = await call('application.read', { ...choice, reading: 'b' })
  const verdict = verdicts.find(({ condition }) => condition === 'investment')
  expect(verdict?.missing.map(({ what }) => what)).toContain('attestation')
  expect(JSON.stringify(verdict?.working)).not.toContain('iiot-spend')
})

test('a reading that the condition lacks is refused', async () => {
  const { call, id } = await begin()
  const condition = ambiguous?.id ?? ''
  await expect(call('application.read', { id, condition, reading: 'x' })).rejects.toMatchObject({
    fault: { code: 'application.reading' },
  })
  await expect(
    call('application.read', { id, condition: 'x', reading: 'a' }),
  ).rejects.toMatchObject({ fault: { code: 'application.condition' } })
})

test('a point inside a paper is ticked and unticked, and leaves with the paper', async () => {
  const { call, id, sha256 } = await begin()
  const place = { id, slot: slot?.id ?? '', sha256 }
  const before = await call('application.open', { id })
  const open = (view: typeof before) =>
    view.findings.find(({ code }) => code === 'slot.inside')?.data.count ?? 0
  expect(open(before)).toBe(slot?.inside.length)
  const view = await call('application.tick', { ...place, point, ticked: true, name: '林示文' })
  expect(view.ticks).toEqual([{ slot: slot?.id, sha256, point, name: '林示文', on: '2023-02-10' }])
  expect(open(view)).toBe((slot?.inside.length ?? 0) - 1)
  expect((await call('application.tick', { ...place, point, ticked: false })).ticks).toEqual([])
  await call('application.tick', { ...place, point, ticked: true })
  expect((await call('application.detach', place)).ticks).toEqual([])
})

test('a tick needs a point of the slot and a paper in it', async () => {
  const { call, id, sha256 } = await begin()
  const place = { id, slot: slot?.id ?? '', sha256, ticked: true }
  await expect(call('application.tick', { ...place, point: 'x' })).rejects.toMatchObject({
    fault: { code: 'application.point' },
  })
  await call('application.detach', { id, slot: place.slot, sha256 })
  await expect(call('application.tick', { ...place, point })).rejects.toMatchObject({
    fault: { code: 'application.link' },
  })
})

test('the vault stays sound, and says what was done', async () => {
  const { call, house, id, sha256 } = await begin()
  const condition = ambiguous?.id ?? ''
  await call('application.read', { id, condition, reading: second?.id ?? '' })
  await call('application.tick', { id, slot: slot?.id ?? '', sha256, point, ticked: true })
  expect((await call('vault.fsck', {})).damages).toEqual([])
  const actions = house.db.prepare('SELECT action FROM log ORDER BY seq').pluck().all()
  expect(actions.slice(-2)).toEqual(['application.read', 'application.tick'])
  house.db.prepare("UPDATE reading SET note = '改'").run()
  expect((await call('vault.fsck', {})).damages).toMatchObject([{ code: 'row.digest' }])
})

test('a confirmed certificate counts wherever its title is asked for', async () => {
  const { call, handle, asks } = await withTitles()
  const held = async () => {
    const { verdicts } = await call('programme.open', asks)
    return verdicts.find(({ condition }) => condition === 'title')?.outcome
  }
  expect(await held()).toBe('unknown')
  const path = file(tempFolder(), 'star.pdf', '%PDF-1.4 star')
  const { results } = await call('material.import', { files: [handle(path)], kind: 'certificate' })
  const sha256 = results[0]?.sha256 ?? ''
  await call('material.describe', { sha256, facts: { title: '江苏省三星级上云企业' } })
  expect(await held()).toBe('met')
  await call('material.discard', { sha256 })
  expect(await held()).toBe('unknown')
})

test('an application for the programme itself is no rival of it; one for another is', async () => {
  const { call, asks } = await withTitles()
  const rivals = async () => {
    const { verdicts } = await call('programme.open', asks)
    return verdicts.find(({ condition }) => condition === 'one')?.working.data.actual
  }
  expect(await rivals()).toBe(1)
  const mine = await call('application.create', asks)
  expect(await rivals()).toBe(1)
  await call('application.create', factory)
  expect(await rivals()).toBe(2)
  const view = await call('application.open', { id: mine.id })
  const verdict = view.verdicts.find(({ condition }) => condition === 'one')
  expect(verdict).toMatchObject({ outcome: 'judgement', working: { data: { actual: 2 } } })
})

/** A vault whose shelf also holds a programme that asks for a title, and excludes another. */
async function withTitles() {
  const engine = engineWithVault()
  const whole = JSON.parse(
    readFileSync(join(root, 'assets/programmes/js-iiot-benchmark-factory-2023.json'), 'utf8'),
  )
  const [first] = whole.conditions
  const asked = (id: string, rule: unknown) => ({ ...first, id, readings: undefined, rule })
  const id = 'asks-for-a-title'
  const one = { kind: 'exclusive', programmes: [id, factory.id], max: 1, note: '限报一项。' }
  const body = JSON.stringify({
    ...whole,
    id,
    form: undefined,
    slots: whole.slots.map((each: object) => ({ ...each, alternative: undefined })),
    conditions: [
      asked('title', { kind: 'held', titles: ['js-cloud-three-star'], min: 1 }),
      asked('one', one),
    ],
  })
  const dir = tempFolder()
  file(dir, 'asks.json', body)
  const shelf = loadShelf(dir)
  expect(shelf.unusable).toEqual([])
  engine.desk.house = { ...engine.house, packs: { ...shelf, packs: [...packs, ...shelf.packs] } }
  return { ...engine, asks: { id, edition: '2023' } }
}
