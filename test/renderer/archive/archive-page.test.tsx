// @vitest-environment jsdom
/** The archive's facets, its search as one types, and what is done to many at once. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ImportsProvider } from '../../../renderer/app/imports.tsx'
import { ArchivePage } from '../../../renderer/pages/archive/archive-page.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

const names = ['2022年度审计报告.pdf', '2021年度审计报告.pdf', '高新技术企业证书.pdf', '合同.pdf']

async function open() {
  const desk = await openDeskWithVault(() => new Date('2024-03-01T02:00:00Z'))
  const dir = tempFolder()
  const files = names.map((name) => desk.grant(file(dir, name, `%PDF-1.4 ${name}`)))
  await desk.wire.ask('material.import', { files })
  show(
    desk,
    <ImportsProvider>
      <ArchivePage />
    </ImportsProvider>,
    '/archive',
  )
  await screen.findByText('合同.pdf')
  const facets = screen.getByRole('navigation', { name: '筛选' })
  const facet = (name: RegExp) => within(facets).findByRole('button', { name })
  const shown = () => names.filter((name) => screen.queryByText(name) !== null)
  const tick = (name: string) => {
    const row = screen.getByText(name).closest('[role="row"]') as HTMLElement
    fireEvent.click(within(row).getByRole('checkbox'))
  }
  const kinds = async () =>
    (await desk.wire.ask('material.facets', {})).kinds as Readonly<Record<string, number>>
  return { desk, facet, shown, tick, kinds }
}

test('facets count what choosing them would show, narrow the list, and are taken back', async () => {
  const { facet, shown } = await open()
  expect(await facet(/^年度审计报告 ?2$/)).toBeTruthy()
  expect(await facet(/^待核对 ?4$/)).toBeTruthy()
  fireEvent.click(await facet(/^年度审计报告 ?2$/))
  await waitFor(() => expect(shown()).toEqual(names.slice(0, 2)))
  fireEvent.click(await facet(/^2021 ?1$/))
  await waitFor(() => expect(shown()).toEqual(['2021年度审计报告.pdf']))
  // The other kinds still say how many they would show.
  expect(await facet(/^年度审计报告 ?1$/)).toBeTruthy()
  fireEvent.click(await facet(/^2021 ?1$/))
  fireEvent.click(await facet(/^全部材料/))
  await waitFor(() => expect(shown()).toEqual(names))
})

test('the list follows what is typed: a part of a name, or initials', async () => {
  const { shown } = await open()
  const box = screen.getByRole('searchbox')
  fireEvent.change(box, { target: { value: '新技' } })
  await waitFor(() => expect(shown()).toEqual(['高新技术企业证书.pdf']))
  fireEvent.change(box, { target: { value: 'sjbg' } })
  await waitFor(() => expect(shown()).toEqual(names.slice(0, 2)))
  fireEvent.change(box, { target: { value: '没有这种东西' } })
  expect(await screen.findByText('没有符合条件的材料')).toBeTruthy()
})

test('the chosen are given a kind together, and undo gives each its own back', async () => {
  const { tick, kinds } = await open()
  tick('合同.pdf')
  tick('2021年度审计报告.pdf')
  const bar = await screen.findByRole('toolbar', { name: '批量操作' })
  expect(within(bar).getByText('已选 2 份')).toBeTruthy()
  fireEvent.click(within(bar).getByRole('button', { name: '设为类型' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: '发票' }))
  expect(await screen.findByText('已修改 2 份材料。')).toBeTruthy()
  expect(await kinds()).toEqual({ 'audit-report': 1, certificate: 1, invoice: 2 })
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(await screen.findByText('已撤销。')).toBeTruthy()
  expect(await kinds()).toEqual({ 'audit-report': 2, certificate: 1, contract: 1 })
})

test('beyond the page that is shown, all that the question finds can be chosen', async () => {
  const { facet, tick } = await open()
  fireEvent.click(await facet(/^年度审计报告 ?2$/))
  await waitFor(() => expect(screen.queryByText('合同.pdf')).toBeNull())
  tick('2022年度审计报告.pdf')
  fireEvent.click(await screen.findByRole('button', { name: '选择找到的全部 2 份' }))
  expect(await screen.findByText('已选 2 份')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: /选择找到的全部/ })).toBeNull())
})

test('the chosen go to the bin and come back', async () => {
  const { tick, shown, facet } = await open()
  tick('合同.pdf')
  fireEvent.click(await screen.findByRole('button', { name: '移入回收站' }))
  expect(await screen.findByText('已将 1 份材料移入回收站。')).toBeTruthy()
  await waitFor(() => expect(shown()).not.toContain('合同.pdf'))
  expect(screen.queryByRole('toolbar')).toBeNull()
  fireEvent.click(await facet(/^回收站 ?1$/))
  await waitFor(() => expect(shown()).toEqual(['合同.pdf']))
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(shown()).toEqual([]))
})

test('the chosen are exported into a folder, with a list of them', async () => {
  const { desk, tick } = await open()
  const place = tempFolder()
  desk.picks.push(place)
  tick('合同.pdf')
  fireEvent.click(await screen.findByRole('button', { name: '导出文件' }))
  expect(await screen.findByText(/^已导出 1 份材料和《材料清单\.xlsx》到：/)).toBeTruthy()
  const [folder = ''] = readdirSync(place)
  expect(folder).toBe('材料导出_20240301')
  expect(readdirSync(join(place, folder)).toSorted()).toEqual(['合同.pdf', '材料清单.xlsx'])
})

test('the chosen are tagged and filed together; undo takes it back from each', async () => {
  const { desk, tick, facet } = await open()
  tick('合同.pdf')
  tick('2021年度审计报告.pdf')
  fireEvent.click(await screen.findByRole('button', { name: '批量修改…' }))
  const dialog = await screen.findByRole('dialog')
  const change = within(dialog).getByRole('button', { name: '修改' }) as HTMLButtonElement
  expect(change.disabled).toBe(true)
  const tags = within(dialog).getByLabelText('添加标签')
  fireEvent.change(tags, { target: { value: '技改' } })
  fireEvent.keyDown(tags, { key: 'Enter' })
  fireEvent.change(within(dialog).getByLabelText('原件存放（柜号）'), {
    target: { value: '3号柜' },
  })
  fireEvent.click(change)
  expect(await screen.findByText('已修改 2 份材料。')).toBeTruthy()
  expect(await facet(/^技改 ?2$/)).toBeTruthy()
  expect(await facet(/^3号柜 ?2$/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(await screen.findByText('已撤销。')).toBeTruthy()
  expect(await desk.wire.ask('material.facets', {})).toMatchObject({ tags: {}, cabinets: {} })
})

test('validity is judged on another day, and a filter is kept under a name with its count', async () => {
  const { desk, facet, shown } = await open()
  const { materials } = await desk.wire.ask('material.list', { text: '高新' })
  const span = { validFrom: '2020-01-01', validTo: '2024-03-20' }
  await desk.wire.ask('material.describe', { sha256: materials[0]?.sha256 ?? '', ...span })
  const day = screen.getByLabelText('有效期判断日期')
  fireEvent.focus(day)
  fireEvent.change(day, { target: { value: '2024-03-21' } })
  fireEvent.blur(day)
  expect(await facet(/^已过期 ?1$/)).toBeTruthy()
  fireEvent.change(day, { target: { value: '2024-03-20' } })
  fireEvent.blur(day)
  fireEvent.click(await facet(/^该日有效/))
  await waitFor(() => expect(shown()).toEqual(['高新技术企业证书.pdf']))
  expect(await screen.findByText('即将到期，剩 0 天')).toBeTruthy()
  fireEvent.click(await facet(/^保存当前筛选/))
  fireEvent.change(await screen.findByLabelText('视图名称'), { target: { value: '三月有效' } })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await facet(/^三月有效 ?1$/)).toBeTruthy()
  fireEvent.click(await facet(/^全部材料/))
  await waitFor(() => expect(shown()).toEqual(names))
  fireEvent.click(await facet(/^三月有效/))
  await waitFor(() => expect(shown()).toEqual(['高新技术企业证书.pdf']))
})
