/** OFD invoices as other writers lay them out. */
import { expect, test } from 'vitest'
import { ofdOf, type Printed } from '../../support/ofd.ts'
import {
  doubtsOf,
  reader,
  sourcesOf,
  invoiceValues as values,
  valuesOf,
} from '../../support/reading.ts'

const read = reader()

/** Labels as the official 数电票 prints them, values beside. */
const labels = [
  ['电子发票（增值税专用发票）', 60, 12],
  ['发票号码：', 150, 12],
  ['开票日期：', 150, 18],
  ['名称：', 10, 36],
  ['名称：', 112, 36],
  ['统一社会信用代码/纳税人识别号：', 10, 45],
  ['统一社会信用代码/纳税人识别号：', 112, 45],
  ['合', 20, 92],
  ['计', 40, 92],
  ['价税合计（大写）', 20, 99],
  ['（小写）', 140, 99],
] as const
const printed = [
  [values.number, 166, 12],
  ['2025年03月09日', 166, 18],
  [values.buyer, 20, 36],
  [values.seller, 122, 36],
  [values.buyerTaxId, 60, 45],
  [values.sellerTaxId, 162, 45],
  ['¥1000.00', 130, 92],
  ['¥130.00', 180, 92],
  ['壹仟壹佰叁拾圆整', 60, 99],
  ['¥1130.00', 152, 99],
] as const

test('only printed: labels in the template, values on the page', async () => {
  const reading = await read('a.ofd', ofdOf({ printed, template: labels }))
  expect(reading.kind).toBe('invoice')
  expect(valuesOf(reading)).toEqual({ ...values, title: '电子发票（增值税专用发票）' })
  expect(sourcesOf(reading).number).toBe('text')
  expect(doubtsOf(reading)).toEqual([])
})

test('tags nested or flat, with and without a prefix, in a folder of another name', async () => {
  const ref = (id: number) => `<ofd:ObjectRef PageRef="1">${id}</ofd:ObjectRef>`
  const tags = `<root xmlns:ofd="o"><InvoiceNo>${ref(100)}</InvoiceNo><IssueDate>${ref(101)}</IssueDate><Buyer><BuyerName>${ref(102)}</BuyerName><BuyerTaxID>${ref(104)}</BuyerTaxID></Buyer><SellerName>${ref(103)}</SellerName><SellerTaxID>${ref(105)}</SellerTaxID><TaxExclusiveTotalAmount>${ref(106)}</TaxExclusiveTotalAmount><TaxTotalAmount>${ref(107)}</TaxTotalAmount><TaxInclusiveTotalAmount>${ref(109)}</TaxInclusiveTotalAmount></root>`
  const bytes = ofdOf({
    printed,
    tags,
    folder: 'Document_1',
    pageLoc: '/Document_1/Pages/Page_0/Content.xml',
  })
  const reading = await read('b.ofd', bytes)
  expect(valuesOf(reading)).toEqual(values)
  expect(new Set(Object.values(sourcesOf(reading)))).toEqual(new Set(['ofdTag']))
})

test('named values of the entry file fill what tags leave out', async () => {
  const custom = {
    发票号码: values.number,
    开票日期: '2025年03月09日',
    合计金额: values.net,
    合计税额: values.tax,
    销售方纳税人识别号: values.sellerTaxId,
    购买方纳税人识别号: values.buyerTaxId,
  }
  const reading = await read('c.ofd', ofdOf({ custom }))
  const { number, issuedOn, net, tax, buyerTaxId, sellerTaxId } = values
  expect(valuesOf(reading)).toEqual({ number, issuedOn, net, tax, buyerTaxId, sellerTaxId })
})

const attachment = (over: Partial<typeof values> = {}) => {
  const told = { ...values, ...over }
  return `<?xml version="1.0" encoding="UTF-8"?><EInvoice><TaxSupervisionInfo><InvoiceNumber>${told.number}</InvoiceNumber><IssueTime>2025-03-09</IssueTime></TaxSupervisionInfo><EInvoiceData><SellerInformation><SellerIdNum>${told.sellerTaxId}</SellerIdNum><SellerName>${told.seller}</SellerName></SellerInformation><BuyerInformation><BuyerIdNum>${told.buyerTaxId}</BuyerIdNum><BuyerName>${told.buyer}</BuyerName></BuyerInformation><BasicInformation><TotalAmWithoutTax>${told.net}</TotalAmWithoutTax><TotalTaxAm>${told.tax}</TotalTaxAm><TotalTax-includedAmount>${told.amount}</TotalTax-includedAmount></BasicInformation></EInvoiceData></EInvoice>`
}

test('an attachment of any name is believed before the page', async () => {
  const attached = { '发票数据.xml': attachment() }
  const reading = await read('d.ofd', ofdOf({ printed, template: labels, attached }))
  expect(valuesOf(reading)).toEqual({ ...values, title: '电子发票（增值税专用发票）' })
  expect(sourcesOf(reading)).toMatchObject({ seller: 'ofdAttachment', title: 'text' })
  expect(doubtsOf(reading)).toEqual([])
})

test('a page that says otherwise than its data is shown as a doubt', async () => {
  const attached = { 'original_invoice.xml': attachment({ amount: '9130.00', net: '9000.00' }) }
  const reading = await read('e.ofd', ofdOf({ printed, template: labels, attached }))
  expect(valuesOf(reading)).toMatchObject({ amount: '9130.00', net: '9000.00' })
  expect(doubtsOf(reading)).toEqual(
    expect.arrayContaining(['source.differs amount', 'source.differs net', 'amount.words amount']),
  )
})

test('a name that the page breaks into two lines is no contradiction', async () => {
  const [first, ...rest] = printed.filter(([text]) => text !== values.seller)
  const broken = [
    first,
    ['苏州云栈工业软件', 122, 36],
    ['有限公司（示例）', 122, 40],
    ...rest,
  ] as Printed
  const attached = { 'original_invoice.xml': attachment() }
  const reading = await read('f.ofd', ofdOf({ printed: broken, template: labels, attached }))
  expect(valuesOf(reading).seller).toBe(values.seller)
  expect(doubtsOf(reading)).toEqual([])
})
