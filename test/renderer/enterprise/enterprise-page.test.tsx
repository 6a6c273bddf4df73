// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { EnterprisePage } from '../../../renderer/pages/enterprise/enterprise-page.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show, type TestDesk } from '../../support/page.tsx'

const enter = (field: HTMLElement, value: string) => {
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}
const kept = async ({ wire }: TestDesk) => wire.ask('enterprise.open', {})

async function openPage() {
  const desk = await openDeskWithVault(() => new Date('2023-02-10T03:00:00Z'))
  show(desk, <EnterprisePage />)
  await screen.findByLabelText('单位全称')
  return desk
}

test('leaving a field saves it; undo takes it back', async () => {
  const desk = await openPage()
  const undo = screen.getByRole('button', { name: '撤销' }) as HTMLButtonElement
  expect(undo.disabled).toBe(true)
  enter(screen.getByLabelText('单位全称'), '江苏云樾精密制造有限公司')
  await waitFor(async () => expect((await kept(desk)).facts.name).toBe('江苏云樾精密制造有限公司'))
  await screen.findByText('已保存')
  await waitFor(() => expect(undo.disabled).toBe(false))
  fireEvent.click(undo)
  await waitFor(async () => expect((await kept(desk)).facts.name).toBeUndefined())
  const field = screen.getByLabelText('单位全称') as HTMLInputElement
  await waitFor(() => expect(field.value).toBe(''))
})

test('a date is kept as a date, a wrong one says so and is not kept', async () => {
  const desk = await openPage()
  const day = screen.getByLabelText('注册（成立）日期') as HTMLInputElement
  enter(day, '2012年6月18日')
  await waitFor(async () => expect((await kept(desk)).facts.registeredOn).toBe('2012-06-18'))
  expect(day.value).toBe('2012-06-18')
  enter(day, '去年')
  expect(await screen.findByText(/请填写真实日期/)).toBeTruthy()
  expect((await kept(desk)).facts.registeredOn).toBe('2012-06-18')
})

test('a credit code that fails its check is kept and marked', async () => {
  const desk = await openPage()
  enter(screen.getByLabelText('统一社会信用代码'), '913204000000000000')
  expect(await screen.findByText(/未通过 18 位校验/)).toBeTruthy()
  await waitFor(async () => expect((await kept(desk)).facts.creditCode).toBe('913204000000000000'))
})

test('a figure is chosen whole when it is entered, so that what is typed takes its place', async () => {
  await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '年度指标' }))
  const cell = screen.getByRole('textbox', {
    name: '2021年营业收入（万元）',
  }) as HTMLInputElement
  enter(cell, '1200.5')
  await waitFor(() => expect(cell.value).toBe('1,200.5'))
  act(() => cell.focus())
  expect(cell.value.slice(cell.selectionStart ?? 0, cell.selectionEnd ?? 0)).toBe('1200.5')
})

test('a pasted block becomes one change, and one undo takes it back', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '年度指标' }))
  const cell = screen.getByRole('textbox', { name: '2021年营业收入（万元）' })
  fireEvent.focus(cell)
  fireEvent.paste(cell, { clipboardData: { getData: () => '1,200.5\t1300\n900\t说明' } })
  expect(await screen.findByText(/已粘贴 3 个数值。另有 1 个单元格/)).toBeTruthy()
  await waitFor(async () =>
    expect((await kept(desk)).indicators).toEqual([
      { code: 'main-revenue', year: 2021, value: '900' },
      { code: 'revenue', year: 2021, value: '1200.5' },
      { code: 'revenue', year: 2022, value: '1300' },
    ]),
  )
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect((await kept(desk)).indicators).toEqual([]))
})

test('Enter leads to the figure below and saves the one that was left', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '年度指标' }))
  const cell = screen.getByRole('textbox', { name: '2022年营业收入（万元）' }) as HTMLInputElement
  cell.focus()
  fireEvent.change(cell, { target: { value: '63,905.18' } })
  fireEvent.keyDown(cell, { key: 'Enter' })
  expect(document.activeElement).toBe(
    screen.getByRole('textbox', { name: '2022年主营业务收入（万元）' }),
  )
  await waitFor(async () =>
    expect((await kept(desk)).indicators).toEqual([
      { code: 'revenue', year: 2022, value: '63905.18' },
    ]),
  )
  expect(cell.value).toBe('63,905.18')
})

test('certificates of the archive stand under 资质荣誉 with level and validity', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '资质荣誉' }))
  expect(await screen.findByText('资料库里还没有证书')).toBeTruthy()
  cleanup()
  const path = file(tempFolder(), '贯标证书.pdf', '%PDF-1.4 z')
  const imported = { files: [desk.grant(path)], kind: 'certificate' }
  const { results } = await desk.wire.ask('material.import', imported)
  await desk.wire.ask('material.describe', {
    sha256: results[0]?.sha256 ?? '',
    facts: { title: '两化融合管理体系贯标证书', level: 'AAA' },
    validTo: '2023-03-01',
  })
  show(desk, <EnterprisePage />)
  fireEvent.click(await screen.findByRole('tab', { name: '资质荣誉' }))
  expect(await screen.findByRole('link', { name: '两化融合管理体系贯标证书' })).toBeTruthy()
  expect(screen.getByText('AAA')).toBeTruthy()
  expect(screen.getByText(/^即将到期，剩 \d+ 天$/)).toBeTruthy()
})

test('groups that matter to few stay folded until asked for, or until they hold a figure', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '年度指标' }))
  const area = screen.getByRole('button', { name: /^区域指标/ })
  expect(area.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(area)
  const cell = screen.getByRole('textbox', { name: '2022年区域工业产值（亿元）' })
  enter(cell, '320')
  await waitFor(async () => expect((await kept(desk)).indicators).toHaveLength(1))
  cleanup()
  show(desk, <EnterprisePage />)
  fireEvent.click(await screen.findByRole('tab', { name: '年度指标' }))
  expect(screen.getByRole('button', { name: /^区域指标/ }).getAttribute('aria-expanded')).toBe(
    'true',
  )
})

test('Enter that chooses a title from the list does not enter it yet', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '资质荣誉' }))
  fireEvent.click(await screen.findByRole('button', { name: '登记称号' }))
  const dialog = within(await screen.findByRole('dialog', { name: '登记称号' }))
  const title = dialog.getByRole('combobox', { name: /称号/ })
  fireEvent.change(title, { target: { value: '四星级上云' } })
  fireEvent.click(await screen.findByRole('option', { name: '江苏省四星级上云企业' }))
  fireEvent.change(dialog.getByLabelText(/发证日期/, { selector: 'input' }), {
    target: { value: '2022-11-20' },
  })
  fireEvent.keyDown(title, { key: 'ArrowDown' })
  await screen.findByRole('option', { name: '江苏省四星级上云企业' })
  fireEvent.keyDown(title, { key: 'Enter' })
  expect(dialog.getByDisplayValue('江苏省四星级上云企业')).toBeTruthy()
  expect(await desk.wire.ask('honour.list', {})).toEqual([])
  // Once it is chosen, Enter enters it, and only once however often it is pressed.
  const number = dialog.getByLabelText(/证书编号/)
  for (let press = 0; press < 3; press += 1) {
    fireEvent.keyDown(number, { key: 'Enter' })
    await act(async () => {})
  }
  await screen.findByRole('table', { name: '已登记的称号' })
  expect(await desk.wire.ask('honour.list', {})).toHaveLength(1)
})

test('a title is entered by hand, stands in the profile, and is taken back', async () => {
  const desk = await openPage()
  fireEvent.click(screen.getByRole('tab', { name: '资质荣誉' }))
  fireEvent.click(await screen.findByRole('button', { name: '登记称号' }))
  const dialog = within(await screen.findByRole('dialog', { name: '登记称号' }))
  const keep = dialog.getByRole('button', { name: '登记' }) as HTMLButtonElement
  expect(keep.disabled).toBe(true)
  const title = dialog.getByRole('combobox', { name: /称号/ })
  fireEvent.change(title, { target: { value: '四星级上云' } })
  fireEvent.click(await screen.findByRole('option', { name: '江苏省四星级上云企业' }))
  fireEvent.change(dialog.getByLabelText(/证书编号/), { target: { value: 'SX-2022-018' } })
  fireEvent.change(dialog.getByLabelText(/发证日期/, { selector: 'input' }), {
    target: { value: '2022-11-20' },
  })
  fireEvent.click(keep)
  const table = within(await screen.findByRole('table', { name: '已登记的称号' }))
  expect(table.getByText('江苏省四星级上云企业')).toBeTruthy()
  expect(await desk.wire.ask('honour.list', {})).toMatchObject([
    { code: 'js-cloud-four-star', number: 'SX-2022-018', issued: '2022-11-20', application: null },
  ])
  fireEvent.click(table.getByRole('button', { name: '移除' }))
  await waitFor(async () => expect(await desk.wire.ask('honour.list', {})).toEqual([]))
})
