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
