import { expect, test } from 'vitest'
import { layOut } from '../../../renderer/pages/application/form/layout.ts'

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
  )
  expect(rows.map(({ cells }) => cells.map(({ rowSpan }) => rowSpan))).toEqual([
    [4, 1],
    [1],
    [1],
    [1],
    [1, 1],
  ])
})
