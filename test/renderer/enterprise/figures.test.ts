import { expect, test } from 'vitest'
import { pasteFigures } from '../../../renderer/pages/enterprise/paste-figures.ts'
import { inverse } from '../../../renderer/pages/enterprise/profile-change.ts'
import { shownYears } from '../../../renderer/pages/enterprise/years.ts'
import { moveFrom } from '../../../renderer/parts/grid-move.ts'
import { cellsOf, isBlock } from '../../../renderer/parts/pasted-cells.ts'

const grid = { codes: ['revenue', 'profit'], years: [2021, 2022] }

test('a block from Excel lands where it was put, without its separators', () => {
  const block = cellsOf('"1,200.50"\t１３００\r\n900\t-7\r\n')
  expect(pasteFigures(grid, { row: 0, column: 0 }, block)).toEqual({
    figures: [
      { code: 'revenue', year: 2021, value: '1200.50' },
      { code: 'revenue', year: 2022, value: '1300' },
      { code: 'profit', year: 2021, value: '900' },
      { code: 'profit', year: 2022, value: '-7' },
    ],
    refused: 0,
  })
})

test('words and what falls beside the grid are counted, empty cells change nothing', () => {
  expect(pasteFigures(grid, { row: 1, column: 1 }, cellsOf('说明\t5\n\t\n6\t'))).toEqual({
    figures: [],
    refused: 3,
  })
})

test('one figure is not a block, two are', () => {
  expect(isBlock('1200')).toBe(false)
  expect(isBlock('1200\n')).toBe(false)
  expect(isBlock('1200\t1300')).toBe(true)
  expect(isBlock('1200\n1300')).toBe(true)
})

test('keys move as in a spreadsheet', () => {
  const at = { row: 1, column: 1 }
  const inside = { shift: false, atStart: false, atEnd: false }
  expect(moveFrom(at, { ...inside, key: 'Enter' })).toEqual({ row: 2, column: 1 })
  expect(moveFrom(at, { ...inside, key: 'Enter', shift: true })).toEqual({ row: 0, column: 1 })
  expect(moveFrom(at, { ...inside, key: 'ArrowUp' })).toEqual({ row: 0, column: 1 })
  expect(moveFrom(at, { ...inside, key: 'ArrowLeft' })).toBeNull()
  expect(moveFrom(at, { ...inside, key: 'ArrowLeft', atStart: true })).toEqual({
    row: 1,
    column: 0,
  })
  expect(moveFrom(at, { ...inside, key: 'ArrowRight', atEnd: true })).toEqual({ row: 1, column: 2 })
  expect(moveFrom(at, { ...inside, key: 'Tab' })).toBeNull()
})

test('the grid shows four ended years and whatever holds a figure, without holes', () => {
  const figure = (year: number) => ({ code: 'revenue', year, value: '1' })
  expect(shownYears('2023-02-10', [], null)).toEqual([2019, 2020, 2021, 2022])
  expect(shownYears('2023-02-10', [figure(2017), figure(2023)], null)).toEqual([
    2017, 2018, 2019, 2020, 2021, 2022, 2023,
  ])
  expect(shownYears('2023-02-10', [], 2018)[0]).toBe(2018)
})

test('the inverse of a change puts back what stood there, or nothing', () => {
  const view = {
    facts: { name: '旧名' },
    indicators: [{ code: 'revenue', year: 2022, value: '10' }],
    revision: 3,
    sample: false,
  }
  const change = {
    facts: { name: '新名', contact: '张三' },
    indicators: [
      { code: 'revenue', year: 2022, value: '11' },
      { code: 'profit', year: 2022, value: '2' },
    ],
  }
  expect(inverse(view, change)).toEqual({
    facts: { name: '旧名', contact: '' },
    indicators: [
      { code: 'revenue', year: 2022, value: '10' },
      { code: 'profit', year: 2022, value: '' },
    ],
  })
})
