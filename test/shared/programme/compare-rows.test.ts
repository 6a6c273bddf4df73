/** Whatever rows become, the pairs account for every row that did not stay as it was. */
import { expect, test } from 'vitest'
import { pairRows } from '../../../shared/programme/compare-rows.ts'
import { chanceOf } from '../../support/random.ts'

test('every row before and after is either in place or in exactly one pair', () => {
  const { below } = chanceOf(20231126)
  for (let round = 0; round < 400; round += 1) {
    const rows = (length: number) =>
      Array.from({ length }, () => String.fromCharCode(97 + below(6)))
    const [before, after] = [rows(below(9)), rows(below(9))]
    const pairs = pairRows(before, after)
    const froms = pairs.flatMap(({ from }) => (from === null ? [] : [from]))
    const tos = pairs.flatMap(({ to }) => (to === null ? [] : [to]))
    expect(new Set(froms).size).toBe(froms.length)
    expect(new Set(tos).size).toBe(tos.length)
    const kept = before.filter((_, at) => !froms.includes(at))
    expect(after.filter((_, at) => !tos.includes(at))).toEqual(kept)
    for (const { from, to, moved } of pairs) {
      if (moved) expect(before[from ?? -1]).toBe(after[to ?? -1])
      else if (from !== null && to !== null) expect(before[from]).not.toBe(after[to])
    }
  }
})

test('a long table of which one row is new is told by that row', () => {
  const before = Array.from({ length: 5000 }, (_, at) => `row ${at}`)
  const after = before.toSpliced(2500, 0, 'new')
  expect(pairRows(before, after)).toEqual([{ from: null, to: 2500, moved: false }])
})

test('thousands of rows in another order, or all of them other, are told in a moment', () => {
  const before = Array.from({ length: 5000 }, (_, at) => `row ${at}`)
  const turned = pairRows(before, [...before.slice(7), ...before.slice(0, 7)])
  expect(turned).toHaveLength(7)
  expect(turned.every(({ moved }) => moved)).toBe(true)
  const other = before.map((row) => `${row} other`)
  expect(pairRows(before, other)).toEqual(
    before.map((_, at) => ({ from: at, to: at, moved: false })),
  )
})
