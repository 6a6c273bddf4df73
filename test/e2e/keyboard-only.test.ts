/**
 * An application without a mouse: begun, filled, rows moved, undone, a paper linked, the check read.
 * Nothing here clicks; every control is reached by Tab and by the keys of the product.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../support/app.ts'
import { saved } from '../support/desk-steps.ts'
import { keptFolder, root } from '../support/house.ts'

const folder = keptFolder()
let app: App

beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

/** Tabs on (or back) until the focused control has this name. */
async function reach(page: Page, name: RegExp, most = 120, key = 'Tab'): Promise<void> {
  const named = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null
      if (!at || at === document.body) return ''
      const label = at.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : ''
      // What merely lies around something else is not what it says.
      const own = at.matches('button, a, [role=button], [role=tab]') ? at.textContent : ''
      const by = at.getAttribute('aria-labelledby')
      const labelled = by ? by.split(' ').map((id) => document.getElementById(id)?.textContent) : []
      return [at.getAttribute('aria-label'), label, ...labelled, own].join(' ').trim()
    })
  for (let n = 0; n < most; n += 1) {
    if (name.test(await named())) return
    await page.keyboard.press(key)
  }
  throw new Error(`${name} is not reached by ${key}`)
}

const press = async (page: Page, name: RegExp, key = 'Enter') => {
  await reach(page, name)
  await page.keyboard.press(key)
}
const focusedValue = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)

test('a programme applied for by keyboard alone', async () => {
  const { page, answers } = app
  answers.folder.push(join(folder, 'vault'))
  await page.getByText('新建保险库').first().waitFor()
  await press(page, /新建保险库/)
  await page.getByLabel('保险库名称').waitFor()
  await reach(page, /保险库名称/)
  await page.keyboard.insertText('键盘库')
  await press(page, /选择文件夹/)
  await press(page, /^.*建立/)
  await page.getByRole('heading', { name: '工作台' }).waitFor()

  // Ctrl+K leads anywhere.
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('上云上平台')
  const programme = page.getByRole('option', { name: /上云上平台示范企业/ }).first()
  await programme.waitFor()
  const chosen = () => programme.getAttribute('aria-selected')
  for (let n = 0; n < 20 && (await chosen()) !== 'true'; n += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '开始申报' }).first().waitFor()
  await press(page, /开始申报/)
  await page.getByRole('dialog').waitFor()
  await press(page, /新建申报/)
  await page.getByRole('tab', { name: /申报条件/ }).waitFor()

  // Ctrl+Enter goes to the next step.
  await page.keyboard.press('Control+Enter')
  await page.getByRole('navigation', { name: '申报书目录' }).waitFor()
  await reach(page, /填报单位/)
  await page.keyboard.insertText('腾讯公司')
  await reach(page, /推进项目汇总表/, 200, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await reach(page, /^地区/)
  for (const [region, company] of [
    ['常州', '甲企业'],
    ['无锡', '乙企业'],
  ]) {
    await page.keyboard.insertText(region ?? '')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(company ?? '')
    await page.keyboard.press('Tab')
    // A tick is set with the space bar, and arrows move on.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await reach(page, /^地区/, 10, 'Shift+Tab')
    // Down a row; behind the last one a new row begins.
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => focusedValue(page)).toBe('')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => focusedValue(page)).toBe('无锡')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => focusedValue(page)).toBe('无锡')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedValue(page)).toBe('常州')
  // Esc gives up what is typed; Ctrl+Z takes back what was kept, Ctrl+Y brings it again.
  await page.keyboard.insertText('不要')
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedValue(page)).toBe('常州')
  const first = page.locator('[data-place="projects"][data-row="0"][data-column="region"] textarea')
  await page.keyboard.press('Control+z')
  await expect.poll(() => first.inputValue()).toBe('常州')
  await page.keyboard.press('Control+y')
  await expect.poll(() => first.inputValue()).toBe('无锡')
  await saved(page)

  // A paper into its slot, chosen by keyboard.
  mkdirSync(join(folder, 'papers'))
  const paper = join(folder, 'papers', '电子文档.pdf')
  copyFileSync(join(root, 'assets/sample/files/undertaking.pdf'), paper)
  answers.files.push([paper])
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('button', { name: /选择文件/ })
    .first()
    .waitFor()
  await press(page, /^选择文件/)
  await page.getByRole('link', { name: '电子文档.pdf' }).first().waitFor()

  // What is still open, and from there to its place.
  await reach(page, /^\d+ 项须处理/, 200, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '检查结果' }).waitFor()
  await reach(page, /项目情况简介/, 200)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('td')?.dataset.column))
    .toBe('summary')
})
