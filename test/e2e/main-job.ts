/**
 * The main job by hand: from an empty vault to verified bundles, through the page alone. Runs as a
 * program of its own, so that a test can put it into a network namespace without interfaces.
 * `node test/e2e/main-job.ts FOLDER` writes vault, bundles and screenshots there, and says on
 * stdout what left the office and what listened.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type App, openApp } from '../support/app.ts'
import { openPorts } from '../support/sockets.ts'

const folder = process.argv[2] ?? ''
const samples = new URL('../../assets/sample/files/', import.meta.url).pathname
const requests: string[] = []

/** A paper of the example under the name that a clerk would give it. */
function paper(file: string, name: string): string {
  const papers = join(folder, 'papers')
  mkdirSync(papers, { recursive: true })
  copyFileSync(join(samples, file), join(papers, name))
  return join(papers, name)
}

/** Goes to a screen and waits for it: a page's code arrives when it is first needed. */
async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

const shoot = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) })
const saved = (page: Page) => page.getByText('已保存').first().waitFor()

async function newVault({ page, answers }: App): Promise<void> {
  answers.folder.push(join(folder, 'vault'))
  await page.getByText('新建保险库').first().click()
  await page.getByLabel('保险库名称').fill('江苏示例企业')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await shoot(page, '1-empty')
}

async function profile({ page }: App): Promise<void> {
  await go(page, '企业档案')
  await page.getByLabel('单位全称').fill('江苏端到端测试有限公司')
  await page.getByLabel('注册（成立）日期').fill('2015-03-01')
  await page.getByRole('textbox', { name: '联系人', exact: true }).fill('王测试')
  await page.getByRole('textbox', { name: '联系人', exact: true }).blur()
  await page.getByRole('tab', { name: '年度指标' }).click()
  for (const [year, value] of [
    [2020, '600'],
    [2021, '700'],
    [2022, '1,050.5'],
  ] as const) {
    const cell = page.getByLabel(`${year}年工业互联网项目投入（万元）`)
    const earlier = page.getByRole('button', { name: '显示更早年度' })
    for (let more = 0; more < 9 && !(await cell.isVisible()); more += 1) await earlier.click()
    await cell.fill(value)
    await cell.press('Enter')
  }
  await saved(page)
  await shoot(page, '2-profile')
}

/** Opens a paper of the archive and sets one of its facts. */
async function describe(page: Page, name: string, label: string | RegExp, value: string) {
  await page.getByRole('gridcell', { name }).first().click()
  const field = page.getByRole('textbox', { name: label })
  await field.fill(value)
  await field.blur()
  await saved(page)
}

async function archive(app: App): Promise<void> {
  const { page } = app
  await go(page, '资料库')
  await app.drop(page.locator('main'), [
    paper('certificate-2022.pdf', '两化融合管理体系贯标证书.pdf'),
    paper('special-audit.pdf', '投入专项审计报告.pdf'),
  ])
  await page.getByText('已导入').first().waitFor()
  await page.getByRole('button', { name: '关闭' }).first().click()
  await describe(page, '两化融合管理体系贯标证书.pdf', '有效期至', '2025-12-29')
  await describe(page, '投入专项审计报告.pdf', /审定金额/, '23500000')
  await shoot(page, '3-archive')
}

async function begin({ page }: App, title: string): Promise<void> {
  await go(page, '政策库')
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('button', { name: '开始申报' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '新建申报' }).click()
  await page
    .getByRole('navigation', { name: '申报步骤' })
    .or(step(page, '申报条件'))
    .first()
    .waitFor()
}

const step = (page: Page, name: string): Locator =>
  page.getByRole('tab', { name: new RegExp(name) })

async function attestAll({ page }: App): Promise<void> {
  await step(page, '申报条件').click()
  const open = page.getByRole('button', { name: '签署判断意见' })
  await open.first().waitFor()
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('满足', { exact: true }).check()
    await dialog.getByLabel('判断人姓名').fill('王测试')
    await dialog.getByLabel('理由与依据').fill('已核对原件')
    await dialog.getByRole('button', { name: '签署' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await shoot(page, '4-conditions')
}

async function dropPapers(app: App): Promise<void> {
  const { page } = app
  await step(page, '材料清单').click()
  const slot = (id: string) => page.locator(`[data-place="${id}"]`)
  await app.drop(slot('form-scan'), [paper('undertaking.pdf', '标杆工厂申报书（盖章）.pdf')])
  await app.drop(slot('invoices'), [
    paper('invoice-1.pdf', '发票1.pdf'),
    paper('invoice-2.pdf', '发票2.pdf'),
  ])
  await slot('invoices').getByRole('link', { name: '发票2.pdf' }).waitFor()
  for (const [id, name] of [
    ['certificate', '两化融合管理体系贯标证书.pdf'],
    ['special-audit', '投入专项审计报告.pdf'],
  ] as const) {
    await slot(id)
      .getByRole('button', { name: /从资料库选取/ })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(name).first().click()
    await dialog.getByRole('button', { name: /关联所选/ }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await app.drop(slot('licence'), [paper('licence.pdf', '营业执照.pdf')])
  await slot('licence').getByRole('link', { name: '营业执照.pdf' }).waitFor()
  await shoot(page, '5-materials')
}

async function exportBundle(
  { page, answers }: App,
  name: string,
  reason?: string,
): Promise<string> {
  const path = join(folder, name)
  await step(page, '导出提交包').click()
  if (reason) await page.getByLabel('仍要导出的理由').fill(reason)
  answers.save.push(path)
  await page
    .getByRole('button', { name: reason ? '带问题导出' : '导出提交包', exact: true })
    .click()
  await page.getByText('写入后已重新打开并验证').waitFor()
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await page.getByText('通过').first().waitFor()
  await shoot(page, `8-exported-${name}`)
  return path
}

async function fillBase({ page }: App): Promise<void> {
  await step(page, '申报书').click()
  await page.getByLabel('申报单位').first().fill('江苏示例产业园')
  await page.getByLabel('推荐单位').first().fill('南京市工业和信息化局')
  await page.getByLabel('推荐单位').first().blur()
  await page
    .getByRole('button', { name: /一、基本条件/ })
    .or(page.getByText('一、基本条件'))
    .first()
    .click()
  await page
    .getByLabel(/区域工业产值/)
    .first()
    .fill('812.5')
  await page
    .getByLabel(/区域工业产值/)
    .first()
    .blur()
  await saved(page)
  await shoot(page, '6-form')
  await step(page, '预览与盖章').click()
  await page.getByText(/共 \d+ 页/).waitFor()
  await page.locator('canvas').first().waitFor()
  await shoot(page, '7-preview')
}

// In the days of the factory's own window.
const app = await openApp({ clock: () => new Date('2023-02-10T02:00:00Z') })
const { page } = app
page.on('request', (request) => requests.push(request.url()))
await page.setViewportSize({ width: 1366, height: 768 })
async function wholeJob(): Promise<{ factory: string; base: string }> {
  await newVault(app)
  await profile(app)
  await archive(app)
  await begin(app, '江苏省工业互联网标杆工厂')
  await attestAll(app)
  await dropPapers(app)
  const factory = await exportBundle(app, '标杆工厂.zip')
  await begin(app, '江苏省“互联网+先进制造业”特色产业基地')
  await fillBase(app)
  return { factory, base: await exportBundle(app, '特色产业基地.zip', '演练，材料随后补齐') }
}

const bundles = await wholeJob().catch(async (error) => {
  process.stderr.write(`${await page.locator('body').innerText()}\n`)
  await app.close()
  throw error
})
const ports = openPorts(app.processId)
await app.close()
process.stdout.write(`${JSON.stringify({ ...bundles, ports, requests })}\n`)
