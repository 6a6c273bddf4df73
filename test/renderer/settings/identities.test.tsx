// @vitest-environment jsdom
/** Identities in the settings: rotated, taken out and brought in, a damaged one set aside. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { IdentitiesPanel } from '../../../renderer/pages/settings/identities/identities-panel.tsx'
import { tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

const holder = { name: '江苏示例有限公司', creditCode: '91320506MA1EXAMP17' }
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const inDialog = () => within(screen.getByRole('dialog'))

test('rotated, taken out under a password, brought in elsewhere', async () => {
  const desk = await openDeskWithVault()
  await desk.wire.ask('identity.create', holder)
  show(desk, <IdentitiesPanel />)
  await screen.findByText('默认签名')
  press('更换')
  fireEvent.click(inDialog().getByRole('button', { name: '更换' }))
  await screen.findByText('已被接替')
  fireEvent.click(screen.getAllByRole('button', { name: '导出' })[0] as HTMLElement)
  const dialog = inDialog()
  const [first, again] = [dialog.getByLabelText('设一个密码'), dialog.getByLabelText('再输一遍')]
  fireEvent.change(first, { target: { value: '口令口令口令口令' } })
  expect(dialog.getByRole('button', { name: '导出' })).toHaveProperty('disabled', true)
  fireEvent.change(again, { target: { value: '口令口令口令口令' } })
  const file = join(tempFolder(), '身份.pfx')
  desk.picks.push(file)
  fireEvent.click(dialog.getByRole('button', { name: '导出' }))
  await waitFor(() => expect(existsSync(file)).toBe(true))
  const other = await openDeskWithVault()
  const list = await other.wire.ask('identity.import', {
    file: other.grant(file),
    password: '口令口令口令口令',
  })
  expect(list).toMatchObject([{ ...holder, isDefault: false }])
})

test('a wrong password is said in the dialog; a damaged key is named and set aside', async () => {
  const desk = await openDeskWithVault()
  const [identity] = await desk.wire.ask('identity.create', holder)
  const fingerprint = identity?.fingerprint ?? ''
  const file = join(tempFolder(), 'x.pfx')
  await desk.wire.ask('identity.export', {
    fingerprint,
    to: desk.grant(file),
    password: 'right-one',
  })
  const { open } = await desk.wire.ask('vault.state', {})
  writeFileSync(join(open?.folder ?? '', 'keys', `${fingerprint}.json`), 'rotten')
  show(desk, <IdentitiesPanel />)
  await screen.findByText(/签名身份文件已损坏/)
  press('移开')
  await waitFor(() => expect(screen.queryByText(/签名身份文件已损坏/)).toBeNull())
  press('导入证书文件')
  desk.picks.push(file)
  fireEvent.click(inDialog().getByRole('button', { name: '选择证书文件' }))
  await inDialog().findByText('x.pfx')
  const password = inDialog().getByLabelText('证书文件的密码')
  fireEvent.change(password, { target: { value: 'wrong' } })
  fireEvent.click(inDialog().getByRole('button', { name: '导入' }))
  await inDialog().findByText(/密码不正确/)
  fireEvent.change(password, { target: { value: 'right-one' } })
  fireEvent.click(inDialog().getByRole('button', { name: '导入' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await screen.findByText(holder.name)
})
