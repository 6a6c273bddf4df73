import { expect, test } from 'vitest'
import { plainDate } from '../../../renderer/pages/application/form/date-text.ts'
import { layOut } from '../../../renderer/pages/application/form/layout.ts'
import { plainNumber } from '../../../renderer/pages/application/form/number-text.ts'
import { pasted } from '../../../renderer/pages/application/form/paste.ts'
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

test('pasted cells take the shape of their column; surplus cells and rows are left out', () => {
  const block = [
    ['甲公司', '１,２００.50', '上市、被并购', '多余'],
    ['乙公司', '约300', '其他说法'],
    ['丙公司', '1', ''],
  ]
  expect(pasted([], columns, { index: 0, column: 'name' }, block, 2)).toEqual([
    { name: '甲公司', income: '1200.50', effect: ['listed', 'acquired'] },
    { name: '乙公司', income: '约300', effect: [] },
  ])
  expect(pasted([{ name: '甲' }], columns, { index: 0, column: 'income' }, [['5']], 9)).toEqual([
    { name: '甲', income: '5' },
  ])
})

test('figures and days are kept plain, and what is neither stays as typed', () => {
  expect(plainNumber(' 1,234.50 ')).toBe('1234.50')
  expect(plainNumber('９８．６％')).toBe('98.6')
  expect(plainNumber('约 300')).toBe('约 300')
  expect(plainDate('date', '2022/9/3')).toBe('2022-09-03')
  expect(plainDate('date', '2022-02-30')).toBe('2022-02-30')
  expect(plainDate('month', '2021年5月')).toBe('2021-05')
  expect(plainDate('month', '202105')).toBe('2021-05')
  expect(plainDate('month', '去年')).toBe('去年')
})

test('a cell that stands once is drawn in the first row and spans all rows shown', () => {
  const cells = [{ text: '情况', once: true }, { column: 'name' }]
  const rows = layOut(
    { kind: 'grid', id: 'g', widths: [1, 2], rows: [{ repeat: 't', cells }] },
    () => 3,
  )
  expect(rows.map((row) => row.cells.map((cell) => cell.rowSpan))).toEqual([[3, 1], [1], [1]])
  expect(rows.map((row) => row.repeat?.index)).toEqual([0, 1, 2])
})
