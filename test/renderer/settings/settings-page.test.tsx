// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SettingsPage } from '../../../renderer/pages/settings/settings-page.tsx'
import { openDeskWithVault, show } from '../../support/page.tsx'

test('the vault says where it is, how big, and what having no password means', async () => {
  show(await openDeskWithVault(), <SettingsPage />)
  const panel = await screen.findByRole('region', { name: '保险库' })
  expect(within(panel).getByText(/shenbaoxia-/)).toBeTruthy()
  expect(within(panel).getByText('0 份材料，共 0 B')).toBeTruthy()
  expect(within(panel).getByText(/^未设密码/)).toBeTruthy()
})

test('a signing identity is made with the enterprise’s name and shown by its fingerprint', async () => {
  const desk = await openDeskWithVault()
  await desk.wire.ask('enterprise.fill', {
    base: 0,
    facts: { name: '江苏云樾', creditCode: '91320400EXAMPLE11R' },
  })
  show(desk, <SettingsPage />)
  expect(await screen.findByText('还没有签名身份')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '新建签名身份' }))
  const name = (await screen.findByLabelText('单位名称')) as HTMLInputElement
  expect(name.value).toBe('江苏云樾')
  fireEvent.click(screen.getByRole('button', { name: '生成' }))
  const panel = await screen.findByRole('region', { name: '签名身份' })
  await within(panel).findByText('91320400EXAMPLE11R')
  const [identity] = await desk.wire.ask('identity.list', {})
  const spaced = identity?.fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') ?? 'none'
  expect(within(panel).getByText(spaced)).toBeTruthy()
})

test('language, density and zoom take hold at once and are kept', async () => {
  show(await openDeskWithVault(), <SettingsPage />)
  fireEvent.click(await screen.findByRole('button', { name: '125%' }))
  fireEvent.click(screen.getByRole('button', { name: '深色' }))
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(await screen.findByRole('region', { name: 'Vault' })).toBeTruthy()
  await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  expect(JSON.parse(localStorage.getItem('preferences') ?? '{}')).toMatchObject({
    language: 'en',
    theme: 'dark',
    zoom: 125,
  })
})

test('about names the version, the host and that nothing leaves', async () => {
  show(await openDeskWithVault(), <SettingsPage />)
  expect(await screen.findByText('申报匣 0.1.0')).toBeTruthy()
  expect(await screen.findByText(/浏览器模式/)).toBeTruthy()
  expect(screen.getByText(/不连接网络/)).toBeTruthy()
})
