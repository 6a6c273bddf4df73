import { existsSync, mkdtempSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askInPage } from '../../electron/host/path-entry.ts'
import { type App, onElectron, openApp } from '../support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-path-'))
let app: App
beforeAll(async () => {
  app = await openApp({ page: join(import.meta.dirname, '../fixtures/page') })
})
afterAll(() => app.close())

const sheet = () => app.page.getByRole('dialog')
const path = () => sheet().getByLabel('完整路径')
const confirm = () => sheet().getByRole('button', { name: '确定' }).click()

test.skipIf(onElectron)('without a system dialog, a folder is typed and made', async () => {
  const answer = askInPage(app.page, 'folder', '选择保险库文件夹')
  await sheet().getByText('选择保险库文件夹').waitFor()
  expect(await path().inputValue()).toBe(homedir())
  await path().fill('保险库')
  await confirm()
  await sheet().getByRole('alert').getByText('请输入完整路径').waitFor()
  await path().fill(join(folder, '保险库'))
  await confirm()
  expect(await answer).toBe(join(folder, '保险库'))
  expect(existsSync(join(folder, '保险库'))).toBe(true)
  expect(await sheet().count()).toBe(0)
})

test.skipIf(onElectron)('a place to save must lie in a folder that is there', async () => {
  const answer = askInPage(app.page, 'save', '保存提交包', '提交包.zip')
  await sheet().waitFor()
  expect(await path().inputValue()).toBe(join(homedir(), '提交包.zip'))
  await path().fill(join(folder, '没有', '提交包.zip'))
  await confirm()
  await sheet().getByText('文件夹不存在').waitFor()
  await path().fill(join(folder, '提交包.zip'))
  await path().press('Enter')
  expect(await answer).toBe(join(folder, '提交包.zip'))
})

test.skipIf(onElectron)('cancelling gives null', async () => {
  const answer = askInPage(app.page, 'folder', '选择')
  await sheet().waitFor()
  await app.page.keyboard.press('Escape')
  expect(await answer).toBeNull()
  const again = askInPage(app.page, 'folder', '选择')
  await sheet().getByRole('button', { name: '取消' }).click()
  expect(await again).toBeNull()
})
