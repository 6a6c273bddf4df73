/** 数电票 and older e-invoices as XML, in the namings that tax bureaus and platforms use. */
import { expect, test } from 'vitest'
import {
  doubtsOf,
  reader,
  sourcesOf,
  invoiceValues as values,
  valuesOf,
} from '../../support/reading.ts'

const read = reader()

const bureau = (over: Partial<typeof values> = {}, words = '壹仟壹佰叁拾圆整') => {
  const told = { ...values, ...over }
  return `<?xml version="1.0" encoding="UTF-8"?>
<EInvoice><Header><EIid>${told.number}</EIid><InherentLabel><GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData>
<SellerInformation><SellerIdNum>${told.sellerTaxId}</SellerIdNum><SellerName>${told.seller}</SellerName><SellerAddr>示例</SellerAddr></SellerInformation>
<BuyerInformation><BuyerIdNum>${told.buyerTaxId}</BuyerIdNum><BuyerName>${told.buyer}</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>${told.net}</TotalAmWithoutTax><TotalTaxAm>${told.tax}</TotalTaxAm><TotalTax-includedAmount>${told.amount}</TotalTax-includedAmount><TotalTax-includedAmountInChinese>${words}</TotalTax-includedAmountInChinese><RequestTime>2025-03-09 10:11:12</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*软件*甲 &amp; 乙</ItemName><MeaUnits>套</MeaUnits><Quantity>2</Quantity><UnPrice>300.005</UnPrice><Amount>600.01</Amount><TaxRate>0.13</TaxRate><ComTaxAm>78.00</ComTaxAm></IssuItemInformation>
<IssuItemInformation><ItemName>*软件*丙</ItemName><Quantity>1</Quantity><Amount>399.99</Amount><TaxRate>0.13</TaxRate><ComTaxAm>52.00</ComTaxAm></IssuItemInformation>
</EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>${told.number}</InvoiceNumber><IssueTime>${told.issuedOn} 10:11:12</IssueTime></TaxSupervisionInfo></EInvoice>`
}

test("the tax bureau's EInvoice: every value, every line, exactly", async () => {
  const reading = await read('数电票.xml', bureau())
  expect(reading.kind).toBe('invoice')
  expect(valuesOf(reading)).toEqual({
    ...values,
    title: '增值税专用发票',
    goods: '*软件*甲 & 乙；*软件*丙',
  })
  expect(new Set(Object.values(sourcesOf(reading)))).toEqual(new Set(['xml']))
  expect(reading.items).toEqual([
    {
      name: '*软件*甲 & 乙',
      specification: '',
      unit: '套',
      quantity: '2',
      price: '300.005',
      amount: '600.01',
      rate: '0.13',
      tax: '78.00',
    },
    {
      name: '*软件*丙',
      specification: '',
      unit: '',
      quantity: '1',
      price: '',
      amount: '399.99',
      rate: '0.13',
      tax: '52.00',
    },
  ])
  expect(doubtsOf(reading)).toEqual([])
})

const layouts: Readonly<Record<string, string>> = {
  'pinyin, as older interfaces have it': `<FPXX><FPHM>${values.number}</FPHM><KPRQ>20250309101112</KPRQ><GMF_MC>${values.buyer}</GMF_MC><GMF_NSRSBH>${values.buyerTaxId}</GMF_NSRSBH><XSF_MC>${values.seller}</XSF_MC><XSF_NSRSBH>${values.sellerTaxId}</XSF_NSRSBH><HJJE>1000.00</HJJE><HJSE>130.00</HJSE><JSHJ>1130.00</JSHJ></FPXX>`,
  'Chinese element names': `<电子发票><发票号码>${values.number}</发票号码><开票日期>2025年03月09日</开票日期><购买方><名称>${values.buyer}</名称><纳税人识别号>${values.buyerTaxId}</纳税人识别号></购买方><销售方><名称>${values.seller}</名称><纳税人识别号>${values.sellerTaxId}</纳税人识别号></销售方><合计金额>¥1,000.00</合计金额><合计税额>130.00</合计税额><价税合计>1130.00</价税合计></电子发票>`,
  'parties as elements with short names, and a namespace': `<i:Invoice xmlns:i="urn:x"><i:InvoiceNo>${values.number}</i:InvoiceNo><i:IssueDate>2025/3/9</i:IssueDate><i:Buyer><i:Name>${values.buyer}</i:Name><i:TaxID>${values.buyerTaxId}</i:TaxID></i:Buyer><i:Seller><i:Name>${values.seller}</i:Name><i:TaxID>${values.sellerTaxId}</i:TaxID></i:Seller><i:TaxExclusiveTotalAmount>1000.00</i:TaxExclusiveTotalAmount><i:TaxTotalAmount>130.00</i:TaxTotalAmount><i:TaxInclusiveTotalAmount>1130.00</i:TaxInclusiveTotalAmount></i:Invoice>`,
}

test.each(Object.entries(layouts))('%s', async (_, body) => {
  const reading = await read('a.xml', `<?xml version="1.0"?>${body}`)
  expect(valuesOf(reading)).toEqual(values)
})

test('a file in GBK, and one without a declaration', async () => {
  const body = layouts['Chinese element names'] ?? ''
  const declared = `<?xml version="1.0" encoding="GBK"?><r><InvoiceNumber>${values.number}</InvoiceNumber><TotalAmount>1130.00</TotalAmount><SellerName>`
  // 示例 in GBK.
  const bytes = Buffer.concat([
    Buffer.from(declared),
    Buffer.from('cabec0fd', 'hex'),
    Buffer.from('</SellerName></r>'),
  ])
  expect(valuesOf(await read('gbk.xml', bytes))).toMatchObject({ seller: '示例' })
  expect(valuesOf(await read('bare.xml', body))).toEqual(values)
})

test('contradictions are flagged, and what is printed stays as it is', async () => {
  const words = await read('words.xml', bureau({}, '壹仟壹佰叁拾壹圆整'))
  expect(doubtsOf(words)).toEqual(['amount.words amount'])
  expect(valuesOf(words).amount).toBe('1130.00')

  const id = await read('id.xml', bureau({ sellerTaxId: '91320500EXAMPLE2XM' }))
  expect(doubtsOf(id)).toEqual(['taxId.check sellerTaxId'])
  expect(valuesOf(id).sellerTaxId).toBe('91320500EXAMPLE2XM')

  const sum = await read('sum.xml', bureau({ tax: '130.01' }))
  expect(doubtsOf(sum)).toEqual(['amount.sum amount'])

  const lines = await read('lines.xml', bureau({ net: '1000.01', tax: '129.99' }))
  expect(doubtsOf(lines)).toEqual(['amount.items net'])

  const number = await read('number.xml', bureau({ number: '2532200000001234567' }))
  expect(doubtsOf(number)).toEqual(['number.form number'])

  const date = await read('date.xml', bureau({ issuedOn: '2025-02-30' }))
  expect(doubtsOf(date)).toEqual(['date.impossible issuedOn'])
  expect(date.doubts[0]?.data).toEqual({ date: '2025-02-30' })
  expect(valuesOf(date)).not.toHaveProperty('issuedOn')
})

test('an XML that is no invoice is none', async () => {
  const reading = await read('a.xml', '<?xml version="1.0"?><list><Name>甲</Name></list>')
  expect(reading).toMatchObject({ kind: null, facts: [], trouble: null })
})
