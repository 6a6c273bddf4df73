/**
 * 资料库 by keyboard and mouse, over a vault that is filled first. `node test/e2e/archive.ts FOLDER
 * COUNT` writes screenshots to FOLDER and says on stdout what it saw.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openApp } from '../support/app.ts'
import { fillVault } from './archive-vault.ts'

const folder = process.argv[2] ?? ''
const count = Number(process.argv[3] ?? '200')
await fillVault(folder, count)

const app = await openApp({ clock: () => new Date('2024-03-01T02:00:00Z') })
const { page, answers } = app
const seen: Record<string, unknown> = {}
let shots = 0
const errors: string[] = []
page.on('pageerror', ({ message }) => errors.push(message))
await page.setViewportSize({ width: 1366, height: 768 })

/** Light and dark. */
async function shoot(name: string): Promise<void> {
  shots += 1
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Colours fade over.
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(folder, `${shots}-${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

const facets = page.getByRole('navigation', { name: '筛选' })
const grid = page.getByRole('grid', { name: '资料库' })
const row = (name: string) => grid.getByRole('row').filter({ hasText: name })
const toolbar = page.getByRole('toolbar', { name: '批量操作' })

async function find(text: string): Promise<void> {
  await page.getByRole('searchbox', { name: /搜索/ }).first().fill(text)
}

async function byKind(): Promise<void> {
  await facets.getByRole('button', { name: /^发票/ }).click()
  await grid.getByRole('columnheader', { name: '发票号码' }).waitFor()
  seen.columns = await grid.getByRole('columnheader').allInnerTexts()
  await shoot('invoices')
  await facets.getByRole('button', { name: /保存当前筛选/ }).click()
  await page.getByLabel('视图名称').fill('全部发票')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await facets.getByRole('button', { name: /^全部发票/ }).waitFor()
  seen.view = await facets.getByRole('button', { name: /^全部发票/ }).innerText()
  await facets.getByRole('button', { name: /^全部材料/ }).click()
  await facets.getByRole('button', { name: /^资质、认定或体系证书/ }).click()
  await grid.getByRole('columnheader', { name: '证书编号' }).waitFor()
  await shoot('certificates')
  await facets.getByRole('button', { name: /^全部材料/ }).click()
}

async function byKeyboard(): Promise<void> {
  await find('会议纪要')
  await row('会议纪要').first().waitFor()
  await row('发票').first().waitFor({ state: 'detached' })
  await grid
    .getByRole('gridcell', { name: /会议纪要/ })
    .first()
    .focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await toolbar.getByText('已选 2 份').waitFor()
  seen.selected = await toolbar.innerText()
  seen.ticked = await grid.getByRole('checkbox', { checked: true }).count()
  await shoot('selected')
  await page.keyboard.press('Delete')
  await page.getByText(/已将 2 份材料移入回收站/).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已撤销。').waitFor()
  await grid
    .getByRole('gridcell', { name: /会议纪要/ })
    .first()
    .focus()
  await page.keyboard.press('F2')
  await page.getByRole('dialog').getByLabel('名称').fill('第一次会议纪要.docx')
  await page.keyboard.press('Enter')
  await row('第一次会议纪要.docx').waitFor()
  await grid.getByRole('gridcell', { name: '第一次会议纪要.docx' }).focus()
  await page.keyboard.press('Control+a')
  seen.all = await toolbar.innerText()
  await page.keyboard.press('Escape')
  await toolbar.waitFor({ state: 'detached' })
}

async function pane(): Promise<void> {
  await find('设备采购发票')
  await grid.getByRole('gridcell', { name: '设备采购发票.pdf' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('canvas').first().waitFor()
  await page.getByText('价税合计').first().waitFor()
  await page.waitForFunction(() => {
    const page = document.querySelector('canvas')?.parentElement
    return (page?.textContent?.length ?? 0) > 40
  })
  seen.text = await page.evaluate(() => {
    const layer = document.querySelector('canvas')?.nextElementSibling
    if (!layer) return ''
    getSelection()?.selectAllChildren(layer)
    const text = String(getSelection())
    getSelection()?.removeAllRanges()
    return text.slice(0, 400)
  })
  await shoot('facts')
  await page.getByRole('button', { name: '发票号码核对无误' }).click()
  await page.getByRole('button', { name: '发票号码核对无误' }).waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: /^关联/ }).click()
  await page.getByText(/票款齐全/).waitFor()
  await page.getByRole('button', { name: '关联付款…' }).click()
  await page.getByRole('dialog').getByText('付款回单.pdf').waitFor()
  await shoot('proposals')
  await page.getByRole('dialog').getByText('付款回单.pdf').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('tabpanel').getByText('付款回单.pdf').waitFor()
  seen.triple = await page.getByRole('tabpanel').innerText()
  await shoot('triple')
}

async function place(): Promise<void> {
  await page.getByRole('button', { name: '放入申报材料…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText(/标杆工厂/)
    .first()
    .waitFor()
  await shoot('places')
  await dialog.getByRole('button', { name: /发票/ }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText(/已将 1 份材料放入/).waitFor()
  await page.getByRole('tab', { name: /^使用/ }).click()
  await page
    .getByRole('tabpanel')
    .getByText(/计入金额/)
    .first()
    .waitFor()
  seen.uses = await page.getByRole('tabpanel').innerText()
  await shoot('uses')
  await page.getByRole('button', { name: '关闭' }).last().click()
}

/** Drags a paper from the grid to a slot of an application. */
async function drag(): Promise<void> {
  await find('IMG_20240228')
  const from = row('IMG_20240228')
  await from.waitFor()
  const box = await from.boundingBox()
  if (!box) throw new Error('the row is not visible')
  await page.mouse.move(box.x + 200, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 220, box.y + 30, { steps: 5 })
  const slot = page.getByRole('button', { name: /发票/ }).and(page.locator('li *, div')).first()
  await page.getByText(/松开鼠标，放入申报材料/).waitFor()
  await slot.waitFor()
  await shoot('drag')
  const to = await slot.boundingBox()
  if (!to) throw new Error('the slot is not visible')
  await page.mouse.move(to.x + 40, to.y + 10, { steps: 5 })
  await page.mouse.up()
  await page.getByText(/已将 1 份材料放入/).waitFor()
}

async function picture(): Promise<void> {
  await row('IMG_20240228').getByRole('gridcell').nth(1).click()
  const image = page.getByRole('img', { name: /IMG_20240228/ })
  await image.waitFor()
  await page.getByRole('button', { name: '向右旋转' }).click()
  seen.turned = await image.evaluate((element) => getComputedStyle(element).transform)
  await page.getByRole('tab', { name: /^使用/ }).click()
  await page.getByText(/同一张发票/).waitFor()
  seen.copies = await page.getByRole('tabpanel').innerText()
  await shoot('picture')
  await page.getByRole('link', { name: /OFD：/ }).click()
  await page.getByRole('heading', { name: '云平台服务发票.ofd' }).waitFor()
  await page.getByRole('group', { name: /云平台服务发票/ }).waitFor()
  await shoot('ofd')
  await page.getByRole('tab', { name: '信息' }).focus()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '云平台服务发票.ofd' }).waitFor({ state: 'detached' })
}

async function triples(): Promise<void> {
  await page.getByRole('button', { name: '合同发票对账' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('设备采购合同.pdf').waitFor()
  await dialog.getByLabel('要求金额（万元）').fill('2000')
  await dialog.getByText(/还差/).first().waitFor()
  seen.target = await dialog.innerText()
  await shoot('triples')
  await dialog.getByRole('button', { name: '关闭' }).click()
}

async function whole(page: Page): Promise<void> {
  answers.folder.push(join(folder, 'vault'))
  await page.getByText('打开已有保险库').first().click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.getByRole('link', { name: '资料库', exact: true }).click()
  await row('发票').first().waitFor()
  await shoot('grid')
  await byKind()
  await byKeyboard()
  await pane()
  await place()
  await drag()
  await picture()
  await triples()
}

await whole(page).catch(async (error) => {
  process.stderr.write(`${await page.locator('body').innerText()}\n`)
  await page.screenshot({ path: join(folder, 'failed.png') })
  await app.close()
  throw error
})
await app.close()
process.stdout.write(`${JSON.stringify({ ...seen, errors })}\n`)
