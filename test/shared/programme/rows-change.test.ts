/** What changed in a table, told as rows that take the place of others. */
import { expect, test } from 'vitest'
import { rowsChange, withRowsChanged } from '../../../shared/programme/rows-change.ts'
import { chanceOf } from '../../support/random.ts'

type Rows = readonly Record<string, string>[]

test.each([1, 2, 3])('random edits come out the same on the other side (seed %i)', (seed) => {
  const chance = chanceOf(seed)
  let rows: Rows = Array.from({ length: 30 }, (_, n) => ({ name: `${n}` }))
  for (let n = 0; n < 300; n += 1) {
    const at = chance.below(rows.length + 1)
    const fresh = Array.from({ length: chance.below(4) }, (_, k) => ({ name: `${n}.${k}` }))
    const after: Rows = rows.toSpliced(at, chance.below(4), ...fresh)
    const change = rowsChange(rows, after)
    // Over the wire rows are other objects.
    expect(withRowsChanged(rows, structuredClone(change))).toEqual(after)
    expect(change.put.length).toBeLessThanOrEqual(fresh.length)
    rows = after
  }
})

test('one cell of thousands is one row; a move is two; nothing is none', () => {
  const rows: Rows = Array.from({ length: 2000 }, (_, n) => ({ name: `${n}` }))
  const typed = rows.with(700, { name: '改' })
  expect(rowsChange(rows, typed)).toEqual({ at: 700, drop: 1, put: [{ name: '改' }] })
  const moved = rows.toSpliced(5, 1).toSpliced(4, 0, rows[5] ?? {})
  expect(rowsChange(rows, moved)).toMatchObject({ at: 4, drop: 2 })
  expect(rowsChange(rows, rows)).toEqual({ at: 2000, drop: 0, put: [] })
})

test('rows that are all alike change where they change', () => {
  const same = { name: '同' }
  const rows: Rows = [same, same, same]
  const fewer: Rows = [same, same]
  expect(withRowsChanged(rows, rowsChange(rows, fewer))).toEqual(fewer)
  expect(withRowsChanged(fewer, rowsChange(fewer, rows))).toEqual(rows)
})

test('a change that does not fit the rows is none', () => {
  expect(withRowsChanged([{}, {}], { at: 1, drop: 2, put: [] })).toBeNull()
})
