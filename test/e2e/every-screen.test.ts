import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../support/app.ts'
import { tempFolder } from '../support/house.ts'

test('every screen and every programme opens and is left again without an error', async () => {
  const app = await openApp()
  const { page, answers } = app
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const go = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
  }
  try {
    answers.folder.push(join(tempFolder(), 'vault'))
    await page.getByText('载入示例企业').first().click()
    await page.getByLabel('保险库名称').fill('示例库')
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await page.getByRole('button', { name: '建立' }).click()
    await page.getByText('进行中的申报').waitFor()
    for (const screen of ['企业档案', '政策库', '资料库', '申报', '设置', '工作台', '政策库']) {
      await go(screen)
    }
    const programmes = page.getByRole('table').getByRole('link')
    await programmes.first().waitFor()
    const count = await programmes.count()
    expect(count).toBeGreaterThan(40)
    for (let at = 0; at < count; at += 1) {
      await programmes.nth(at).click()
      await page.getByRole('button', { name: '开始申报' }).waitFor()
      await go('政策库')
    }
    expect(errors).toEqual([])
  } finally {
    await app.close()
  }
}, 300_000)
