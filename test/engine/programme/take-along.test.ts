/** What a clerk takes along of a programme, and what may be set right in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { correctablesOf } from '../../../shared/programme/correctable.ts'
import { conditionsOf, slotsOf } from '../../../shared/programme/track.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const sme = { id: 'js-sme-service-platform', edition: '2024' }

test('the saved sheet holds every condition, material, window and contact, for any editor', async () => {
  const { call, handle } = engineWithVault(() => new Date('2024-05-06T02:00:00Z'))
  const { pack } = await call('programme.open', sme)
  const track = pack.tracks[1]?.id ?? null
  const path = join(tempFolder(), '条件.txt')
  const { bytes } = await call('programme.save', { ...sme, track, to: handle(path) })
  const raw = readFileSync(path)
  expect(raw.length).toBe(bytes)
  expect([...raw.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = raw.toString('utf8')
  expect(text).toContain(pack.tracks[1]?.title)
  expect(text).toContain('2024-05-06')
  for (const { text: words } of conditionsOf(pack, track)) expect(text).toContain(words)
  for (const { title } of slotsOf(pack, track)) expect(text).toContain(title)
  for (const { phone = '' } of pack.contacts) expect(text).toContain(phone)
  expect(text).toContain(pack.documents[0]?.title)
  expect(text.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true)
  expect(text).not.toMatch(/\{\{|undefined|\bworking\./)
})

test('a sheet can be English around the notice’s own words, and replaces an older one', async () => {
  const { call, handle } = engineWithVault()
  const path = file(tempFolder(), 'sheet.txt', 'old')
  await call('programme.save', { ...sme, to: handle(path), language: 'en' })
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(/5\. Conditions/)
  expect(text).not.toContain('old')
})

test('a correction stands on the sheet', async () => {
  const { call, handle } = engineWithVault()
  const path = ['windows', 'enterprise', 'closes']
  const { pack } = await call('programme.open', sme)
  const window = pack.windows[0]?.id ?? ''
  const corrections = [{ path: [path[0] ?? '', window, 'closes'], value: '2025-05-20' }]
  await call('pack.correct', { ...sme, corrections, note: '2025年通知' })
  const to = join(tempFolder(), 'x.txt')
  await call('programme.save', { ...sme, to: handle(to) })
  const text = readFileSync(to, 'utf8')
  expect(text).toContain('2025-05-20')
  expect(text).toContain('2025年通知')
})

test.each([
  { id: 'js-iiot-benchmark-factory', edition: '2023' },
  { id: 'js-internet-plus-base', edition: '2022' },
  { id: 'cn-manufacturing-champion', edition: '2024' },
])('everything that is offered for correction of $id can be corrected', async (programme) => {
  const { call } = engineWithVault()
  const { pack } = await call('programme.open', programme)
  const offered = correctablesOf(pack).filter(({ value }) => value !== '')
  expect(offered.length).toBeGreaterThan(5)
  for (let at = 0; at < offered.length; at += 50) {
    const corrections = offered.slice(at, at + 50).map(({ path, value }) => ({
      path: [...path],
      value,
    }))
    await call('pack.correct', { ...programme, corrections, note: '照原样' })
  }
  const view = await call('programme.open', programme)
  expect(view.corrections).toHaveLength(offered.length)
  expect(view.pack).toEqual(pack)
})
