/** Invoices in layouts that differ from the ones that ship: labels, cells, names and places. */
import { expect, test } from 'vitest'
import { invoiceFromCode } from '../../../electron/engine/extract/invoice-code.ts'
import { paper } from '../../support/lines.ts'
import { ofdEntries, ofdOf, type Printed } from '../../support/ofd.ts'
import { doubtsOf, reader, invoiceValues as v, valuesOf } from '../../support/reading.ts'
import { zipOf } from '../../support/zip.ts'

const read = reader()

const printed: Readonly<Record<string, string>> = {
  'values below their labels': `
电子发票（普通发票）
发票号码：
${v.number}
开票日期：
2025年03月09日
购买方信息 | 销售方信息
名称： | 名称：
${v.buyer} | ${v.seller}
统一社会信用代码/纳税人识别号： | 统一社会信用代码/纳税人识别号：
${v.buyerTaxId} | ${v.sellerTaxId}
合 计 | ¥1000.00 | ¥130.00
价税合计（大写）
壹仟壹佰叁拾圆整
（小写）
¥1130.00`,
  'wide digits and spaced labels': `
电子发票（普通发票） | 发票号码：２５３２２０００００００１２３４５６７８
开票日期：２０２５年０３月０９日
名　称：${v.buyer} | 名　称：${v.seller}
纳税人识别号：${v.buyerTaxId} | 纳税人识别号：${v.sellerTaxId}
合　计 | ￥１０００．００ | ￥１３０．００
价税合计（大写）壹仟壹佰叁拾圆整 | （小写）￥１１３０．００`,
  'half-width signs, parties named by their labels': `
电子发票(普通发票) | 发票号码:${v.number}
开票日期:2025-03-09
购买方名称:${v.buyer} | 销售方名称:${v.seller}
购买方纳税人识别号:${v.buyerTaxId} | 销售方纳税人识别号:${v.sellerTaxId}
合计 | 1,000.00 | 130.00
价税合计(大写) | 壹仟壹佰叁拾元整 | (小写)¥1,130.00`,
  'labels from top to bottom, signs in cells of their own': `
电子发票（普通发票） | 发票号码： | ${v.number}
开票日期： | 2025 年 03 月 09 日
购 | 销
买 | 名称： | ${v.buyer} | 售 | 名称： | ${v.seller}
方 | 方
信 | 统一社会信用代码/纳税人识别号： | ${v.buyerTaxId} | 信 | 统一社会信用代码/纳税人识别号： | ${v.sellerTaxId}
合 | 计 | ¥ | 1000.00 | ¥ | 130.00
价税合计 | （大写） | 壹仟壹佰叁拾圆整 | （小写） | ¥ | 1130.00`,
}

test.each(Object.entries(printed))('%s', (_, lines) => {
  const reading = paper(lines)
  const { title, ...values } = valuesOf(reading)
  expect(values).toEqual(v)
  expect(title).toMatch(/^电子发票[（(]普通发票[）)]$/)
  expect(doubtsOf(reading)).toEqual([])
})

test('an older invoice whose every sign stands apart, with its line', () => {
  const reading = paper(`
江 苏 增 值 税 电 子 普 通 发 票 | 发 票 代 码 ： 0 3 2 0 0 2 0 0 0 2 1 1
发 票 号 码 ： 0 0 0 0 0 1 0 1
开 票 日 期 ： 2 0 2 0 年 0 7 月 2 3 日
校 验 码 ： 1 6 1 9 7 8 3 3 5 6 7 4 1 4 5 0 7 4 1 5
购 | 名 称： ${v.buyer} | 密
买 | 纳税人识别号： ${v.buyerTaxId} | 码
方 | 地 址、电 话： 常州 | 区
货物或应税劳务、服务名称 | 规格型号 | 单位 | 数 量 | 单 价 | 金 额 | 税率 | 税 额
*餐饮服务*餐费 | | | 1 | 510.68 | 510.68 | 3% | 15.32
合 计 | ¥510.68 | ¥15.32
价税合计（大写） | ⊗伍佰贰拾陆圆整 | （小写）¥526.00
销 | 名 称： ${v.seller}
售 | 纳税人识别号： ${v.sellerTaxId}`)
  expect(valuesOf(reading)).toMatchObject({
    code: '032002000211',
    number: '00000101',
    issuedOn: '2020-07-23',
    checkCode: '16197833567414507415',
    buyer: v.buyer,
    seller: v.seller,
    net: '510.68',
    tax: '15.32',
    amount: '526.00',
    goods: '*餐饮服务*餐费',
  })
  expect(reading.items).toMatchObject([
    { quantity: '1', rate: '3%', amount: '510.68', tax: '15.32' },
  ])
  expect(doubtsOf(reading)).toEqual([])
})

const short = (amounts: string) => `
电子发票（普通发票） | 发票号码：${v.number}
开票日期：2025年03月09日
名称：${v.buyer} | 名称：${v.seller}
${amounts}`

test('a red invoice is negative in figures and in words; a tax-free one has no tax', () => {
  const red = paper(
    short(`合 计 | ¥-1000.00 | ¥-130.00
价税合计（大写） | （负数）壹仟壹佰叁拾圆整 | （小写）¥-1130.00`),
  )
  expect(valuesOf(red)).toMatchObject({ net: '-1000.00', tax: '-130.00', amount: '-1130.00' })
  expect(doubtsOf(red)).toEqual([])
  const free = paper(
    short(`*农产品*大米 | 斤 | 100 | 10 | 1000.00 | 免税 | ***
合 计 | ¥1000.00 | ***
价税合计（大写） | 壹仟圆整 | （小写）¥1000.00`),
  )
  expect(valuesOf(free)).toMatchObject({ net: '1000.00', amount: '1000.00', goods: '*农产品*大米' })
  expect(valuesOf(free)).not.toHaveProperty('tax')
})

test('an invoice for a vehicle names its parties in its own way', () => {
  const reading = paper(`
机动车销售统一发票
发票代码：132002012345
发票号码：00000101
开票日期：2020-07-23
购买方名称：${v.buyer} | 纳税人识别号：${v.buyerTaxId}
价税合计 | 壹拾壹万叁仟圆整 | 小写 ¥113000.00
销货单位名称：${v.seller} | 纳税人识别号：${v.sellerTaxId}
增值税税率 | 13% | 增值税税额 | ¥13000.00 | 不含税价 | ¥100000.00`)
  expect(valuesOf(reading)).toMatchObject({ seller: v.seller, net: '100000.00', tax: '13000.00' })
})

test('an invoice behind a cover is found; beside another paper it is none', () => {
  const invoice = short(`合 计 | ¥1000.00 | ¥130.00
价税合计（大写） | 壹仟壹佰叁拾圆整 | （小写）¥1130.00`)
  expect(valuesOf(paper('采购资料\n第一册', invoice)).number).toBe(v.number)
  expect(paper('专项审计报告\n附：发票', invoice).kind).toBe('special-audit')
})

const values: Printed = [
  [v.number, 166, 12],
  ['2025年03月09日', 166, 18],
  [v.buyer, 20, 36],
  [v.seller, 122, 36],
  [v.buyerTaxId, 60, 45],
  [v.sellerTaxId, 162, 45],
  ['¥1000.00', 130, 92],
  ['¥130.00', 180, 92],
  ['壹仟壹佰叁拾圆整', 60, 99],
  ['¥1130.00', 152, 99],
]

test('values without any label are told by their form, and called uncertain', async () => {
  const reading = await read('a.ofd', ofdOf({ printed: values }))
  expect(valuesOf(reading)).toEqual(v)
  expect(reading.kindBy).toBe('text')
  expect(new Set(reading.facts.map(({ confidence }) => confidence))).toEqual(new Set(['low']))
  // Wrong capitals: nothing says that these figures belong together.
  const wrong = values.map((each) =>
    each[0].startsWith('壹') ? (['贰仟圆整', 60, 99] as const) : each,
  )
  expect((await read('a.ofd', ofdOf({ printed: wrong }))).kind).toBeNull()
})

const data = `<?xml version="1.0" encoding="UTF-8"?><EInvoice><TaxSupervisionInfo><InvoiceNumber>${v.number}</InvoiceNumber><IssueTime>2025-03-09</IssueTime></TaxSupervisionInfo><EInvoiceData><SellerInformation><SellerIdNum>${v.sellerTaxId}</SellerIdNum><SellerName>${v.seller}</SellerName></SellerInformation><BuyerInformation><BuyerIdNum>${v.buyerTaxId}</BuyerIdNum><BuyerName>${v.buyer}</BuyerName></BuyerInformation><BasicInformation><TotalAmWithoutTax>1000.00</TotalAmWithoutTax><TotalTaxAm>130.00</TotalTaxAm><TotalTax-includedAmount>1130.00</TotalTax-includedAmount></BasicInformation></EInvoiceData></EInvoice>`

const attached: Readonly<Record<string, () => Buffer>> = {
  'in another folder': () => zipOf([...ofdEntries({}), { name: 'Doc_0/Res/a.xml', data }]),
  'beside the entry file': () => zipOf([...ofdEntries({}), { name: 'einvoice.xml', data }]),
  'under a name without an ending': () => ofdOf({ attached: { data } }),
  'beside a note that is no XML': () =>
    zipOf([
      ...ofdEntries({ attached: { 'note.xml': '附注' } }),
      { name: 'Doc_0/Attachs/x.xml', data },
    ]),
}

test.each(Object.entries(attached))('data that lies %s', async (_, bytes) => {
  const reading = await read('a.ofd', bytes())
  expect(valuesOf(reading)).toEqual(v)
  expect(reading.trouble).toBeNull()
})

test('an invoice in the second document of an OFD', async () => {
  const entry = (text: string | Uint8Array) =>
    String(text).replace(
      '</ofd:OFD>',
      '<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    )
  const first = ofdEntries({ printed: [['说明', 10, 10]] })
  const second = ofdEntries({ folder: 'Doc_1', attached: { 'a.xml': data } })
  const both = first.map((e) => (e.name === 'OFD.xml' ? { ...e, data: entry(e.data) } : e))
  expect(valuesOf(await read('a.ofd', zipOf([...both, ...second.slice(1)])))).toEqual(v)
})

const xmls: Readonly<Record<string, string>> = {
  'values in attributes': `<Invoice 发票号码="${v.number}" 开票日期="2025-03-09" 价税合计="1130.00" 合计金额="1000.00" 合计税额="130.00"><购买方 名称="${v.buyer}" 纳税人识别号="${v.buyerTaxId}"/><销售方 名称="${v.seller}" 纳税人识别号="${v.sellerTaxId}"/></Invoice>`,
  'fields of a name and a value': `<r><f name="发票号码" value="${v.number}"/><f name="开票日期">2025-03-09</f><f name="购买方名称" value="${v.buyer}"/><f name="购买方统一社会信用代码" value="${v.buyerTaxId}"/><f name="销售方名称" value="${v.seller}"/><f name="销售方统一社会信用代码" value="${v.sellerTaxId}"/><f name="合计金额" value="1000.00"/><f name="合计税额" value="130.00"/><f name="价税合计" value="1130.00"/></r>`,
  'short pinyin': `<invoice><fphm>${v.number}</fphm><kprq>2025-03-09</kprq><gfmc>${v.buyer}</gfmc><gfsbh>${v.buyerTaxId}</gfsbh><xfmc>${v.seller}</xfmc><xfsbh>${v.sellerTaxId}</xfsbh><hjje>1000.00</hjje><hjse>130.00</hjse><jshj>1130.00</jshj></invoice>`,
  'names in lower case': data.replace(/<\/?[\w-]+>/g, (tag) => tag.toLowerCase()),
}

test.each(Object.entries(xmls))('an XML of %s', async (_, text) => {
  expect(valuesOf(await read('a.xml', text))).toEqual(v)
})

test('without the bureau’s own block, its header tells number and day', async () => {
  const text = `<EInvoice><Header><EIid>${v.number}</EIid></Header><EInvoiceData><BasicInformation><TotalTax-includedAmount>19.19</TotalTax-includedAmount><RequestTime>2025-03-09 01:02:03</RequestTime></BasicInformation></EInvoiceData></EInvoice>`
  const { number, issuedOn } = v
  expect(valuesOf(await read('a.xml', text))).toEqual({ number, issuedOn, amount: '19.19' })
})

test.each([
  [
    '01,10,033002000211,83089647,510.68,20200723,16197833567414507415,0941,',
    '增值税电子普通发票',
    'net',
  ],
  ['01,01,3200209991,00000101,10.00,20200918,,9F0C', '增值税专用发票', 'net'],
  [
    '01，04，3200209991，00000101，10.00，20200918，12345678901234567890，9F',
    '增值税普通发票',
    'net',
  ],
  ['01,03,132002012345,00000101,100000.00,20200723,,AB', '机动车销售统一发票', 'net'],
  ['01,31,,25322000000012345678,1130,20250309,,', '电子发票（增值税专用发票）', 'amount'],
  ['01,32,,25322000000012345678,1130.00,20250309,,A1', '电子发票（普通发票）', 'amount'],
])('%s', (code, title, money) => {
  const found = invoiceFromCode(code)?.facts ?? []
  expect(found.find(({ key }) => key === 'title')?.value).toBe(title)
  expect(found.map(({ key }) => key)).toContain(money)
})
