/** A table of the form that grows long: it keeps the place and the focus, and each row is one click away. */
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../support/app.ts'
import { exampleVault, go, saved, step } from '../support/desk-steps.ts'
import { openPart } from '../support/form-page.ts'
import { keptFolder } from '../support/house.ts'

const folder = keptFolder()
let app: App

beforeAll(async () => {
  app = await openApp()
  const { page } = app
  await exampleVault(app, join(folder, 'vault'))
  await go(page, '申报')
  await page
    .getByRole('link', { name: /特色产业基地/ })
    .first()
    .click()
  await step(page, '申报书').click()
  await openPart(page, '一、')
})
afterAll(() => app.close())

const cell = (row: number, column = 'name') =>
  app.page.locator(
    `td[data-place="suppliers"][data-row="${row}"][data-column="${column}"] :is(textarea, input)`,
  )
const focused = () =>
  app.page.evaluate(() => {
    const at = document.activeElement?.closest('td')?.dataset
    return at?.row === undefined ? null : `${at.place} ${at.row} ${at.column}`
  })
const paste = (control: Locator, lines: readonly string[]) =>
  control.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const init = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', init))
  }, lines.join('\n'))
const names = (count: number) =>
  Array.from({ length: count }, (_, at) => `江苏示例工业软件第${at + 1}有限公司`)
const drawn = () => app.page.locator('tr[data-index]').count()
const top = async (control: Locator) => (await control.boundingBox())?.y ?? 0

test('rows pasted and rows added leave the clerk where the clerk was', async () => {
  const { page } = app
  await cell(2).click()
  await paste(cell(2), names(118))
  await saved(page)
  expect(await drawn()).toBe(0)
  // The row that makes it long.
  await cell(119).click()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('suppliers 120 name')
  await page.keyboard.type('江苏示例工业软件第一百一十九有限公司')
  await page.keyboard.press('Tab')
  await saved(page)
  expect(await drawn()).toBeLessThan(60)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(focused).toMatch(/^suppliers 119 /)
  await page.keyboard.press('Control+z')
  await expect.poll(focused).toBe('suppliers 2 name')

  const before = await top(cell(3))
  await cell(3).click()
  await paste(cell(3), names(1900))
  await expect.poll(drawn).toBeGreaterThan(0)
  await expect.poll(focused).toBe('suppliers 3 name')
  expect(Math.abs((await top(cell(3))) - before)).toBeLessThan(60)
  await saved(page)
})

test('a finding deep in a long table leads to its very cell', async () => {
  const { page } = app
  await cell(3).evaluate((element) => {
    let around = element.parentElement
    while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY))
      around = around.parentElement
    if (around) around.scrollTop = around.scrollHeight * 0.7
  })
  const shown = page.locator('tr[data-index]')
  await expect
    .poll(async () => Number(await shown.first().getAttribute('data-index')))
    .toBeGreaterThan(1000)
  const row = Number(await shown.nth(8).getAttribute('data-index'))
  await cell(row, 'revenue').fill('很多')
  await cell(row, 'revenue').blur()
  await saved(page)
  await openPart(page, '二、')
  await openPart(page, '一、')
  await page.getByRole('button', { name: /^\d+ 项须处理$/ }).click()
  await page
    .getByRole('complementary', { name: '检查结果' })
    .getByText(/应填写数字，现为“很多”/)
    .click()
  await expect.poll(focused).toBe(`suppliers ${row} revenue`)
  expect(await cell(row, 'revenue').inputValue()).toBe('很多')
})
