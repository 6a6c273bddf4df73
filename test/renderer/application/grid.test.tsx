// @vitest-environment jsdom
/** The official tables of 附件2 as drawn: spans, repeating rows, keys, paste. */
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApplication, part, type } from './open-application.tsx'

const gridNamed = async (title: RegExp) => screen.findByRole('table', { name: title })
const rowsIn = (grid: HTMLElement, table: string) =>
  new Set(
    [...grid.querySelectorAll<HTMLElement>(`td[data-place="${table}"]`)].map(
      ({ dataset }) => dataset.row,
    ),
  ).size
const cell = (grid: HTMLElement, table: string, row: number, column: string) =>
  grid.querySelector<HTMLElement>(
    `td[data-place="${table}"][data-row="${row}"][data-column="${column}"] :is(textarea, input)`,
  ) as HTMLElement

test('every row of a drawn table fills the width that its columns give it', async () => {
  await openApplication({ step: 'form' })
  await part(/^一、/)
  for (const grid of await screen.findAllByRole('table')) {
    const columns = grid.querySelectorAll('col').length
    const heights: number[] = Array.from({ length: columns }, () => 0)
    for (const row of grid.querySelectorAll('tr')) {
      const own = [...row.querySelectorAll<HTMLTableCellElement>('td, th')]
      const carried = heights.filter((left) => left > 0).length
      const spans = own.reduce((sum, { colSpan }) => sum + colSpan, 0)
      expect(spans + carried, grid.dataset.grid).toBe(columns)
      let at = 0
      for (const { colSpan, rowSpan } of own) {
        while ((heights[at] ?? 0) > 0) at += 1
        for (let n = 0; n < colSpan; n++) heights[at + n] = rowSpan
        at += colSpan
      }
      for (const n of heights.keys()) heights[n] = Math.max(0, (heights[n] ?? 0) - 1)
    }
    expect(heights.every((left) => left === 0)).toBe(true)
  }
})

test('a repeating table starts with one row to type into, and grows by its button', async () => {
  const { kept } = await openApplication({ step: 'form' })
  await part(/^一、/)
  const grid = await gridNamed(/基础情况/)
  expect(rowsIn(grid, 'honours')).toBe(1)
  type(cell(grid, 'honours', 0, 'name'), '省级两化融合示范区')
  await waitFor(async () =>
    expect((await kept()).answers.honours).toEqual([{ name: '省级两化融合示范区' }]),
  )
  fireEvent.click(within(grid).getByRole('button', { name: /末尾添加一行/ }))
  await waitFor(() => expect(rowsIn(grid, 'honours')).toBe(2))
})

test('a figure is chosen whole when it is entered, separators gone: what is typed takes its place', async () => {
  await openApplication({ step: 'form', answers: { 'area-output': '12345.6' } })
  await part(/^一、/)
  const figure = (await screen.findByRole('textbox', {
    name: /^区域工业产值/,
  })) as HTMLInputElement
  await waitFor(() => expect(figure.value).toBe('12,345.6'))
  act(() => figure.focus())
  expect(figure.value).toBe('12345.6')
  expect(figure.value.slice(figure.selectionStart ?? 0, figure.selectionEnd ?? 0)).toBe('12345.6')
})

test('rows move and go, and the others keep what they hold', async () => {
  const honours = ['甲', '乙', '丙'].map((name) => ({ name }))
  const { kept } = await openApplication({ step: 'form', answers: { honours } })
  await part(/^一、/)
  const grid = await gridNamed(/基础情况/)
  const act = async (row: number, item: string) => {
    fireEvent.click(within(grid).getByRole('button', { name: new RegExp(`第 ${row} 行的操作`) }))
    fireEvent.click(await screen.findByRole('menuitem', { name: item }))
  }
  const names = async () =>
    ((await kept()).answers.honours as { name?: string }[]).map(({ name }) => name)
  await act(3, '上移')
  await waitFor(async () => expect(await names()).toEqual(['甲', '丙', '乙']))
  await act(1, '删除本行')
  await waitFor(async () => expect(await names()).toEqual(['丙', '乙']))
})

test('Enter goes down the column, and a block from Excel fills rows and columns from there', async () => {
  const { kept, fills } = await openApplication({
    step: 'form',
    answers: { honours: [{ name: '甲' }, { name: '乙' }] },
  })
  await part(/^一、/)
  const grid = await gridNamed(/基础情况/)
  const first = cell(grid, 'honours', 0, 'name')
  first.focus()
  fireEvent.keyDown(first, { key: 'Enter' })
  expect(document.activeElement).toBe(cell(grid, 'honours', 1, 'name'))

  const second = cell(grid, 'honours', 1, 'name')
  const paste = createEvent.paste(second, {
    clipboardData: { getData: () => '国家级示范区\t2021年5月\r\n"省级\n示范区"\t2020.11\r\n' },
  })
  fireEvent(second, paste)
  await waitFor(async () =>
    expect((await kept()).answers.honours).toEqual([
      { name: '甲' },
      { name: '国家级示范区', date: '2021-05' },
      { name: '省级\n示范区', date: '2020-11' },
    ]),
  )
  expect(fills()).toHaveLength(1)
})

test('a cell says in a word that it is missing; where it is, is seen', async () => {
  await openApplication({
    programme: { id: 'js-cloud-demonstration', edition: '2020', track: null },
    step: 'form',
    answers: { projects: [{ region: '常州市' }] },
  })
  await part(/推进项目汇总表/)
  expect((await screen.findAllByText('必填，尚未填写')).length).toBeGreaterThan(3)
  expect(screen.queryByText(/第1行/)).toBeNull()
})
