/** The two real OFD invoices that lie beside the repository, value by value. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extractPlaces } from '../../../electron/engine/extract/places.ts'
import { codeReader } from '../../../electron/engine/extract/qr.ts'
import { drawingOf, flat, previewOf } from '../../support/drawn-ofd.ts'
import { root } from '../../support/house.ts'
import { doubtsOf, reader, sourcesOf, valuesOf } from '../../support/reading.ts'

const samples = join(root, '../shared/samples')
const here = existsSync(samples)
if (!here) console.warn(`skipped: ${samples} is not there`)

const read = reader()
const file = (name: string) => readFileSync(join(samples, name))

test.skipIf(!here)('an electronic VAT invoice with its data attached', async () => {
  const reading = await read('vat-ordinary-2020.ofd', file('vat-ordinary-2020.ofd'))
  expect(reading.kind).toBe('invoice')
  expect(valuesOf(reading)).toEqual({
    title: '浙江增值税电子普通发票',
    code: '033002000211',
    number: '83089647',
    issuedOn: '2020-07-23',
    buyer: '江苏京利华新材料有限公司',
    buyerTaxId: '91320115MA202UKD7X',
    seller: '兰溪市悦济舫餐厅',
    sellerTaxId: '92330781MA2EDMFU50',
    net: '510.68',
    tax: '15.32',
    amount: '526.00',
    goods: '*餐饮服务*餐费',
    checkCode: '16197833567414507415',
  })
  expect(sourcesOf(reading)).toMatchObject({ number: 'ofdAttachment', amount: 'ofdAttachment' })
  expect(reading).toMatchObject({ doubts: [], trouble: null, pages: 1 })
})

test.skipIf(!here)('a 数电票 whose values are named by tags only', async () => {
  const reading = await read('digital-special-2024.ofd', file('digital-special-2024.ofd'))
  expect(reading.kind).toBe('invoice')
  expect(valuesOf(reading)).toEqual({
    title: '电子发票（增值税专用发票）',
    number: '24112000000048542163',
    issuedOn: '2024-05-28',
    buyer: '海南麒麟云服科技有限公司',
    buyerTaxId: '91460300MAA92DJN95',
    seller: '北京互联三六五科技有限公司',
    sellerTaxId: '91110108690017781B',
    net: '4197.17',
    tax: '251.83',
    amount: '4449.00',
    goods: '*信息技术服务*技术服务费',
  })
  expect(sourcesOf(reading)).toMatchObject({ number: 'ofdTag', amount: 'ofdTag' })
  // Its QR picture says the same number, day and total.
  expect(reading.codes).toBe(1)
  expect(doubtsOf(reading)).toEqual([])
})

const drawn = async (name: string) => {
  const drawing = drawingOf(await previewOf(name, file(name)))
  const shapes = flat(drawing.parts).map(({ content }) => content)
  const text = shapes.flatMap((each) => (each.shape === 'text' ? [each.characters] : []))
  const images = shapes.flatMap((each) =>
    each.shape === 'image' ? [Buffer.from(each.base64, 'base64')] : [],
  )
  return { ...drawing, text, images }
}

test.skipIf(!here)('both are drawn whole, seal and QR code included', async () => {
  const codes = codeReader(readFileSync(extractPlaces().zxing))
  const vat = await drawn('vat-ordinary-2020.ofd')
  expect(vat).toMatchObject({ box: [0, 0, 210, 140], leftOut: 0, seals: 1 })
  // Its seal is a page of its own, its QR code a JBIG2 picture.
  for (const each of ['浙江增值税电子普通发票', '91320115MA202UKD7X', '526.00', '伍佰贰拾陆圆整'])
    expect(vat.text).toContain(each)
  expect(await codes(vat.images[0] ?? Buffer.alloc(0))).toEqual([
    expect.stringContaining('033002000211,83089647,510.68,20200723'),
  ])
  const digital = await drawn('digital-special-2024.ofd')
  expect(digital).toMatchObject({ box: [0, 0, 210, 140], leftOut: 0, seals: 0 })
  expect(digital.text).toContain('24112000000048542163')
  expect(digital.text).toContain('下载次数：1   ')
  expect(digital.images).toHaveLength(2)
})
