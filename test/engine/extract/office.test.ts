/** Text out of Word, Excel and PowerPoint files, and what such files may not do to their reader. */
import { expect, test } from 'vitest'
import { workbookOf } from '../../../electron/engine/workbook.ts'
import { reader, valuesOf } from '../../support/reading.ts'
import { type Entry, zipOf } from '../../support/zip.ts'

const read = reader()
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) =>
  `<w:p><w:pPr/><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const docx = (body: string, more: readonly Entry[] = []) =>
  zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ])

test('paragraphs and tables of a Word file are lines; a contract in it is one', async () => {
  const rows = [
    ['甲方：', '江苏省甲有限公司'],
    ['乙方：', '南京乙科技有限公司'],
  ].map((cells) => `<w:tr>${cells.map((c) => `<w:tc>${paragraph(c)}</w:tc>`).join('')}</w:tr>`)
  const body = [
    paragraph('采购合同'),
    paragraph('合同编号：HT-2022-001'),
    `<w:tbl>${rows.join('')}</w:tbl>`,
    '<w:p><w:r><w:t>研发</w:t></w:r><w:r><w:tab/><w:t>费用 &lt;A&amp;B&gt;</w:t></w:r><w:del><w:delText>删去</w:delText></w:del></w:p>',
  ].join('')
  const reading = await read('合同.docx', docx(body))
  expect(reading.text).toBe(
    '采购合同\n合同编号：HT-2022-001\n甲方：\t江苏省甲有限公司\n乙方：\t南京乙科技有限公司\n研发\t费用 <A&B>',
  )
  expect(reading).toMatchObject({ kind: 'contract', kindBy: 'title', trouble: null })
  expect(valuesOf(reading)).toMatchObject({ partyA: '江苏省甲有限公司', number: 'HT-2022-001' })
})

test('cells of an Excel file are found, shared strings and numbers alike', async () => {
  const columns = [
    { label: '项目', width: 10 },
    { label: '金额', width: 10 },
  ]
  const rows = [
    ['研发费用', { number: '812.5' }],
    ['固定资产', '二千万元'],
  ]
  const bytes = await workbookOf([{ name: '一', title: '投入明细', columns, rows }], new Date(0))
  const reading = await read('投入.xlsx', bytes)
  expect(reading.text).toContain('投入明细')
  expect(reading.text).toContain('研发费用\t812.5')
  expect(reading.text).toContain('固定资产\t二千万元')
})

test('slides are read in their order', async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const bytes = zipOf(
    [10, 2, 1].map((n) => ({ name: `ppt/slides/slide${n}.xml`, data: slide(`第${n}页`) })),
  )
  expect((await read('介绍.pptx', bytes)).text).toBe('第1页\n第2页\n第10页')
})

test('macros and embedded files are told, never run', async () => {
  const bytes = docx(paragraph('x'), [
    { name: 'word/vbaProject.bin', data: 'x' },
    { name: 'word/embeddings/oleObject1.bin', data: 'MZ' },
  ])
  expect((await read('a.docm', bytes)).marks).toEqual(['script', 'embedded'])
})

const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
test.each([
  [
    'xml.entity',
    () =>
      docx('', []).length > 0 && zipOf([{ name: 'word/document.xml', data: `${bomb}<x>&a;</x>` }]),
  ],
  ['zip.ratio', () => docx('', [{ name: 'word/media/a.bin', data: Buffer.alloc(8 << 20) }])],
  ['zip.tooLarge', () => docx('', [{ name: 'a', data: 'x', size: 30 << 20 }])],
  ['zip.path', () => docx('', [{ name: '../a', data: 'x' }])],
  ['zip.broken', () => zipOf([{ name: 'a.txt', data: 'x' }])],
])('%s', async (code, bytes) => {
  expect((await read('a.docx', bytes() as Buffer)).trouble?.code).toBe(code)
})

test('an Office file behind a password says so; an old one is kept unread', async () => {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const locked = Buffer.concat([
    head,
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  expect((await read('a.docx', locked)).trouble?.code).toBe('office.password')
  expect(await read('a.doc', Buffer.concat([head, Buffer.alloc(600)]))).toMatchObject({
    trouble: null,
    text: '',
  })
})

test('text in GBK and in UTF-8, and the words of any XML, are found', async () => {
  const gbk = Buffer.from('d1d0b7a2b7d1d3c3', 'hex')
  expect((await read('a.txt', gbk)).text).toBe('研发费用')
  expect((await read('a.txt', '研发费用')).text).toBe('研发费用')
  expect((await read('a.xml', '<r><a>研发</a><b>费用</b></r>')).text).toBe('研发\n费用')
})
