/** axe finds nothing serious on any step of an application, nor on the other screens, in either light. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../support/app.ts'
import { seriousIssues } from '../support/axe.ts'
import { exampleVault, go, step } from '../support/desk-steps.ts'
import { openPart } from '../support/form-page.ts'
import { keptFolder } from '../support/house.ts'

const folder = keptFolder()
let app: App

beforeAll(async () => {
  app = await openApp()
  await exampleVault(app, join(folder, 'vault'))
})
afterAll(() => app.close())

const schemes = ['light', 'dark'] as const

test.each(schemes)('the five steps of an application (%s)', async (colorScheme) => {
  const { page } = app
  await page.emulateMedia({ colorScheme })
  await go(page, '申报')
  await page
    .getByRole('link', { name: /特色产业基地/ })
    .first()
    .click()
  const issues: Record<string, readonly string[]> = {}
  for (const name of ['申报条件', '申报书', '材料清单', '预览与盖章', '导出提交包']) {
    await step(page, name).click()
    if (name === '申报书') await openPart(page, '一、')
    if (name === '预览与盖章') await page.getByText(/共 \d+ 页/).waitFor()
    issues[name] = await seriousIssues(page)
  }
  expect(issues).toEqual({
    申报条件: [],
    申报书: [],
    材料清单: [],
    预览与盖章: [],
    导出提交包: [],
  })
})

test.each(schemes)('the other screens (%s)', async (colorScheme) => {
  const { page } = app
  await page.emulateMedia({ colorScheme })
  const issues: Record<string, readonly string[]> = {}
  for (const name of ['企业档案', '资料库', '政策库', '申报', '储备库', '审核', '设置', '工作台']) {
    await go(page, name)
    const found = await seriousIssues(page)
    if (found.length > 0) issues[name] = found
  }
  expect(issues).toEqual({})
})
