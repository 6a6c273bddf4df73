import { describe, expect, it } from 'vitest'
import { breakPart, type Extent } from '../../../electron/engine/form/break-grid.ts'
import { type GridPart, layoutGrid } from '../../../electron/engine/form/layout-grid.ts'
import { page } from '../../../electron/engine/form/measure.ts'
import { type AnswerRow, row } from '../../../shared/programme/form.ts'

const rows = (...definitions: object[]) => definitions.map((definition) => row.parse(definition))
const none = () => ({ rows: [], minRows: 0 })
const records = (count: number) => () => ({
  rows: Array.from({ length: count }, (_, i): AnswerRow => ({ c: `${i}` })),
  minRows: 0,
})
/** What stands where: the cell's words (or its record's answer) with its spans; . where covered. */
const drawn = ({ rows }: Pick<GridPart, 'rows'>) =>
  rows.map((line) =>
    line
      .map((slot) => {
        if (slot === 'covered') return '.'
        const { cell, rowSpan, colSpan, record } = slot
        const text = cell.column ? `${record?.row?.[cell.column] ?? '_'}` : (cell.text ?? '')
        return rowSpan * colSpan > 1 ? `${text}(${rowSpan}x${colSpan})` : text
      })
      .join('|'),
  )

describe('an official table', () => {
  it('counts spans as HTML does', () => {
    const definition = rows(
      {
        cells: [
          { text: 'A', rowSpan: 2 },
          { text: 'B', colSpan: 2 },
        ],
      },
      { cells: [{ text: 'C' }, { text: 'D' }] },
      { cells: [{ text: 'E' }] },
    )
    const [part] = layoutGrid(definition, 3, none)
    expect(drawn(part as GridPart)).toEqual(['A(2x1)|B(1x2)|.', '.|C|D', 'E||'])
  })

  it('repeats a row for each record, prints a once cell over all of them', () => {
    const definition = rows({ repeat: 't', cells: [{ text: 'L', once: true }, { column: 'c' }] })
    const [part] = layoutGrid(definition, 2, records(3))
    expect(drawn(part as GridPart)).toEqual(['L(3x1)|0', '.|1', '.|2'])
  })

  it('counts the rows of each table from its first', () => {
    const definition = rows(
      { repeat: 't', cells: [{ number: true }] },
      { cells: [{ text: 'Z' }] },
      { repeat: 'u', cells: [{ number: true }] },
    )
    const numbers = layoutGrid(definition, 1, records(2))
      .flatMap((part) => part.rows.flat())
      .map((slot) => (slot === 'covered' ? '.' : slot.record?.index))
    expect(numbers).toEqual([0, 1, undefined, 0, 1])
  })

  it('lets a label beside repeating rows grow with them', () => {
    const definition = rows(
      {
        cells: [
          { text: 'L', rowSpan: 2 },
          { text: 'H', head: true },
        ],
      },
      { repeat: 't', cells: [{ column: 'c' }] },
      { cells: [{ text: 'Z' }, { text: 'z' }] },
    )
    const [part] = layoutGrid(definition, 2, records(2))
    expect(drawn(part as GridPart)).toEqual(['L(3x1)|H', '.|0', '.|1', 'Z|z'])
  })

  it('prints neighbouring rows of one table together for each record', () => {
    const definition = rows(
      { repeat: 't', cells: [{ text: 'A', rowSpan: 2 }, { column: 'c' }] },
      { repeat: 't', cells: [{ text: 'x' }] },
    )
    const [part] = layoutGrid(definition, 2, records(2))
    expect(drawn(part as GridPart)).toEqual(['A(2x1)|0', '.|x', 'A(2x1)|1', '.|x'])
  })

  it('leaves blank rows to write in: three, or as many as the form wants', () => {
    const definition = rows({ repeat: 't', cells: [{ column: 'c' }] })
    expect(drawn(layoutGrid(definition, 1, none)[0] as GridPart)).toEqual(['_', '_', '_'])
    const wanting = () => ({ rows: [{ c: 'a' }], minRows: 2 })
    expect(drawn(layoutGrid(definition, 1, wanting)[0] as GridPart)).toEqual(['a', '_'])
  })

  it('survives cells that do not fit', () => {
    const wild = rows(
      { cells: [{ text: 'A', colSpan: 9, rowSpan: 9 }, { text: 'lost' }] },
      { cells: [{ text: 'B' }] },
    )
    expect(drawn(layoutGrid(wild, 2, none)[0] as GridPart)).toEqual(['A(2x2)|.', '.|.'])
  })

  it('is cut where column headings begin anew, and knows which rows to repeat', () => {
    const definition = rows(
      { cells: [{ text: 'H', head: true }] },
      { cells: [{ text: 'a' }] },
      { cells: [{ text: 'K', head: true }] },
      { repeat: 't', cells: [{ column: 'c' }] },
      { cells: [{ text: 'z' }] },
    )
    const parts = layoutGrid(definition, 1, records(2))
    expect(parts.map(drawn)).toEqual([['H', 'a'], ['K', '0', '1'], ['z']])
    expect(parts.map(({ headRows }) => headRows)).toEqual([1, 1, 0])
  })
})

const broken = (part: GridPart, extents: readonly Extent[], used?: number) =>
  breakPart(part, extents, { textHeight: page.textHeight, used }).pieces
const extents = (...heights: number[]) => heights.map((height) => ({ height, spanning: 0 }))

describe('where a table goes on overleaf', () => {
  const joined = (count: number) =>
    layoutGrid(
      rows(
        { cells: [{ text: 'H', head: true, colSpan: 3 }] },
        {
          repeat: 't',
          cells: [{ text: 'L', once: true }, { column: 'c' }, { field: 'f', once: true }],
        },
      ),
      3,
      records(count),
    )[0] as GridPart

  it('keeps joined rows and their heading on one page while they fit', () => {
    const part = joined(3)
    const pieces = broken(part, extents(20, 20, 20, 20))
    expect(pieces).toHaveLength(1)
    expect(pieces[0]).toMatchObject({ whole: true, headRows: 1 })
  })

  it('ends the spanning cell and begins it again, its words but not its answer', () => {
    const part = joined(10)
    const pieces = broken(part, extents(20, ...new Array<number>(10).fill(100)))
    expect(pieces.map((piece) => piece.whole)).toEqual(pieces.map(() => true))
    expect(pieces.map((piece) => drawn(piece)[0])).toEqual(pieces.map(() => 'H(1x3)|.|.'))
    expect(drawn(pieces[0] as GridPart)[1]).toBe('L(3x1)|0|(3x1)')
    expect(drawn(pieces[1] as GridPart)[1]).toBe('L(5x1)|3|(5x1)')
    const answers = pieces.flatMap(({ rows }) =>
      rows.flat().filter((slot) => slot !== 'covered' && slot.cell.field === 'f'),
    )
    expect(answers).toHaveLength(1)
    const printed = pieces.flatMap((piece) => drawn(piece)).filter((line) => /\|\d\|/.test(line))
    expect(printed).toHaveLength(10)
  })

  it('fills the page on which it begins, where that is known, and each one after it', () => {
    const heights = extents(20, ...new Array<number>(10).fill(100))
    const counts = (used: number) =>
      broken(joined(10), heights, used).map(({ rows: lines }) => lines.length - 1)
    expect(counts(0)).toEqual([5, 5])
    expect(counts(250)).toEqual([3, 5, 2])
    // Too little is left for a beginning: the page after it is filled.
    expect(counts(550)).toEqual([5, 5])
  })

  it('does not cut a table whose spanning cell is higher than a piece', () => {
    const part = joined(10)
    const heights = extents(20, ...new Array<number>(10).fill(100))
    const pieces = broken(
      part,
      heights.map((extent, i) => (i === 1 ? { ...extent, spanning: 700 } : extent)),
    )
    expect(pieces).toEqual([{ ...part, whole: false, tall: true }])
  })

  it('sets a joined row apart that is too high, and begins the spanning cell again beside it', () => {
    const pieces = broken(joined(4), extents(20, 50, 50, 900, 50))
    expect(pieces.map(({ whole, tall }) => [whole, tall])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ])
    expect(drawn(pieces[0] as GridPart)[1]).toBe('L(2x1)|0|(2x1)')
    expect(drawn(pieces[1] as GridPart)).toEqual(['H(1x3)|.|.', 'L|2|'])
    expect(drawn(pieces[2] as GridPart)).toEqual(['H(1x3)|.|.', 'L|3|'])
  })

  it('never parts heading rows that are joined among themselves', () => {
    const definition = rows(
      { cells: [{ text: 'T', head: true, colSpan: 2 }] },
      {
        cells: [
          { text: 'A', head: true, rowSpan: 2 },
          { text: 'B', head: true },
        ],
      },
      { cells: [{ text: 'C', head: true }] },
      { repeat: 't', cells: [{ text: 'x' }, { column: 'c' }] },
    )
    const part = layoutGrid(definition, 2, records(2))[0] as GridPart
    const pieces = broken(part, extents(20, 20, 20, 20, 20))
    expect(pieces).toEqual([{ ...part, whole: false, tall: false }])
    expect(part.headRows).toBe(3)
  })

  it('sets a row apart that is too high to be kept whole', () => {
    const part = layoutGrid(rows({ repeat: 't', cells: [{ column: 'c' }] }), 1, records(4))[0]
    const pieces = broken(part as GridPart, extents(20, 20, 900, 20))
    expect(pieces.map(({ tall, rows }) => [tall, rows.length])).toEqual([
      [false, 2],
      [true, 1],
      [false, 1],
    ])
  })

  it('leaves rows that nothing joins to the page', () => {
    const part = layoutGrid(rows({ repeat: 't', cells: [{ column: 'c' }] }), 1, records(50))[0]
    const pieces = broken(part as GridPart, extents(...new Array<number>(50).fill(100)))
    expect(pieces.map(({ whole, rows }) => [whole, rows.length])).toEqual([[false, 50]])
  })
})
