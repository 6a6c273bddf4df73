/** With the letters at 150 % nothing lies over anything else, and nothing is squeezed into a strip. */
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openApp } from '../support/app.ts'
import { exampleVault, go } from '../support/desk-steps.ts'
import { tempFolder } from '../support/house.ts'

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not visible')
  return { ...box, right: box.x + box.width }
}

test('desk, fields and list of applications at 150 %', async () => {
  const app = await openApp()
  const { page } = app
  try {
    await page.setViewportSize({ width: 1366, height: 768 })
    await exampleVault(app, join(tempFolder(), 'vault'))
    await go(page, '设置')
    await page.getByText('150%', { exact: true }).click()

    await go(page, '工作台')
    const card = page
      .locator('main')
      .getByRole('link', { name: /特色产业基地/ })
      .first()
    await card.waitFor()
    const panel = page.getByRole('region', { name: '进行中的申报' })
    expect((await boxOf(card)).right).toBeLessThanOrEqual((await boxOf(panel)).right)

    await go(page, '政策库')
    await page.getByRole('combobox', { name: '级别' }).waitFor()
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll('.MuiFormControl-root')].flatMap((field) => {
        const label = field.querySelector('.MuiInputLabel-shrink')
        const value = field.querySelector('input, [role=combobox]')
        if (!label || !value) return []
        const top = value.getBoundingClientRect().top
        const room = Number.parseFloat(getComputedStyle(value).paddingTop)
        return label.getBoundingClientRect().bottom > top + room ? [label.textContent] : []
      }),
    )
    expect(covered).toEqual([])

    await go(page, '申报')
    const title = page.getByRole('heading', { name: /特色产业基地/ })
    await title.waitFor()
    expect((await boxOf(title)).width).toBeGreaterThan(300)
  } finally {
    await app.close()
  }
})
