import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../support/app.ts'
import { exampleVault } from '../support/desk-steps.ts'
import { tempFolder } from '../support/house.ts'
import { bookmarksOf, pageTexts, qpdfCheck } from '../support/volume.ts'

test('the paper pack: a volume bound, paged through and saved; where to stamp; the summary', async () => {
  const app = await openApp()
  const { page, answers, shown } = app
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const dir = tempFolder()
  try {
    await exampleVault(app, join(dir, 'vault'))
    await page.getByRole('link', { name: '申报', exact: true }).click()
    await page
      .getByRole('link', { name: /特色产业基地/ })
      .first()
      .click()
    await page
      .getByRole('link', { name: /预览与盖章/ })
      .or(page.getByRole('tab', { name: /预览与盖章/ }))
      .first()
      .click()

    await page.getByRole('tab', { name: '装订册' }).click()
    await page.getByRole('button', { name: '装订成册' }).click()
    await page.getByText('全部材料均已印入本册').waitFor()
    const volume = join(dir, '装订册.pdf')
    answers.save.push(volume)
    await page.getByRole('button', { name: '另存为 PDF' }).last().click()
    await page.getByRole('button', { name: /打开 装订册.pdf 打印/ }).click()
    expect(shown).toContain(`open ${volume}`)
    expect(qpdfCheck(volume)).toContain('No syntax or stream encoding errors')
    const pages = pageTexts(volume)
    for (const { page: number } of bookmarksOf(volume)) expect(pages[number - 1]).toBeDefined()

    await page.getByRole('tab', { name: '盖章指南' }).click()
    await page.getByRole('button', { name: '生成盖章指南' }).click()
    const guide = join(dir, '盖章指南.pdf')
    answers.save.push(guide)
    await page.getByRole('button', { name: '另存为 PDF' }).last().click()
    await page.getByRole('button', { name: /打开 盖章指南.pdf 打印/ }).waitFor()
    const told = pageTexts(guide).join('')
    expect(told).toContain('申报书封面：申报单位')
    expect(told).toMatch(/第\d+页/)

    await page.getByRole('tab', { name: '汇总表' }).click()
    await page.getByRole('button', { name: '生成汇总表' }).click()
    const workbook = join(dir, '汇总表.xlsx')
    answers.save.push(workbook)
    await page.getByRole('button', { name: '另存为 Excel' }).click()
    await expect.poll(() => existsSync(workbook)).toBe(true)
    expect(errors).toEqual([])
  } finally {
    await app.close()
  }
})
