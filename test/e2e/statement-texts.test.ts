/** A statement with texts of the applicant: typed by keyboard, printed, signed, changed, scanned. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { affiliatedApplication } from '../support/affiliated.ts'
import { openApp } from '../support/app.ts'
import { saved, step } from '../support/desk-steps.ts'
import { engineWithVault, file, tempFolder } from '../support/house.ts'
import { dense, pageText } from '../support/poppler.ts'

const ownership = '云樾控股（集团）有限公司持有本单位 62% 股权。'
const shared = '双方受同一实际控制人控制。'
const fairness = '设备价格经三家公开询价确定。'

/** The application of a vault made beforehand, at 预览与盖章. */
async function opened() {
  const engine = engineWithVault()
  await affiliatedApplication(engine)
  engine.close()
  const app = await openApp()
  const { page, answers } = app
  answers.folder.push(engine.house.dir)
  await page.getByText('打开已有保险库').first().click()
  await page.getByRole('link', { name: '申报', exact: true }).click()
  await page
    .getByRole('link', { name: /转型升级/ })
    .first()
    .click()
  await step(page, '预览与盖章').click()
  return { app, card: page.getByRole('group', { name: '关联交易说明' }) }
}

test('what the notice asks for is typed, printed and signed; changed later, it is printed again', async () => {
  const { app, card } = await opened()
  const { page, answers } = app
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const dir = tempFolder()
  try {
    await card.getByRole('textbox', { name: /股权结构等关联情况/ }).focus()
    await page.keyboard.type(ownership)
    await page.keyboard.press('Enter')
    await page.keyboard.type(shared)
    await page.keyboard.press('Tab')
    await page.keyboard.type(fairness)
    const first = join(dir, '关联交易说明.pdf')
    answers.save.push(first)
    // The text is still being typed when the print is asked for.
    await card.getByRole('button', { name: '保存待签章稿' }).click()
    await card.getByText(/已打印，待签字盖章/).waitFor()
    const text = pageText(first, 1)
    for (const part of [ownership, shared, fairness]) expect(text).toContain(dense(part))
    await card.getByRole('checkbox', { name: '已签字盖章' }).click()
    await card.getByText(/已签章，待扫描关联/).waitFor()

    await page.reload()
    const second = card.getByRole('textbox', { name: /公允性说明/ })
    expect(await second.inputValue()).toBe(fairness)
    await second.fill('以评估价为准。')
    await card.getByText('打印后内容有改动，请重新打印签章').waitFor()
    answers.files.push([file(dir, '关联交易说明扫描.pdf', '%PDF-1.4 scan')])
    await card.getByRole('button', { name: '关联扫描件' }).click()
    // It can only be a scan of what was printed before.
    await card.getByText(/扫描件已关联，但与现在的内容可能不同/).waitFor()
    await second.fill(fairness)
    await card.getByText('扫描件已关联', { exact: true }).waitFor()
    await saved(page)
    expect(errors).toEqual([])
  } finally {
    await app.close()
  }
})

test('a reload in the middle of typing takes at most what was typed in the last two seconds', async () => {
  const { app, card } = await opened()
  const { page } = app
  try {
    const field = card.getByRole('textbox', { name: /公允性说明/ })
    await field.pressSequentially(fairness)
    await page.waitForTimeout(2500)
    // Never left: the field still has the focus.
    await page.reload()
    await expect.poll(() => field.inputValue()).toBe(fairness)
  } finally {
    await app.close()
  }
})
