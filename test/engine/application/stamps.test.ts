/** A scan of the stamped form belongs to the version that was printed, and says what changed since. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { dense, pageText } from '../../support/poppler.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }

async function printedAndScanned() {
  const engine = engineWithVault(() => new Date('2022-10-20T02:00:00Z'))
  const { call, handle } = engine
  const { id, pack } = await call('application.create', base)
  const slot = pack.slots.find(({ form }) => form)?.id ?? ''
  const fill = async (answers: Record<string, string>) => {
    const { revision } = await call('application.open', { id })
    return call('application.fill', { id, base: revision, answers })
  }
  await fill({ applicant: '甲园区' })
  const dir = tempFolder()
  const pdf = join(dir, '申报书.pdf')
  await call('application.render', { id, to: handle(pdf) })
  const scan = file(dir, '盖章扫描件.pdf', readFileSync(pdf))
  const view = await call('application.attach', { id, slot, files: [handle(scan)] })
  return { ...engine, id, slot, pdf, dir, fill, view }
}

test('the scan is bound to the printed version, whose code stands in its footer', async () => {
  const { view, pdf, slot } = await printedAndScanned()
  const [stamp] = view.stamps
  expect(stamp).toMatchObject({ slot, name: '盖章扫描件.pdf', changes: 0, waived: null })
  expect(dense(pageText(pdf, 2))).toContain(stamp?.code)
  expect(view.findings.some(({ code }) => code === 'stamp.outdated')).toBe(false)
})

test('a change of the form blocks until a person says why, and asks again after the next', async () => {
  const { call, id, slot, fill, view } = await printedAndScanned()
  const sha256 = view.stamps[0]?.sha256 ?? ''
  const changed = await fill({ applicant: '乙园区' })
  expect(changed.stamps[0]?.changes).toBe(1)
  expect(changed.findings).toContainEqual(
    expect.objectContaining({ code: 'stamp.outdated', severity: 'blocking' }),
  )
  expect(await call('stamp.changes', { id, slot, sha256 })).toMatchObject([
    { before: '甲园区', after: '乙园区' },
  ])
  const waived = await call('stamp.waive', {
    id,
    slot,
    sha256,
    reason: '已手工更正',
    name: '林示文',
  })
  expect(waived.stamps[0]?.waived).toEqual({ reason: '已手工更正', name: '林示文' })
  expect(waived.findings.some(({ code }) => code === 'stamp.outdated')).toBe(false)
  const again = await fill({ applicant: '丙园区' })
  expect(again.stamps[0]?.waived).toBeNull()
  expect(again.findings.some(({ code }) => code === 'stamp.outdated')).toBe(true)
  // What was stamped holds again once the form says again what it said.
  expect((await fill({ applicant: '甲园区' })).stamps[0]?.changes).toBe(0)
})

test('a new print and its scan take the place of the old; the scan can be told its version', async () => {
  const { call, handle, id, slot, fill, view, dir } = await printedAndScanned()
  const old = view.stamps[0]
  await fill({ applicant: '乙园区' })
  const pdf = join(dir, '申报书二.pdf')
  await call('application.render', { id, to: handle(pdf) })
  await call('application.render', { id, to: handle(pdf) })
  const scan = file(dir, '新扫描件.pdf', readFileSync(pdf))
  await call('application.detach', { id, slot, sha256: old?.sha256 ?? '' })
  const fresh = await call('application.attach', { id, slot, files: [handle(scan)] })
  // The same version printed twice is one.
  const versions = fresh.snapshots.filter(({ purpose }) => purpose === 'stamp')
  expect(versions).toHaveLength(2)
  expect(fresh.stamps).toMatchObject([{ name: '新扫描件.pdf', changes: 0 }])
  const sha256 = fresh.stamps[0]?.sha256 ?? ''
  const told = await call('stamp.bind', { id, slot, sha256, snapshot: old?.snapshot ?? '' })
  expect(told.stamps).toMatchObject([{ code: old?.code, changes: 1 }])
})

test('without a print from here, a scan is held against the application as it stands', async () => {
  const { call, handle } = engineWithVault()
  const { id, pack } = await call('application.create', base)
  const slot = pack.slots.find(({ form }) => form)?.id ?? ''
  const scan = file(tempFolder(), '扫描件.pdf', '%PDF-1.4 scan')
  const view = await call('application.attach', { id, slot, files: [handle(scan)] })
  expect(view.stamps).toMatchObject([{ changes: 0 }])
  const changed = await call('application.fill', {
    id,
    base: view.revision,
    answers: { applicant: '甲园区' },
  })
  expect(changed.stamps).toMatchObject([{ changes: 1 }])
})
