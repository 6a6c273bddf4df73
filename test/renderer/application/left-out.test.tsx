// @vitest-environment jsdom
/** A folder let go on a slot that holds more than papers. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { factory } from './open-application.tsx'
import { openWholePage } from './whole-page.tsx'

test('what was not put in is named with its reason, and the rest is there', async () => {
  const desk = await openDeskWithVault()
  const { id } = await desk.wire.ask('application.create', factory)
  const dir = tempFolder()
  file(dir, '发票1.pdf', '%PDF-1.4 一')
  file(dir, '空白.pdf', '')
  file(dir, 'Thumbs.db', 'x')
  openWholePage(desk, `/applications/${id}/materials`)
  const [first] = await screen.findAllByRole('button', { name: '选择文件' })
  const slot = first?.closest('li') as HTMLElement
  desk.picks.push(dir)
  fireEvent.click(first as HTMLElement)
  const alert = await within(slot).findByRole('alert')
  expect(alert.textContent).toContain('已放入 1 份；下列 1 份没有放入：')
  expect(alert.textContent).toContain('文件“空白.pdf”是空的（0 字节），没有导入。')
  expect(alert.textContent).toContain('略过系统文件 1 个：Thumbs.db')
  expect(await within(slot).findByText('发票1.pdf')).toBeTruthy()
  fireEvent.click(within(alert).getByRole('button', { name: '关闭' }))
  await waitFor(() => expect(within(slot).queryByRole('alert')).toBeNull())
})
