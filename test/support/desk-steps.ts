/** Steps that many walks through the page begin with. */
import type { Page } from 'playwright-core'
import type { App } from './app.ts'

/** Goes to a screen and waits for it: a page's code arrives when it is first needed. */
export async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

export const step = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(name) })

export const saved = (page: Page) => page.getByText('已保存').first().waitFor()

export async function newVault({ page, answers }: App, folder: string): Promise<void> {
  answers.folder.push(folder)
  await page.getByText('新建保险库').first().click()
  await page.getByLabel('保险库名称').fill('端到端测试库')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
}

/** A vault with the example enterprise in it, on its 工作台. */
export async function exampleVault({ page, answers }: App, folder: string): Promise<void> {
  answers.folder.push(folder)
  await page.getByText('载入示例企业').first().click()
  await page.getByLabel('保险库名称').fill('示例库')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('heading', { name: '进行中的申报' }).waitFor()
}

/** 开始申报 from the library, to the first step. */
export async function begin(page: Page, title: string): Promise<void> {
  await go(page, '政策库')
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('button', { name: '开始申报' }).first().click()
  const dialog = page.getByRole('dialog', { name: title })
  const track = dialog.getByRole('combobox', { name: /类别|方向/ })
  await dialog.waitFor()
  if (await track.isVisible()) {
    await track.click()
    await page.getByRole('option').first().click()
  }
  await dialog.getByRole('button', { name: '新建申报' }).click()
  await step(page, '申报条件').waitFor()
}

/** The id of the application on screen. */
export const applicationId = (page: Page): string =>
  /applications\/([0-9a-f]+)/.exec(page.url())?.[1] ?? ''
