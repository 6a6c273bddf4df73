/** A vault is backed up, lost, and restored, all through the page. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../support/app.ts'
import { seriousIssues } from '../support/axe.ts'
import { exampleVault, go } from '../support/desk-steps.ts'
import { tempFolder } from '../support/house.ts'

test('backed up from 工作台, lost with its computer, restored on another and opened', async () => {
  const dir = tempFolder()
  const disk = join(dir, '移动硬盘')
  mkdirSync(disk)
  const first = await openApp()
  try {
    const { page, answers } = first
    await exampleVault(first, join(dir, 'vault'))
    await page.getByText('尚未备份过').waitFor()
    answers.folder.push(disk)
    await page.getByRole('button', { name: '立即备份' }).click()
    await page.getByText('写入后已重新读出并逐个核对').waitFor()
    await page.getByText(/上次备份：.*此后没有改动/).waitFor()
  } finally {
    await first.close()
  }
  rmSync(join(dir, 'vault'), { recursive: true })

  const other = await openApp()
  try {
    const { page, answers } = other
    await page.getByText('从备份恢复').click()
    const dialog = page.getByRole('dialog', { name: '从备份恢复' })
    expect(await seriousIssues(page)).toEqual([])
    answers.files.push([join(disk, readdirSync(disk)[0] ?? '')])
    answers.folder.push(join(dir, '恢复'))
    await dialog.getByRole('button', { name: '选择备份文件' }).click()
    await dialog.getByRole('button', { name: '选择文件夹' }).click()
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await dialog.getByText('逐个核对一致').waitFor()
    await dialog.getByRole('button', { name: '打开恢复的保险库' }).click()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await page.getByText('江苏省工业互联网标杆工厂').first().waitFor()
    await go(page, '设置')
    await page.getByRole('button', { name: '立即检查' }).click()
    await page.getByText(/保险库完好/).waitFor()
  } finally {
    await other.close()
  }
})
