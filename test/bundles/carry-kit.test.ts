/** index.html as the clerk meets it: opened from a folder in a browser, with no network at all. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../build/browsers.mjs'
import { enterpriseName, writeExample } from './example.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let file: string
const requests: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  const { path, spec } = await writeExample()
  const folder = mkdtempSync(join(tmpdir(), 'kit-'))
  execFileSync('unzip', ['-q', path, '-d', folder])
  file = join(folder, spec.root, 'index.html')
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  })
  context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(pathToFileURL(file).href)
})
afterAll(() => browser?.close())

const copied = async (button: ReturnType<Page['locator']>): Promise<string> => {
  await button.click()
  await expect.poll(() => button.textContent()).toBe('已复制')
  return page.evaluate(() => navigator.clipboard.readText())
}

test('it is one file: nothing else is asked for, and its own policy lets it work', async () => {
  expect(requests).toEqual([pathToFileURL(file).href])
  expect(complaints).toEqual([])
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('default-src &#39;none&#39;')
  // The official address stands there as text to copy, never as something to load.
  expect(text).not.toMatch(/(src|href)=/)
})

test('it shows the form in its order, and what people wrote stays text', async () => {
  const text = await page.locator('body').innerText()
  const order = [
    '一、填报系统',
    '示例申报系统',
    '登录系统',
    '二、填报内容',
    '单位名称',
    '一、基本情况',
    '营业收入',
    '类别',
    '团队',
    '二、总体情况',
    '成立日期',
    '三、上传材料',
    '四、纸质材料',
    '五、导出时',
    '六、核对',
  ]
  const places = order.map((part) => text.indexOf(part))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(text).toContain('12,345,678.90')
  expect(text).toContain('<script>alert(1)</script>')
  expect(text).toContain('第一段 "引号" & <b>标签</b>')
  expect(await page.locator('main b, main script').count()).toBe(0)
  expect(text).toContain('示例数据')
  expect(text).toContain('按县里要求先行报送')
})

test('copy buttons give plain values: figures, lines, rows and whole tables', async () => {
  const row = (label: string) => page.locator('tr', { has: page.getByText(label, { exact: true }) })
  expect(await copied(row('单位名称').locator('button'))).toBe(enterpriseName)
  expect(await copied(row('营业收入').locator('button'))).toBe('12345678.90')
  expect(await copied(row('类别').locator('button'))).toBe('乙类')
  expect(await copied(row('总体情况').locator('button'))).toBe(
    '第一段 "引号" & <b>标签</b>\n第二段',
  )
  expect(await copied(row('网址').locator('button'))).toBe('http://example.invalid/apply')
  expect(await copied(page.locator('h3 button'))).toBe('张三 （组长）\t41\n李四\t35')
})

test('every file has its slot, size, hash and a tick that stays in this browser', async () => {
  const ticks = page.locator('input[type=checkbox]')
  expect(await ticks.count()).toBe(4)
  expect(await page.locator('.progress').innerText()).toBe('已完成 0 / 4')
  await ticks.nth(1).check()
  expect(await page.locator('.progress').innerText()).toBe('已完成 1 / 4')
  await page.reload()
  expect(await ticks.nth(1).isChecked()).toBe(true)
  expect(await ticks.nth(0).isChecked()).toBe(false)
  const slots = await page.locator('.slot').allInnerTexts()
  expect(slots).toHaveLength(4)
  expect(slots[1]).toContain('格式限 pdf；单个文件不超过 2.0 KiB；加盖公章')
  expect(slots[1]).toContain('data/02_审计报告/001_2022年度审计报告.pdf')
  expect(slots[1]).toMatch(/[0-9a-f]{64}/)
  expect(slots[2]).toContain('不适用：本企业没有')
  expect(slots[3]).toContain('照片 (1).jpg')
})

test('in print nothing is lost and no button shows', async () => {
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button').first().isVisible()).toBe(false)
  expect(await page.locator('header h1').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  if (process.env.KEEP_SCREENSHOT)
    await page.screenshot({ path: process.env.KEEP_SCREENSHOT, fullPage: true })
})
