/**
 * The walk of the official manual (查看申报条件, 开始申报, 退回修改, 纳入储备库) through the page: one
 * application from its conditions to the reserve, and out of it again the year after.
 * `node test/e2e/manual-walk.ts FOLDER` writes vault, papers and a screenshot of every stage there,
 * and says on stdout what came of it.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type App, openApp } from '../support/app.ts'

const folder = process.argv[2] ?? ''
let now = new Date('2022-09-20T02:00:00Z')
let shots = 0

const shoot = (page: Page, name: string) => {
  shots += 1
  return page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`) })
}
const saved = (page: Page) => page.getByText('已保存').first().waitFor()
const step = (page: Page, name: string): Locator =>
  page.getByRole('tab', { name: new RegExp(name) })
const openFindings = (page: Page): Locator => page.getByRole('complementary', { name: '检查结果' })

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function newVault({ page, answers }: App): Promise<void> {
  answers.folder.push(join(folder, 'vault'))
  await page.getByText('新建保险库').first().click()
  await page.getByLabel('保险库名称').fill('徐州示例产业园')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
}

/** 1.2: the conditions before anything is begun, then the application on its first step. */
async function conditions({ page }: App): Promise<void> {
  await go(page, '政策库')
  await page
    .getByRole('link', { name: /特色产业基地/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /特色产业基地/ }).waitFor()
  await page.getByText('约束性', { exact: true }).first().waitFor()
  await shoot(page, 'conditions-of-the-programme')
  await page.getByRole('button', { name: '开始申报' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '新建申报' }).click()
  await step(page, '申报条件').waitFor()
  await shoot(page, 'conditions')
}

/** 1.3: the first step saved, left, and found again as it was. */
async function savedAndResumed({ page }: App): Promise<void> {
  await step(page, '申报书').click()
  await page.getByLabel('申报单位').first().fill('徐州示例产业园管理委员会')
  await page.getByLabel('申报单位').first().blur()
  await saved(page)
  await go(page, '工作台')
  await page.reload()
  await page
    .getByRole('link', { name: /特色产业基地/ })
    .first()
    .click()
  await step(page, '申报书').click()
  await page.getByLabel('申报单位').first().waitFor()
  const value = await page.getByLabel('申报单位').first().inputValue()
  if (value !== '徐州示例产业园管理委员会') throw new Error(`not resumed: ${value}`)
  await shoot(page, 'resumed')
}

const answers: Readonly<Record<string, string>> = {
  推荐单位: '徐州市工业和信息化局',
  申报日期: '2022-09-20',
  区域工业产值: '812.5',
  光纤到企覆盖率: '92',
}

/** Required fields are named, and each is one click away: from its finding straight to its control. */
async function enforced({ page }: App): Promise<number> {
  await page.getByRole('button', { name: /^\d+ 项须处理$/ }).click()
  const missing = openFindings(page).getByText(/为必填项/)
  await missing.first().waitFor()
  const count = await missing.count()
  await shoot(page, 'required')
  for (let left = count; left > 0; left -= 1) {
    const text = await missing.first().innerText()
    await missing.first().click()
    const known = Object.entries(answers).find(([label]) => text.includes(label))
    await page.waitForFunction(() => /INPUT|TEXTAREA/.test(document.activeElement?.tagName ?? ''))
    const focused = page.locator(':focus')
    if ((await focused.getAttribute('type')) === 'checkbox') await focused.check()
    else await focused.fill(known?.[1] ?? '园区已制定方案，落实专人专班，按季度推进并公开进展。')
    await focused.blur()
    await page.waitForFunction(
      ([before]) => {
        const said = document.querySelector('aside')?.innerText ?? ''
        return said.split('为必填项').length - 1 < Number(before)
      },
      [left],
    )
  }
  await saved(page)
  await shoot(page, 'completed')
  return count
}

/** Previewed, downloaded to be stamped, and the scan brought back. */
async function stamped(app: App, name: string): Promise<void> {
  const { page } = app
  const pdf = join(folder, `${name}.pdf`)
  await step(page, '预览与盖章').click()
  await page.locator('canvas').first().waitFor()
  await shoot(page, `preview-${name}`)
  app.answers.save.push(pdf)
  await page.getByRole('button', { name: '另存为 PDF', exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`打开.*${name}`) }).waitFor()
  const scan = join(folder, `${name}（盖章扫描）.pdf`)
  copyFileSync(pdf, scan)
  await app.drop(page.getByRole('region', { name: '盖章扫描件' }), [scan])
  await page.getByText('与现在的申报书一致').first().waitFor()
  await shoot(page, `stamped-${name}`)
}

async function exportBundle({ page, answers: told }: App, name: string): Promise<void> {
  await step(page, '导出提交包').click()
  told.save.push(join(folder, name))
  await page.getByLabel('仍要导出的理由').fill('县局要求先行报送电子件，佐证材料随后补齐')
  await page.getByRole('button', { name: '带问题导出', exact: true }).click()
  await page.getByText('写入后已重新打开并验证').waitFor()
  await shoot(page, `exported-${name.replace('.zip', '')}`)
}

/** 1.4: returned by hand with a reason at its place, revised, answered. */
async function returned({ page }: App): Promise<void> {
  now = new Date('2022-09-27T02:00:00Z')
  await page.reload()
  await page.getByRole('button', { name: '记录进展' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('现在的状态').click()
  await page.getByRole('option', { name: '退回修改' }).click()
  await dialog.getByLabel('备注').fill('市局系统退回')
  await dialog.getByRole('button', { name: '添加一条意见' }).click()
  await dialog.getByLabel('位置').fill('光纤到企')
  await page.getByRole('option', { name: '光纤到企覆盖率', exact: true }).click()
  await dialog.getByLabel('意见内容').fill('覆盖率与通信管理局数据不一致，请核实')
  await shoot(page, 'return-entered')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const findings = openFindings(page)
  if (!(await findings.isVisible()))
    await page.getByRole('button', { name: /^\d+ 项须处理$/ }).click()
  await findings.getByRole('button', { name: '光纤到企覆盖率', exact: true }).click()
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.locator(':focus').fill('95')
  await page.locator(':focus').blur()
  await findings.getByText('已改', { exact: true }).first().waitFor()
  await shoot(page, 'revised')
  await findings.getByLabel('处理说明').fill('已按通信管理局9月数据更正为95%')
  await findings.getByRole('button', { name: '标为已处理' }).click()
  await findings.getByText(/已处理：/).waitFor()
  await step(page, '预览与盖章').click()
  await page.getByText('盖章后申报书有 1 处改动').first().waitFor()
  await page.getByRole('button', { name: '查看 1 处改动' }).click()
  await page.getByRole('dialog').getByText('92%').waitFor()
  await shoot(page, 'changed-since-stamped')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await page
    .getByRole('region', { name: '盖章扫描件' })
    .getByRole('button', { name: '移除' })
    .click()
}

/** 1.5: put into reserve at the confirm step. */
async function reserved({ page }: App): Promise<void> {
  await step(page, '导出提交包').click()
  await page.getByRole('region', { name: '提交储备' }).getByLabel('备注').fill('本批次名额已满')
  await page.getByRole('button', { name: '提交储备' }).click()
  await page
    .getByText(/已纳入储备/)
    .first()
    .waitFor()
  await go(page, '储备库')
  await page.getByRole('button', { name: '以此为基础申报' }).waitFor()
  await shoot(page, 'reserve')
}

/** A year later it is taken up: years moved on, what does not hold is listed. */
async function takenUp({ page }: App): Promise<void> {
  now = new Date('2023-08-21T02:00:00Z')
  await page.reload()
  await page.getByRole('button', { name: '以此为基础申报' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2023 年度（尚无新通知，由上年顺延）').first().waitFor()
  await shoot(page, 'take-up')
  await dialog.getByRole('button', { name: '开始申报' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await step(page, '申报书').click()
  // What has to be renewed is shown without being asked for.
  await openFindings(page)
    .getByText(/需更新：\d+ 项/)
    .waitFor()
  await shoot(page, 'taken-up')
  await go(page, '储备库')
  await page.getByRole('button', { name: '对比' }).first().click()
  await page.getByRole('dialog').getByRole('table').waitFor()
  await shoot(page, 'compared')
}

const app = await openApp({ clock: () => now })
const { page } = app
await page.setViewportSize({ width: 1366, height: 768 })

async function walk(): Promise<{ required: number }> {
  await newVault(app)
  await conditions(app)
  await savedAndResumed(app)
  const required = await enforced(app)
  await stamped(app, '申报书')
  await exportBundle(app, '首次.zip')
  await returned(app)
  await stamped(app, '申报书（修改后）')
  await exportBundle(app, '修改后.zip')
  await reserved(app)
  await takenUp(app)
  return { required }
}

const said = await walk().catch(async (error) => {
  await shoot(page, 'stopped-here')
  process.stderr.write(`${await page.locator('body').innerText()}\n`)
  await app.close()
  throw error
})
await app.close()
process.stdout.write(`${JSON.stringify(said)}\n`)
