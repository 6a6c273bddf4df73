import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signDetached } from '../../../electron/engine/bundle/cms.ts'
import { createIdentity, signerOf } from '../../../electron/engine/identity/identities.ts'
import { engineWithVault, file, root, tempFolder } from '../../support/house.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }
const shipped = readFileSync(`${root}/assets/programmes/js-internet-plus-base-2022.json`, 'utf8')

/** The shipped pack as a file of another edition, with one slot less and one window later. */
function nextEdition(dir: string, edition = '2099'): string {
  const pack = JSON.parse(shipped)
  const slots = pack.slots.slice(0, -1)
  const fields = pack.form.fields
  return file(
    dir,
    '新一年.json',
    JSON.stringify({ ...pack, edition, slots, form: { ...pack.form, fields } }),
  )
}

test('a pack file is looked at first: its faults, or what it would change', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const broken = await call('pack.preview', { file: handle(file(dir, 'x.json', '{"format": 1}')) })
  expect(broken.pack).toBeNull()
  expect(broken.faults.length).toBeGreaterThan(0)
  const same = await call('pack.preview', { file: handle(file(dir, 'same.json', shipped)) })
  expect(same.pack).toMatchObject({ ...base, standing: 'same', changes: [] })
  const next = await call('pack.preview', { file: handle(nextEdition(dir)) })
  expect(next).toMatchObject({ signature: null, pack: { standing: 'newEdition' } })
  expect(next.pack?.changes).toContainEqual(
    expect.objectContaining({ kind: 'removed', part: 'slot' }),
  )
  expect((await call('programme.list', {})).programmes).not.toContainEqual(
    expect.objectContaining({ edition: '2099' }),
  )
})

test('a broken pack is refused and changes nothing', async () => {
  const { call, handle } = engineWithVault()
  const path = file(tempFolder(), 'x.json', '{"format": 1}')
  await expect(call('pack.import', { file: handle(path) })).rejects.toMatchObject({
    fault: { code: 'programme.unusable' },
  })
})

test('a signature beside the file is shown, and one that does not hold keeps the pack out', async () => {
  const { call, handle, house } = engineWithVault()
  const path = nextEdition(tempFolder())
  const at = house.clock()
  createIdentity(house, { name: '某市工信局', creditCode: '', at })
  const signer = signerOf(house)
  writeFileSync(`${path}.p7s`, signDetached(readFileSync(path), signer, at))
  const signed = await call('pack.preview', { file: handle(path) })
  expect(signed.signature).toMatchObject({ name: '某市工信局' })
  writeFileSync(path, readFileSync(path, 'utf8').replace('2099', '2098'))
  expect((await call('pack.preview', { file: handle(path) })).signature).toBe('invalid')
  await expect(call('pack.import', { file: handle(path) })).rejects.toMatchObject({
    fault: { code: 'pack.signature' },
  })
})

test('an imported edition can be applied for, and an application moves to it without loss', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const { id, pack } = await call('application.create', base)
  const gone = pack.slots.at(-1)?.id ?? ''
  const paper = handle(file(dir, '投融资.pdf', '%PDF-1.4'))
  await call('application.attach', { id, slot: gone, files: [paper] })
  await call('application.fill', { id, base: 2, answers: { applicant: '甲园区' } })
  expect(await call('application.moves', { id })).toEqual([])

  await call('pack.import', { file: handle(nextEdition(dir)) })
  const [plan] = await call('application.moves', { id })
  expect(plan?.setAside).toEqual([pack.slots.at(-1)?.title])
  const moved = await call('application.move', { id, hash: plan?.hash ?? '' })
  expect(moved).toMatchObject({ edition: '2099', answers: { applicant: '甲园区' } })
  expect(moved.slots.map((slot) => slot.id)).not.toContain(gone)

  const [back] = await call('application.moves', { id })
  const returned = await call('application.move', { id, hash: back?.hash ?? '' })
  expect(returned.slots.find((slot) => slot.id === gone)?.materials).toHaveLength(1)
})

test('a small correction is made on a copy, recorded, and can be taken back', async () => {
  const { call } = engineWithVault()
  const view = await call('programme.open', base)
  const { id: window } = view.pack.windows.find(({ closes }) => closes) ?? { id: '' }
  const corrected = await call('pack.correct', {
    ...base,
    corrections: [{ path: ['windows', window, 'closes'], value: '2022-11-30' }],
    note: '延期通知',
  })
  expect(corrected.origin).toBe('corrected')
  expect(corrected.corrections).toMatchObject([
    { path: `windows.${window}.closes`, after: '"2022-11-30"', note: '延期通知' },
  ])
  expect(corrected.pack.windows.find(({ id }) => id === window)?.closes).toBe('2022-11-30')
  await call('pack.drop', base)
  const plain = await call('programme.open', base)
  expect(plain).toMatchObject({ origin: 'shipped', corrections: [], hash: view.hash })
})

test('a correction may not reach beyond small values, nor make the pack invalid', async () => {
  const { call } = engineWithVault()
  const { pack } = await call('programme.open', base)
  const { id: window } = pack.windows[0] ?? { id: '' }
  const correct = (path: string[], value: string | number) =>
    call('pack.correct', { ...base, corrections: [{ path, value }], note: '试' })
  const invalid = { fault: { code: 'input.invalid' } }
  await expect(
    correct(['conditions', pack.conditions[0]?.id ?? '', 'text'], '别的'),
  ).rejects.toMatchObject(invalid)
  await expect(correct(['windows', 'no-such', 'closes'], '2022-01-01')).rejects.toMatchObject(
    invalid,
  )
  await expect(correct(['windows', window, '__proto__', 'closes'], 'x')).rejects.toMatchObject(
    invalid,
  )
  await expect(correct(['windows', window, 'closes'], '十一月')).rejects.toMatchObject({
    fault: { code: 'programme.unusable' },
  })
  expect((await call('programme.open', base)).origin).toBe('shipped')
})
