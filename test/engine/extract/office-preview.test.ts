/** Office files, texts and XML as a person looks at them, with their structure and their limits. */
import { expect, test } from 'vitest'
import { workbookOf } from '../../../electron/engine/workbook.ts'
import type { TextBlock } from '../../../shared/model/preview.ts'
import { previewOf } from '../../support/drawn-ofd.ts'
import { zipOf } from '../../support/zip.ts'

const word = (body: string) =>
  zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
  ])
const paragraph = (text: string, about = '') =>
  `<w:p>${about && `<w:pPr>${about}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (inner: string) => `<w:tc>${inner}</w:tc>`

const blocks = async (bytes: Uint8Array): Promise<readonly TextBlock[]> => {
  const { body } = await previewOf('方案.docx', bytes)
  return body.view === 'text' ? body.blocks : []
}

test('a DOCX keeps its headings, lists and tables; cells keep their lines', async () => {
  const table = `<w:tbl><w:tr>${cell(paragraph('指标') + paragraph('单位'))}${cell(paragraph('2022年'))}</w:tr><w:tr>${cell(`<w:tbl><w:tr>${cell(paragraph('内'))}</w:tr></w:tbl>${paragraph('外')}`)}${cell(paragraph('1 &lt; 2'))}</w:tr></w:tbl>`
  const shown = await blocks(
    word(
      paragraph('建设方案', '<w:pStyle w:val="Title"/>') +
        paragraph('一、概述', '<w:pStyle w:val="2"/>') +
        paragraph('  正文 &amp; 附注') +
        paragraph('甲', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') +
        paragraph('') +
        table,
    ),
  )
  expect(shown).toEqual([
    { block: 'heading', level: 1, text: '建设方案' },
    { block: 'heading', level: 2, text: '一、概述' },
    { block: 'paragraph', text: '  正文 & 附注' },
    { block: 'item', level: 1, text: '甲' },
    {
      block: 'table',
      rows: [
        ['指标\n单位', '2022年'],
        ['内\n外', '1 < 2'],
      ],
    },
  ])
})

test('a long DOCX is cut, and says so; one that is broken off ends where it ends', async () => {
  const many = Array.from({ length: 3500 }, (_, at) =>
    paragraph(`第${at}段 ${(at * 7919) % 104_729}`),
  )
  const long = await previewOf('长.docx', word(many.join('')))
  expect(long).toMatchObject({ cut: true, body: { view: 'text' } })
  expect(long.body.view === 'text' && long.body.blocks.length).toBe(3000)
  const open = `<w:tbl><w:tr>${cell(paragraph('只有开头'))}`
  expect(await blocks(word(open))).toEqual([{ block: 'table', rows: [['只有开头']] }])
})

test('an XLSX is turned sheet by sheet; gaps keep their place', async () => {
  const sheet = (name: string, rows: (string | { number: string })[][]) => ({
    name,
    title: '',
    columns: [
      { label: '名称', width: 10 },
      { label: '金额', width: 10 },
    ],
    rows,
  })
  const bytes = await workbookOf(
    [
      sheet('设备', [
        ['服务器', { number: '12.5' }],
        ['', { number: '3' }],
      ]),
      sheet('软件', [['=1+1', '甲']]),
    ],
    new Date('2024-03-01T00:00:00Z'),
  )
  const first = await previewOf('清单.xlsx', bytes)
  expect(first).toMatchObject({ page: 1, pages: 2, cut: false })
  expect(first.body).toEqual({
    view: 'sheet',
    name: '设备',
    rows: [
      ['名称', '金额'],
      ['服务器', '12.5'],
      ['', '3'],
    ],
  })
  const second = await previewOf('清单.xlsx', bytes, 2)
  expect(second.body).toMatchObject({
    name: '软件',
    rows: [
      ['名称', '金额'],
      ["'=1+1", '甲'],
    ],
  })
  expect((await previewOf('清单.xlsx', bytes, 99)).page).toBe(2)
})

test('a sheet of many rows and columns is cut, and says so', async () => {
  const row = (at: number) =>
    `<row r="${at}"><c r="A${at}"><v>${at}</v></c><c r="ZZ${at}"><v>1</v></c></row>`
  const rows = Array.from({ length: 1200 }, (_, at) => row(at + 1)).join('')
  const bytes = zipOf([
    { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="长"/></sheets></workbook>' },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
  ])
  const { cut, body } = await previewOf('长.xlsx', bytes)
  expect(cut).toBe(true)
  expect(body).toMatchObject({ view: 'sheet', name: '长' })
  expect(body.view === 'sheet' && [body.rows.length, body.rows[0]]).toEqual([1000, ['1']])
})

test('texts in either encoding and XML are shown in their lines; entities are not', async () => {
  const text = async (name: string, bytes: Uint8Array) => (await previewOf(name, bytes)).body
  expect(await text('说明.txt', Buffer.from('第一行\n第二行'))).toMatchObject({
    blocks: [{ block: 'paragraph', text: '第一行\n第二行' }],
  })
  expect(await text('国标.txt', Buffer.from('b2c4c1cf', 'hex'))).toMatchObject({
    blocks: [{ text: '材料' }],
  })
  expect(await text('票.xml', Buffer.from('<?xml version="1.0"?><a>1</a>'))).toMatchObject({
    blocks: [{ text: '<?xml version="1.0"?><a>1</a>' }],
  })
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
  expect(await text('坏.xml', Buffer.from(bomb))).toMatchObject({
    view: 'none',
    trouble: { code: 'xml.entity' },
  })
})

test('an archive that calls itself an Office file has its reason', async () => {
  const { body } = await previewOf('假.docx', zipOf([{ name: 'a.txt', data: 'x' }]))
  expect(body).toMatchObject({ view: 'none', trouble: { code: 'zip.broken' } })
})
