import { expect, test } from 'vitest'
import { plainDate } from '../../../renderer/pages/application/form/date-text.ts'
import { layOut } from '../../../renderer/pages/application/form/layout.ts'
import { pasted } from '../../../renderer/pages/application/form/paste.ts'
import { pastedFields } from '../../../renderer/pages/application/form/paste-fields.ts'
import {
  inserted,
  moved,
  removed,
  withCell,
} from '../../../renderer/pages/application/form/rows.ts'
import type { Column } from '../../../shared/programme/form.ts'

const column = (id: string, type: Column['type'], options?: Column['options']): Column => ({
  id,
  label: id,
  type,
  required: false,
  options,
  ...(type === 'money' ? { unit: '万元' } : {}),
})
const options = [
  { id: 'listed', label: '上市' },
  { id: 'acquired', label: '被并购' },
]
const columns = [
  column('name', 'text'),
  column('income', 'money'),
  column('effect', 'choices', options),
]

test('typing into a row that is only drawn brings the rows above it to life', () => {
  expect(withCell([], 2, 'name', '丙')).toEqual([{}, {}, { name: '丙' }])
})

test('rows are inserted, moved and removed without touching the others', () => {
  const rows = [{ name: '甲' }, { name: '乙' }]
  expect(inserted(rows, 1)).toEqual([{ name: '甲' }, {}, { name: '乙' }])
  expect(moved(rows, 0, 1)).toEqual([{ name: '乙' }, { name: '甲' }])
  expect(moved(rows, 0, -1)).toBe(rows)
  expect(removed(rows, 0)).toEqual([{ name: '乙' }])
})

const into = (from: { index: number; column: string }, maxRows: number) => ({
  columns,
  from,
  maxRows,
})

test('pasted cells take the shape of their column; what finds no place is counted', () => {
  const block = [
    ['甲公司', '１,２００.50', '上市、被并购', '多余'],
    ['乙公司', '约300', '其他说法'],
    ['丙公司', '1', ''],
  ]
  expect(pasted([], into({ index: 0, column: 'name' }, 2), block)).toEqual({
    rows: [
      { name: '甲公司', income: '1200.50', effect: ['listed', 'acquired'] },
      { name: '乙公司', income: '约300', effect: [] },
    ],
    note: { converted: [], unknown: ['其他说法'], outside: 3 },
  })
  expect(pasted([{ name: '甲' }], into({ index: 0, column: 'income' }, 9), [['5']]).rows).toEqual([
    { name: '甲', income: '5' },
  ])
})

test('pasted figures in another unit are converted, and what they were is told', () => {
  const { rows, note } = pasted([], into({ index: 0, column: 'income' }, 9), [['1.2亿元'], ['35']])
  expect(rows).toEqual([{ income: '12000' }, { income: '35' }])
  expect(note.converted).toEqual([{ given: '1.2亿元', kept: '12000万元' }])
})

test('ten thousand pasted rows land in one go', () => {
  const block = Array.from({ length: 10_000 }, (_, n) => [`企业${n}`, `${n}`])
  const { rows } = pasted([], into({ index: 0, column: 'name' }, 10_000), block)
  expect(rows).toHaveLength(10_000)
  expect(rows.at(-1)).toEqual({ name: '企业9999', income: '9999' })
})

test('three years of figures pasted into plain cells land field by field, line by line', () => {
  const field = (id: string) => ({ field: id })
  const laid = layOut(
    {
      kind: 'grid',
      id: 'g',
      widths: [1, 1, 1],
      rows: [
        { cells: [{ text: '指标', head: true }, { text: '2018' }, { text: '2019' }] },
        { cells: [{ text: '总资产' }, field('assets-2018'), field('assets-2019')] },
        { cells: [{ text: '负债率' }, field('debt-2018'), field('debt-2019')] },
      ],
    },
    () => 0,
    40,
  )
  const money = (id: string, unit: string) => [id, { ...column(id, 'money'), unit }] as const
  const fields = new Map([
    money('assets-2018', '万元'),
    money('assets-2019', '万元'),
    money('debt-2018', '%'),
    money('debt-2019', '%'),
  ])
  const block = [
    ['8,000', '1.2亿元', '多'],
    ['45%', '38.5'],
    ['多', ''],
  ]
  expect(pastedFields(laid, fields, { line: 1, at: 1 }, block)).toEqual({
    changes: {
      'assets-2018': '8000',
      'assets-2019': '12000',
      'debt-2018': '45',
      'debt-2019': '38.5',
    },
    note: { converted: [{ given: '1.2亿元', kept: '12000万元' }], unknown: [], outside: 2 },
  })
  const right = pastedFields(laid, fields, { line: 2, at: 2 }, [['40']])
  expect(right.changes).toEqual({ 'debt-2019': '40' })
})

test('days are kept plain, and what is none stays as typed', () => {
  expect(plainDate('date', '2022/9/3')).toBe('2022-09-03')
  expect(plainDate('date', '2022-02-30')).toBe('2022-02-30')
  expect(plainDate('month', '2021年5月')).toBe('2021-05')
  expect(plainDate('month', '202105')).toBe('2021-05')
  expect(plainDate('month', '2018/2/5')).toBe('2018-02')
  expect(plainDate('month', '去年')).toBe('去年')
})

test('a cell that stands once is drawn in the first row and spans all rows shown', () => {
  const cells = [{ text: '情况', once: true }, { column: 'name' }]
  const rows = layOut(
    { kind: 'grid', id: 'g', widths: [1, 2], rows: [{ repeat: 't', cells }] },
    () => 3,
    40,
  )
  expect(rows.map((row) => 'cells' in row && row.cells.map((cell) => cell.rowSpan))).toEqual([
    [3, 1],
    [1],
    [1],
  ])
  expect(rows.map((row) => 'cells' in row && row.repeat?.index)).toEqual([0, 1, 2])
})
