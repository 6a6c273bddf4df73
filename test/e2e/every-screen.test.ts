import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../support/app.ts'
import { exampleVault, go } from '../support/desk-steps.ts'
import { tempFolder } from '../support/house.ts'

test('every screen and every programme opens and is left again without an error', async () => {
  const app = await openApp()
  const { page } = app
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  try {
    await exampleVault(app, join(tempFolder(), 'vault'))
    for (const screen of ['企业档案', '政策库', '资料库', '申报', '设置', '工作台', '政策库']) {
      await go(page, screen)
    }
    const programmes = page.getByRole('table').getByRole('link')
    await programmes.first().waitFor()
    const count = await programmes.count()
    expect(count).toBeGreaterThan(40)
    for (let at = 0; at < count; at += 1) {
      await programmes.nth(at).click()
      await page.getByRole('button', { name: '开始申报' }).waitFor()
      await go(page, '政策库')
    }
    expect(errors).toEqual([])
  } finally {
    await app.close()
  }
})
