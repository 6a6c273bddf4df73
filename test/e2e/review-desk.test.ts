/** The reviewer's desk in either light: an impostor is seen wherever one looks; axe finds nothing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupedFingerprint } from '../../electron/engine/bundle/fingerprint-text.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { type App, openApp } from '../support/app.ts'
import { seriousIssues } from '../support/axe.ts'
import { keptFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'
import { one, submit } from '../support/submissions.ts'

const folder = keptFolder()
const schemes = ['light', 'dark'] as const
const prints: string[] = []
let app: App

beforeAll(async () => {
  app = await openApp()
  const { page, answers } = app
  const [desk, stick] = [join(folder, 'desk'), join(folder, 'stick')]
  mkdirSync(desk)
  for (const revision of [7, 8]) {
    const { path } = await submit(stick, { ...one, sample: false, revision })
    const { signer } = await verifyBundle(path, quietJob)
    prints.push(groupedFingerprint(signer?.fingerprint ?? ''))
    if (revision === 7) {
      await page.getByText('审核模式').click()
      answers.folder.push(desk)
      await page.getByText('选择文件夹').first().click()
    }
    answers.files.push([path])
    await page.getByRole('button', { name: '打开提交包' }).first().click()
    await page.getByText(revision === 7 ? '新收下 1 个' : '收下但签名人可疑 1 个').waitFor()
  }
})
afterAll(() => app.close())

async function redWithBoth(page: Page): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: '指纹变了' })
  for (const print of prints) await notice.getByText(print).waitFor()
}

test.each(schemes)('desk, verification, reading, reason (%s)', async (colorScheme) => {
  const { page } = app
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const issues: Record<string, readonly string[]> = {}
  const look = async (name: string) => {
    issues[name] = await seriousIssues(page)
  }
  const grid = page.getByRole('grid')
  const strange = grid.getByRole('row').filter({ hasText: '签名人已变' })
  await strange.waitFor()
  await look('desk')
  await strange.getByRole('button', { name: '签名人已变' }).click()
  await redWithBoth(page)
  await look('verification')
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click()

  await strange.getByRole('link', { name: one.enterprise }).click()
  await redWithBoth(page)
  await look('reading')
  await page.getByRole('button', { name: /检查与比对/ }).click()
  await look('checks')
  await page
    .getByRole('button', { name: /提出意见/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: /理由/ }).waitFor()
  await look('reason')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '材料预览' }).click()
  await look('paper')
  await page.getByRole('link', { name: '返回列表' }).click()
  await grid.waitFor()
  expect(issues).toEqual({
    desk: [],
    verification: [],
    reading: [],
    checks: [],
    reason: [],
    paper: [],
  })
})
