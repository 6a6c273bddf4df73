import { expect, test } from 'vitest'
import {
  type PagedBlock,
  type PagedDocument,
  pagedDocument,
} from '../../../electron/engine/paper/paged-document.ts'
import { Fault } from '../../../shared/fault.ts'
import { testFonts } from '../../support/fonts.ts'
import { dense, inspectPdf, pageText, wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const hash = 'a3f1'.repeat(16)
const rows = Array.from({ length: 120 }, (_, i) => [
  `${i + 1}`,
  `${2000 + i}年度审计报告.pdf`,
  hash,
])
const blocks: readonly PagedBlock[] = [
  {
    kind: 'facts',
    facts: [
      ['提交包编号', '3F9A21C7'],
      ['清单摘要', hash],
    ],
  },
  { kind: 'heading', text: '一、材料清单' },
  {
    kind: 'table',
    columns: [
      { label: '序号', share: 1, alignment: 'center' },
      { label: '文件', share: 4 },
      { label: 'SHA-256', share: 6 },
    ],
    rows,
  },
  { kind: 'heading', text: '二、说明' },
  { kind: 'text', paragraphs: ['以上材料已当面点清。\n两方各执一份。'] },
  { kind: 'signing', places: ['移交单位（盖章）：', '接收单位（盖章）：', '日期：'] },
]
const document: PagedDocument = {
  title: '提交包交接单',
  subtitles: ['2024年度'],
  author: '示例企业',
  date: new Date('2024-03-01T00:00:00Z'),
  code: '3F9A21C7D0',
  blocks,
}

test('a title, tables with repeated headings, numbered pages, embedded faces', async () => {
  const { pdf, pages, substituted } = await pagedDocument(document, fonts, quietJob)
  const seen = inspectPdf(pdf)
  expect(substituted).toEqual(['仿宋'])
  expect(seen.complaints).toBe('')
  expect(seen.info).toMatchObject({ Title: '提交包交接单', Author: '示例企业', JavaScript: 'no' })
  expect(seen.info['Page size']).toContain('A4')
  expect(Number(seen.info.Pages)).toBe(pages)
  expect(pages).toBeGreaterThan(3)
  for (const { type, row } of seen.fonts) {
    expect(type).toBe('CID TrueType')
    expect(row).toMatch(/yes yes yes/)
  }
  for (let page = 1; page <= pages; page += 1) {
    expect(pageText(seen.file, page)).toContain(`—${page}—`)
    expect(pageText(seen.file, page)).toContain('数据校验码3F9A21C7D0')
  }
  expect(seen.text.match(/序号文件SHA-256/g)?.length).toBe(pages - 1)
  expect(seen.text).toContain('移交单位（盖章）：接收单位（盖章）：')
})

test('wide tables lie on a turned sheet, inside its margins', async () => {
  const { pdf } = await pagedDocument({ ...document, landscape: true }, fonts, quietJob)
  const seen = inspectPdf(pdf)
  expect(seen.info['Page size']).toMatch(/^841\.\d+ x 595\.\d+ pts \(A4\)/)
  for (const [, x, y] of wordBoxes(seen.file, 2)) {
    expect(x).toBeGreaterThan(100)
    expect(x).toBeLessThan(742)
    expect(y).toBeGreaterThan(75)
  }
})

test('a character that no face has is printed as its code', async () => {
  const text = { kind: 'text', paragraphs: ['公司😀简介', '[object]'] } as const
  const { pdf } = await pagedDocument({ ...document, blocks: [text] }, fonts, quietJob)
  expect(inspectPdf(pdf).text).toContain('公司[U+1F600]简介')
})

test('a cell longer than a page goes on overleaf with nothing lost', async () => {
  const long = Array.from({ length: 90 }, (_, i) => `第${i + 1}条意见已逐项核对。`).join('\n')
  const facts = { kind: 'facts', facts: [['意见', long]] } as const
  const { pdf } = await pagedDocument({ ...document, blocks: [facts] }, fonts, quietJob)
  const { text } = inspectPdf(pdf)
  for (let i = 1; i <= 90; i += 1) expect(text).toContain(dense(`第${i}条意见`))
})

test('the same bytes again; nobody waits, nothing comes', async () => {
  const [one, two] = [
    await pagedDocument(document, fonts, quietJob),
    await pagedDocument(document, fonts, quietJob),
  ]
  expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
  const job = { ...quietJob, signal: AbortSignal.abort() }
  await expect(pagedDocument(document, fonts, job)).rejects.toEqual(new Fault('job.cancelled'))
})
