/** Every shipped programme, from 开始申报 to a bundle that verifies. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadShelf } from '../../../electron/engine/programme/shelf.ts'
import type { Answer, Field } from '../../../shared/programme/form.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { engineWithVault, file, root, tempFolder } from '../../support/house.ts'

const { packs } = loadShelf(join(root, 'assets', 'programmes'))
const cases = packs.map(({ pack }) => [`${pack.id} ${pack.edition}`, pack] as const)

/** A plausible answer for each kind of field. */
function answerTo(field: Field): Answer {
  if (field.type === 'table') {
    const cells = field.columns.map(({ id }) => [id, '示例'] as const)
    return Array.from({ length: Math.max(1, field.minRows) }, () => Object.fromEntries(cells))
  }
  if (field.type === 'choices') return (field.options ?? []).slice(0, 1).map(({ id }) => id)
  if (field.type === 'choice') return (field.options ?? [])[0]?.id ?? ''
  if (field.type === 'date') return '2023-02-10'
  return ['money', 'number', 'percent', 'integer'].includes(field.type) ? '12' : '示例内容'
}

const inZip = (zip: string, name: string) =>
  execFileSync('unzip', ['-p', zip, `*/${name}`], { encoding: 'utf8', maxBuffer: 1 << 26 })

test.each(cases)('%s: begun, filled, proven, exported with a reason, verified', async (_, pack) => {
  const clock = () => new Date('2024-03-01T02:00:00Z')
  const { call, handle } = engineWithVault(clock)
  await call('enterprise.fill', { base: 0, facts: { name: '江苏示例有限公司' } })
  const track = pack.tracks[0]?.id ?? null
  const order = { id: pack.id, edition: pack.edition, track }
  const begun = await call('application.create', order)
  const { id } = begun
  const fields = pack.form?.fields ?? []
  if (fields.length > 0) {
    const answers = Object.fromEntries(fields.map((field) => [field.id, answerTo(field)]))
    for (const { id: field, ...rest } of fields) {
      const open = 'options' in rest && rest.options?.[0]?.other
      if (open) answers[`${field}.other`] = '示例说明'
    }
    const filled = await call('application.fill', {
      id,
      base: begun.revision,
      answers: answers as never,
    })
    expect((await call('application.open', { id })).answers).toEqual(answers)
    expect(filled.findings.filter(({ code }) => code === 'field.required')).toEqual([])
  }
  const slots = slotsOf(pack, track)
  const dir = tempFolder()
  for (const [n, slot] of slots.entries()) {
    const path = file(dir, `${slot.title.replaceAll('/', '／').slice(0, 60)}.pdf`, `%PDF-1.4 ${n}`)
    await call('application.attach', { id, slot: slot.id, files: [handle(path)] })
  }
  const view = await call('application.open', { id })
  expect(view.findings.map(({ code }) => code)).not.toContain('slot.missing')
  const receipt = await call('application.export', { id, to: handle(tempFolder()), reason: '演练' })
  const report = await call('bundle.verify', { file: handle(receipt.path) })
  expect(report).toMatchObject({ ok: true, reasons: [], sha256: receipt.sha256 })
  expect(report.about).toMatchObject({ programme: pack.id, edition: pack.edition, track })
  // The bundle says what was entered, and carries every paper once for its slot.
  const told = JSON.parse(inZip(receipt.path, 'application.json'))
  expect(told.programme).toMatchObject({ id: pack.id, edition: pack.edition, track })
  const listed = inZip(receipt.path, 'manifest-sha256.txt').trimEnd().split('\n')
  expect(listed).toHaveLength(slots.length + (pack.form ? 1 : 0))
  expect(told.materials.length).toBeGreaterThanOrEqual(slots.length)
  expect(inZip(receipt.path, 'index.html')).not.toMatch(/\{\{|undefined|\[object/)
})

test('the same vault exports the same payload again, on another day, in another place', async () => {
  let now = new Date('2023-02-10T02:00:00Z')
  const { call, handle } = engineWithVault(() => now)
  await call('sample.load', {})
  for (const { id } of await call('application.list', {})) {
    const export_ = () =>
      call('application.export', { id, to: handle(tempFolder()), reason: '演练' })
    now = new Date('2023-02-10T02:00:00Z')
    const first = await export_()
    now = new Date('2023-02-14T20:30:00Z')
    const second = await export_()
    const manifest = (zip: string) => inZip(zip, 'manifest-sha256.txt')
    expect(manifest(second.path)).toBe(manifest(first.path))
    expect(second.bundleId).not.toBe(first.bundleId)
    expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(false)
  }
})

test('exported and taken out again, the example leaves a vault that is empty and whole', async () => {
  const { call, handle } = engineWithVault()
  const mine = file(tempFolder(), '我的.pdf', '%PDF-1.4 我的')
  await call('sample.load', {})
  const [row] = await call('application.list', {})
  const order = { id: row?.id ?? '', to: handle(tempFolder()), reason: '演练' }
  const { path } = await call('application.export', order)
  await call('material.import', { files: [handle(mine)] })
  const own = await call('application.create', { id: 'js-internet-plus-base', edition: '2022' })
  const state = await call('sample.remove', {})
  expect(state.open).toMatchObject({ sample: false, materials: 1 })
  expect((await call('application.list', {})).map(({ id }) => id)).toEqual([own.id])
  expect(await call('enterprise.open', {})).toMatchObject({
    facts: {},
    indicators: [],
    sample: false,
  })
  expect((await call('vault.fsck', {})).damages).toEqual([])
  // What has left the house stays good.
  expect((await call('bundle.verify', { file: handle(path) })).ok).toBe(true)
  await expect(call('sample.load', {})).rejects.toMatchObject({
    fault: { code: 'sample.notEmpty' },
  })
})
