// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { Frame } from '../../../renderer/app/frame.tsx'
import { savePreferences } from '../../../renderer/app/preferences.ts'
import { tempFolder } from '../../support/house.ts'
import { openDesk, openDeskWithVault, show } from '../../support/page.tsx'

beforeEach(() => {
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as never
})

const button = (name: string) => screen.getByRole('button', { name })

test('the first run offers a new vault, an old one and the example', async () => {
  show(openDesk(), <Frame />)
  expect(await screen.findByText('新建保险库')).toBeTruthy()
  expect(screen.getByText('打开已有保险库')).toBeTruthy()
  expect(screen.getByText('载入示例企业')).toBeTruthy()
  expect(screen.queryByText('最近打开')).toBeNull()
})

test('a new vault needs a name and a folder, and says which is lacking', async () => {
  const desk = openDesk()
  show(desk, <Frame />)
  fireEvent.click(await screen.findByText('新建保险库'))
  expect(screen.getByText('请先填写名称。')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('保险库名称'), { target: { value: '云樾精密' } })
  expect(screen.getByText('请先选择文件夹。')).toBeTruthy()
  desk.picks.push(tempFolder())
  fireEvent.click(button('选择文件夹'))
  await waitFor(() => expect(screen.queryByText('请先选择文件夹。')).toBeNull())
  fireEvent.click(button('建立'))
  expect(await screen.findByRole('navigation', { name: '主导航' })).toBeTruthy()
  expect(button('云樾精密')).toBeTruthy()
})

test('a vault that was closed is offered again under 最近打开', async () => {
  const desk = await openDeskWithVault()
  show(desk, <Frame />)
  fireEvent.click(await screen.findByRole('button', { name: '测试保险库' }))
  fireEvent.click(screen.getByRole('menuitem', { name: '关闭并切换保险库' }))
  const recent = await screen.findByRole('region', { name: '最近打开' })
  fireEvent.click(within(recent).getByText('测试保险库'))
  expect(await screen.findByRole('navigation', { name: '主导航' })).toBeTruthy()
})

test('a folder that is no vault is refused in words', async () => {
  const desk = openDesk()
  show(desk, <Frame />)
  desk.picks.push(tempFolder())
  fireEvent.click(await screen.findByText('打开已有保险库'))
  expect(await screen.findByText(/这里没有保险库/)).toBeTruthy()
})

test('the rail leads to the screens that exist, and to no others', async () => {
  show(await openDeskWithVault(), <Frame />)
  const rail = await screen.findByRole('navigation', { name: '主导航' })
  expect(
    within(rail)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['工作台', '企业档案', '资料库', '政策库', '申报', '储备库', '审核', '设置'])
  fireEvent.click(button('收起导航'))
  expect(within(rail).getByRole('link', { name: '资料库' })).toBeTruthy()
})

test('Ctrl+K finds screens, programmes and materials, and Enter goes there', async () => {
  const desk = await openDeskWithVault()
  const { router } = show(desk, <Frame />)
  await screen.findByRole('navigation', { name: '主导航' })
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  const box = await screen.findByRole('combobox', { name: '搜索或跳转' })
  fireEvent.change(box, { target: { value: '标杆' } })
  await screen.findByRole('option', { name: /工业互联网标杆工厂/ })
  fireEvent.change(box, { target: { value: '设' } })
  await screen.findByRole('option', { name: /^设置/ })
  fireEvent.keyDown(box, { key: 'Enter' })
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
})

test('F1 explains the screen, Ctrl+S says that all is saved', async () => {
  show(await openDeskWithVault(), <Frame />, '/archive')
  await screen.findByRole('navigation', { name: '主导航' })
  fireEvent.keyDown(window, { key: 'F1' })
  expect(await screen.findByText('资料库：本页帮助')).toBeTruthy()
  fireEvent.click(button('关闭'))
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  expect(await screen.findByText(/已自动保存/)).toBeTruthy()
})

test('the kept language is the one that is shown', async () => {
  savePreferences(localStorage, {
    language: 'en',
    theme: 'dark',
    density: 'compact',
    zoom: 110,
    narrowRail: false,
  })
  show(openDesk(), <Frame />)
  expect(await screen.findByText('New vault')).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
})
