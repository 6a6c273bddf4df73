import { expect, test } from 'vitest'
import { isWindow, layOut, windowFor } from '../../../renderer/pages/application/form/layout.ts'

test('a label that spans a heading and its repeating row grows with the rows shown', () => {
  const rows = layOut(
    {
      kind: 'grid',
      id: 'g',
      widths: [1, 1],
      rows: [
        { cells: [{ text: '资质情况', rowSpan: 2 }, { text: '荣誉名称' }] },
        { cells: [{ column: 'name' }], repeat: 'honours' },
        { cells: [{ text: '级别' }, { field: 'level' }] },
      ],
    },
    () => 3,
    40,
  )
  expect(
    rows.map((row) => ('cells' in row ? row.cells.map(({ rowSpan }) => rowSpan) : [])),
  ).toEqual([[4, 1], [1], [1], [1], [1, 1]])
})

test('a table of many rows is a window of a few, and what stands beside it spans just those', () => {
  const [head, window, foot] = layOut(
    {
      kind: 'grid',
      id: 'g',
      widths: [1, 1, 1],
      rows: [
        { cells: [{ text: '情况', rowSpan: 2 }, { text: '指标', head: true }, { text: '值' }] },
        { cells: [{ text: '定量', once: true }, { column: 'name' }], repeat: 't' },
        { cells: [{ text: '合计', colSpan: 2 }, { field: 'sum' }] },
      ],
    },
    () => 2000,
    40,
  )
  expect(head && 'cells' in head && head.cells[0]?.rowSpan).toBe(43)
  expect(window).toMatchObject({
    table: 't',
    count: 2000,
    drawn: 40,
    once: [{ rowSpan: 42, at: 1 }],
  })
  expect(window && isWindow(window) && window.rowAt(1999)).toMatchObject({
    line: 2000,
    cells: [{ at: 2, index: 1999 }],
    repeat: { index: 1999, shown: 2000 },
  })
  expect(foot).toMatchObject({ line: 2001, cells: [{ at: 0 }, { at: 2 }] })
})

test('a window holds the rows in sight with some to spare at both ends, and never all of a table', () => {
  for (const inSight of [4, 16, 40]) {
    expect(windowFor(inSight)).toBeGreaterThanOrEqual(inSight + 8)
  }
  expect(windowFor(500)).toBe(120)
})
