// @vitest-environment jsdom
/** A vault that a newer program has upgraded can be looked at, and says why it cannot be changed. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { databaseFile } from '../../../electron/engine/vault/paths.ts'
import { Frame } from '../../../renderer/app/frame.tsx'
import { EnterprisePage } from '../../../renderer/pages/enterprise/enterprise-page.tsx'
import { tempFolder } from '../../support/house.ts'
import { openDesk, show } from '../../support/page.tsx'

async function openNewerVault() {
  const desk = openDesk()
  const folder = tempFolder()
  await desk.wire.ask('vault.create', { folder: desk.grant(folder), name: '新版保险库' })
  await desk.wire.ask('enterprise.fill', { base: 0, facts: { name: '江苏云樾' } })
  await desk.wire.ask('vault.close', {})
  const db = new Database(databaseFile(folder))
  db.pragma('user_version = 999')
  db.close()
  await desk.wire.ask('vault.open', { folder: desk.grant(folder) })
  return desk
}

test('a banner names the version that is asked for, and import is not offered', async () => {
  show(await openNewerVault(), <Frame />)
  expect(await screen.findByText(/此保险库由更新版本的程序/)).toBeTruthy()
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  const list = await screen.findByRole('listbox')
  expect(within(list).getByText('资料库')).toBeTruthy()
  expect(within(list).queryByText('导入材料')).toBeNull()
})

test('fields show what is there and take nothing in', async () => {
  show(await openNewerVault(), <EnterprisePage />)
  const name = (await screen.findByLabelText('单位全称')) as HTMLInputElement
  expect(name.value).toBe('江苏云樾')
  await waitFor(() => expect(name.disabled).toBe(true))
})
