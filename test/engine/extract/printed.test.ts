/** Papers by their printed lines: layouts that differ from the example's own. Pure. */
import { expect, test } from 'vitest'
import { paper } from '../../support/lines.ts'
import { doubtsOf, invoiceValues, valuesOf } from '../../support/reading.ts'

const invoice = (over: Readonly<Record<string, string>> = {}) => `
电子发票（普通发票） | 发票号码：${over.number ?? '25322000000012345678'}
开票日期：${over.date ?? '2025年03月09日'}
购 名称：江苏云樾精密制造有限公司（示例） | 销 名称：苏州云栈工业软件有限公司（示例）
买 统一社会信用代码/纳税人识别号：91320400EXAMPLE11R | 售 统一社会信用代码/纳税人识别号：${over.seller ?? '91320500EXAMPLE2XN'}
项目名称 | 规格型号 | 单位 | 数量 | 单价 | 金额 | 税率/征收率 | 税额
*软件*示例软件 | | 套 | 1 | 1000 | 1000.00 | 13% | 130.00
合 | 计 | ¥1000.00 | ¥130.00
价税合计（大写） | ${over.words ?? '壹仟壹佰叁拾圆整'} | （小写）¥1130.00
开票人：示一`

test('a 数电票 with both parties on one line', () => {
  const reading = paper(invoice())
  expect(valuesOf(reading)).toEqual({
    title: '电子发票（普通发票）',
    ...invoiceValues,
    goods: '*软件*示例软件',
  })
  expect(doubtsOf(reading)).toEqual([])
})

test('printed contradictions are flagged and left', () => {
  expect(doubtsOf(paper(invoice({ words: '壹仟壹佰贰拾圆整' })))).toEqual(['amount.words amount'])
  expect(doubtsOf(paper(invoice({ seller: '91320500EXAMPLE2X1' })))).toEqual([
    'taxId.check sellerTaxId',
  ])
  const impossible = paper(invoice({ date: '2025年13月09日' }))
  expect(doubtsOf(impossible)).toEqual(['date.impossible issuedOn'])
  expect(valuesOf(impossible)).not.toHaveProperty('issuedOn')
})

test('a list of invoices is no invoice', () => {
  const reading = paper(`
发票明细表
序号 | 发票代码 | 发票号码 | 开票日期 | 价税合计（元）
1 | | 25322000000012345678 | 2025-03-09 | 1,130.00`)
  expect(reading.kind).toBeNull()
})

test('a certificate of three years, with its dates in two forms', () => {
  const reading = paper(`
高新技术企业证书
企业名称：江苏云樾精密制造有限公司（示例）
证书编号：GR202232000001
发证时间：2022年10月18日 | 有效期：三年
批准机关：示例科学技术厅`)
  expect(valuesOf(reading)).toEqual({
    title: '高新技术企业证书',
    holder: '江苏云樾精密制造有限公司（示例）',
    number: 'GR202232000001',
    issuedOn: '2022-10-18',
    issuer: '示例科学技术厅',
  })
  expect(reading).toMatchObject({ validFrom: '2022-10-18', validTo: '2025-10-17' })
})

test('a patent and a software copyright', () => {
  const patent = paper(`
证书号第1234567号
发 明 专 利 证 书
发 明 名 称：一种示例装置
专 利 号：ZL 2020 1 0123456.7
专 利 权 人：江苏云樾精密制造有限公司（示例）
授权公告日：2022年05月06日
国家知识产权局局长`)
  expect(patent.kind).toBe('patent')
  expect(valuesOf(patent)).toEqual({
    title: '一种示例装置',
    number: 'ZL202010123456.7',
    level: '发明',
    holder: '江苏云樾精密制造有限公司（示例）',
    issuer: '国家知识产权局',
    issuedOn: '2022-05-06',
  })
  const copyright = paper(`
中华人民共和国国家版权局
计算机软件著作权登记证书
软 件 名 称： | 示例采集软件 V1.0
著 作 权 人： | 江苏云樾精密制造有限公司（示例）
登 记 号： | 2023SR0000001
2023年01月09日`)
  expect(copyright.kind).toBe('copyright')
  expect(valuesOf(copyright)).toMatchObject({
    title: '示例采集软件 V1.0',
    holder: '江苏云樾精密制造有限公司（示例）',
    number: '2023SR0000001',
    issuedOn: '2023-01-09',
  })
})

test('a contract in 万元, between 需方 and 供方', () => {
  const reading = paper(`
设备采购合同
合同编号：HT-2023-01
需方：江苏云樾精密制造有限公司（示例）
供方：南京恒拓智能装备有限公司（示例）
一、合同总金额为 85.5万元，分三期支付。
签订日期：2023年1月9日`)
  expect(valuesOf(reading)).toEqual({
    number: 'HT-2023-01',
    partyA: '江苏云樾精密制造有限公司（示例）',
    partyB: '南京恒拓智能装备有限公司（示例）',
    amount: '855000',
    signedOn: '2023-01-09',
  })
})

test('a contract whose words and figures differ', () => {
  const reading = paper(`
采购合同
甲方：甲公司（示例）
乙方：乙公司（示例）
合同价款为人民币壹拾万元整（¥120,000.00）。`)
  expect(valuesOf(reading).amount).toBe('120000.00')
  expect(doubtsOf(reading)).toEqual(['amount.words amount'])
})

test.each([
  ['我们认为，除…外，在所有重大方面公允反映。形成保留意见的基础', '保留意见'],
  ['我们不对后附的财务报表发表审计意见。无法表示意见', '无法表示意见'],
  ['在所有重大方面公允反映。四、强调事项', '带强调事项段的无保留意见'],
  ['未在所有重大方面公允反映。形成否定意见的基础', '否定意见'],
])('an audit report that says %s', (text, opinion) => {
  const reading = paper(`
审 计 报 告
示审字(2023)第 12 号
示例股份有限公司全体股东：
我们审计了示例股份有限公司2022年度的财务报表。
${text}
示例会计师事务所（特殊普通合伙）
二〇二三年四月二十日`)
  expect(valuesOf(reading)).toMatchObject({
    year: '2022',
    number: '示审字(2023)第12号',
    firm: '示例会计师事务所（特殊普通合伙）',
    opinion,
    issuedOn: '2023-04-20',
  })
})

test('a licence with its capital in words and its term', () => {
  const reading = paper(`
营 业 执 照
统一社会信用代码
91320400EXAMPLE11R
名 称 | 江苏云樾精密制造有限公司（示例） | 注册资本 | 捌仟万元整
法定代表人 | 沈示远 | 营业期限 | 2012年06月18日至2032年06月17日`)
  expect(valuesOf(reading)).toMatchObject({
    creditCode: '91320400EXAMPLE11R',
    capital: '80000000.00',
    legalRepresentative: '沈示远',
  })
  expect(reading.validTo).toBe('2032-06-17')
})
