/** QR codes in photographs and scans, and what a picture's head says of it. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { doubtsOf, reader, sourcesOf, valuesOf } from '../../support/reading.ts'

const read = reader()
const digital = '01,32,,25322000000012345678,1130.00,20250309,,A1B2'
const paper = '01,04,3200209991,00000101,4716981.13,20200918,12345678901234567890,9F0C'

test('on a 数电票 the amount is the total, and there is no code', async () => {
  const reading = await read('photo.png', await toBuffer(digital))
  expect(reading).toMatchObject({ kind: 'invoice', kindFrom: 'QR', codes: 1, pages: 1 })
  expect(valuesOf(reading)).toEqual({
    number: '25322000000012345678',
    issuedOn: '2025-03-09',
    amount: '1130.00',
    title: '电子发票（普通发票）',
  })
  expect(sourcesOf(reading).amount).toBe('qr')
  expect(doubtsOf(reading)).toEqual([])
})

test('on a VAT invoice the amount is before tax', async () => {
  const reading = await read('photo.png', await toBuffer(paper))
  expect(valuesOf(reading)).toEqual({
    code: '3200209991',
    number: '00000101',
    issuedOn: '2020-09-18',
    net: '4716981.13',
    checkCode: '12345678901234567890',
    title: '增值税普通发票',
  })
})

test.each([
  ['an address', 'https://example.invalid/?x=1'],
  ['another list', '01,2,3'],
  ['a number of the wrong length', '01,32,,123,1.00,20250309,,A'],
])('%s in a QR code makes no invoice', async (_, text) => {
  const reading = await read('photo.png', await toBuffer(text))
  expect(reading).toMatchObject({ kind: null, facts: [], codes: 1, trouble: null })
})

test('an impossible date in a code is flagged', async () => {
  const reading = await read('a.png', await toBuffer(digital.replace('20250309', '20250231')))
  expect(doubtsOf(reading)).toEqual(['date.impossible issuedOn'])
})

test('a scanned page in a PDF: its code and its resolution', async () => {
  const document = await PDFDocument.create()
  const picture = await document.embedPng(await toBuffer(digital, { width: 600 }))
  const page = document.addPage([144, 144])
  page.drawImage(picture, { x: 0, y: 0, width: 144, height: 144 })
  const reading = await read('scan.pdf', await document.save())
  expect(valuesOf(reading)).toMatchObject({ number: '25322000000012345678', amount: '1130.00' })
  expect(reading).toMatchObject({ dpi: 300, codes: 1, pages: 1 })
})

test('a small picture on a page is no scan', async () => {
  const document = await PDFDocument.create()
  const picture = await document.embedPng(await toBuffer('x', { width: 200 }))
  document.addPage().drawImage(picture, { x: 0, y: 0, width: 50, height: 50 })
  expect((await read('letter.pdf', await document.save())).dpi).toBeNull()
})

test('a picture without a code says nothing, and what it says of its resolution is kept', async () => {
  const png = await toBuffer('x', { width: 100 })
  // pHYs of 300 dpi, before the first data chunk.
  const phys = Buffer.from('000000097048597300002e2300002e2301000000', 'hex')
  const at = png.indexOf('IDAT') - 4
  const reading = await read('a.png', Buffer.concat([png.subarray(0, at), phys, png.subarray(at)]))
  expect(reading).toMatchObject({ kind: null, dpi: 300 })
})
