/** From a dropped file to proposed facts, through the gate. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { engineWithVault, file, root, type TestEngine, tempFolder } from '../../support/house.ts'

const invoice = join(root, 'assets/sample/files/invoice-1.pdf')

async function drop(engine: TestEngine, path: string, kind?: string) {
  const { results } = await engine.call('material.import', { files: [engine.handle(path)], kind })
  const { sha256 = '' } = results[0] ?? {}
  return { sha256, material: (await engine.call('material.open', { sha256 })).material }
}

test('an imported invoice is recognised whatever it is called, and waits for a person', async () => {
  const engine = engineWithVault()
  const path = join(tempFolder(), '扫描0001.pdf')
  copyFileSync(invoice, path)
  const { material, sha256 } = await drop(engine, path)
  expect(material).toMatchObject({
    kind: 'invoice',
    confirmed: false,
    facts: {
      code: '3200209991',
      number: '00000101',
      issuedOn: '2020-09-18',
      amount: '5000000.00',
      net: '4716981.13',
      tax: '283018.87',
    },
  })
  const { reading } = await engine.call('material.facts', { sha256 })
  expect(reading?.facts).toContainEqual({
    key: 'number',
    value: '00000101',
    source: 'pdfText',
    confidence: 'medium',
  })
})

test('a certificate brings its validity', async () => {
  const engine = engineWithVault()
  const { material } = await drop(engine, join(root, 'assets/sample/files/certificate-2022.pdf'))
  expect(material).toMatchObject({ validFrom: '2022-12-30', validTo: '2025-12-29' })
})

test('what a person has said is never changed by a machine', async () => {
  const engine = engineWithVault()
  const { sha256 } = await drop(engine, invoice)
  const facts = { number: '00000999', buyer: '' }
  await engine.call('material.describe', { sha256, facts })
  const { material, reading } = await engine.call('material.facts', { sha256 })
  expect(material.facts).toMatchObject({ number: '00000999' })
  expect(material.facts).not.toHaveProperty('buyer')
  // What they said nothing of still waits for them.
  expect(material.confirmed).toBe(false)
  const { open } = await engine.call('material.open', { sha256 })
  expect(open).toContain('seller')
  expect(open).not.toContain('number')
  const kept = await engine.call('material.describe', { sha256, confirm: [...open] })
  expect(kept).toMatchObject({ material: { confirmed: true }, open: [] })
  expect(reading?.kind).toBe('invoice')
})

test('a kind that was chosen stays; facts come in and wait', async () => {
  const engine = engineWithVault()
  const { material } = await drop(engine, invoice, 'payment')
  expect(material).toMatchObject({ kind: 'payment', facts: { amount: '5000000.00' } })
  expect(material.confirmed).toBe(false)
})

test('a photograph of the same invoice is the same invoice', async () => {
  const engine = engineWithVault()
  const text = '01,01,3200209991,00000101,4716981.13,20200918,,1A2B'
  const photo = file(tempFolder(), 'IMG_0001.png', await toBuffer(text))
  const first = await drop(engine, invoice)
  const second = await drop(engine, photo)
  const { code, number } = first.material.facts
  expect(second.material.facts).toMatchObject({ code, number, net: '4716981.13' })
  expect(second.material.kind).toBe('invoice')
})

test('a hostile file is kept, without facts and with its reason', async () => {
  const engine = engineWithVault()
  const text = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'
  const { material, sha256 } = await drop(engine, file(tempFolder(), 'a.xml', text))
  expect(material).toMatchObject({ kind: 'other', facts: {} })
  const { reading } = await engine.call('material.facts', { sha256 })
  expect(reading?.trouble).toEqual({ code: 'xml.entity', data: { place: 'a.xml' } })
})

test('a reading that is cancelled leaves the import whole', async () => {
  const engine = engineWithVault()
  const controller = new AbortController()
  const job = {
    signal: controller.signal,
    progress: ({ item }: { item?: string }) => {
      if (item === '发票.pdf') controller.abort()
    },
  }
  const path = join(tempFolder(), '发票.pdf')
  copyFileSync(invoice, path)
  let told = 0
  const input = { files: [engine.handle(path)] }
  const report = await engine.call('material.import', input, {
    ...job,
    // The first word on the file is the import's own.
    progress: (progress) => {
      told += 1
      if (told > 1) job.progress(progress)
    },
  })
  expect(report.imported).toBe(1)
  const { sha256 = '' } = report.results[0] ?? {}
  const { material } = await engine.call('material.open', { sha256 })
  expect(material.facts).toEqual({})
})

test('readings are sealed rows: the vault stays sound, and they leave with their material', async () => {
  const engine = engineWithVault()
  await drop(engine, invoice)
  expect((await engine.call('vault.fsck', {})).damages).toEqual([])
  engine.house.db.exec('DELETE FROM material')
  const left = engine.house.db.prepare('SELECT count(*) FROM extraction').pluck().get()
  expect(left).toBe(0)
})
