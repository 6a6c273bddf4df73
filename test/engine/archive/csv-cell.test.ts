import { expect, test } from 'vitest'
import { cell } from '../../../electron/engine/archive/csv-cell.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['＝1', "'＝1"],
  ['-12.50', '-12.50'],
  ['24322000000123456789', '"\t24322000000123456789"'],
  ['甲,"乙"', '"甲,""乙"""'],
])('a cell never becomes a formula: %s', (value, safe) => {
  expect(cell(value)).toBe(safe)
})
