/**
 * Enterprise and bureau as two machines: two programs with settings of their own, and a folder
 * between them that plays the stick.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type App, openApp } from '../support/app.ts'
import { tempFolder } from '../support/house.ts'

const clock = () => new Date('2022-10-10T02:00:00Z')
const base = '江苏省“互联网+先进制造业”特色产业基地'

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

const step = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(name) })
const newest = (folder: string, known: readonly string[]) =>
  readdirSync(folder).find((name) => name.endsWith('.zip') && !known.includes(name)) ?? ''

async function fillApplicant({ page }: App, name: string): Promise<void> {
  await step(page, '申报书').click()
  const field = page.getByLabel('申报单位').first()
  await field.fill(name)
  await field.blur()
  await page.getByText('已保存').first().waitFor()
}

async function beginAtEnterprise(app: App, home: string): Promise<void> {
  const { page, answers } = app
  answers.folder.push(join(home, 'vault'))
  await page.getByText('新建保险库').first().click()
  await page.getByLabel('保险库名称').fill('江苏示例产业园')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await page.getByRole('button', { name: '建立' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await go(page, '企业档案')
  await page.getByLabel('单位全称').fill('江苏示例产业园')
  await page.getByLabel('单位全称').blur()
  await page.getByText('已保存').first().waitFor()
  await go(page, '政策库')
  await page.getByRole('link', { name: base, exact: true }).click()
  await page.getByRole('button', { name: '开始申报' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '新建申报' }).click()
  await step(page, '申报条件').waitFor()
  await fillApplicant(app, '示例园区')
}

async function exportTo({ page, answers }: App, stick: string, name: string): Promise<void> {
  await step(page, '导出提交包').click()
  await page.getByLabel('仍要导出的理由').fill('按市局要求先行报送')
  answers.save.push(join(stick, name))
  await page.getByRole('button', { name: '带问题导出' }).click()
  await page.getByText('写入后已重新打开并验证').waitFor()
}

async function openBureau(app: App, home: string): Promise<void> {
  const { page, answers } = app
  const desk = join(home, 'desk')
  mkdirSync(desk)
  await page.getByText('审核模式').click()
  answers.folder.push(desk)
  await page.getByText('选择文件夹').first().click()
  await page.getByRole('button', { name: '填写审核单位' }).click()
  await page.getByRole('textbox', { name: /审核单位/ }).fill('南京市工业和信息化局')
  await page.getByRole('textbox', { name: /审核人/ }).fill('李审')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('南京市工业和信息化局（设区市）').waitFor()
}

async function takeIn({ page, answers }: App, file: string): Promise<void> {
  answers.files.push([file])
  await page.getByRole('button', { name: '打开提交包' }).first().click()
  await page.getByText('新收下 1 个').waitFor()
}

/** A null verdict: what is chosen already. */
async function issue({ page, answers }: App, verdict: string | null, stick: string) {
  if (verdict) await page.getByRole('button', { name: verdict, exact: true }).click()
  await page.getByRole('button', { name: '签名并提交意见' }).click()
  await page.getByText('已提交的意见').waitFor()
  answers.folder.push(stick)
  await page.getByRole('button', { name: '保存意见文件' }).click()
  await page.getByText(/已保存并复核 1 个/).waitFor()
}

async function bringBack({ page, answers }: App, file: string): Promise<void> {
  await go(page, '申报')
  answers.files.push([file])
  await page.getByRole('button', { name: '导入审核意见' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '打开这份申报' }).click()
}

test('export, verify, review, return, to-do, revise, 修改说明, re-export, recommend, 汇总表', async () => {
  const [office, bureauHome, stick] = [tempFolder(), tempFolder(), tempFolder()]
  const enterprise = await openApp({ clock })
  const bureau = await openApp({ clock })
  try {
    await beginAtEnterprise(enterprise, office)
    await exportTo(enterprise, stick, '第一次.zip')

    await openBureau(bureau, bureauHome)
    await takeIn(bureau, join(stick, '第一次.zip'))
    const there = bureau.page
    await there.getByRole('grid').getByText('完好').waitFor()
    await there.getByRole('grid').getByRole('link', { name: '江苏示例产业园' }).click()
    await there.getByRole('button', { name: '对“申报单位”提出意见' }).first().click()
    await there.getByRole('textbox', { name: /理由/ }).fill('名称与公章不一致')
    await there.getByRole('button', { name: '记下' }).click()
    await issue(bureau, '退回修改', stick)
    const returned = newest(stick, ['第一次.zip'])

    await bringBack(enterprise, join(stick, returned))
    const here = enterprise.page
    await here.getByText('退回修改').first().waitFor()
    await fillApplicant(enterprise, '江苏示例产业园')
    const todo = here.getByRole('region', { name: '退回意见' })
    if (!(await todo.isVisible())) {
      await here
        .locator('button[aria-expanded=false]', { hasText: /须处理/ })
        .first()
        .click()
    }
    await todo.getByText('名称与公章不一致').waitFor()
    await todo.getByLabel('处理说明').fill('已按公章更正')
    await todo.getByRole('button', { name: '标为已处理' }).click()
    await todo.getByText(/已处理：已按公章更正/).waitFor()
    await step(here, '导出提交包').click()
    await here.getByRole('table', { name: '与上一版相比的修改' }).getByText('示例园区').waitFor()
    await here.getByLabel('答复').fill('已按公章更正为全称')
    await here.getByLabel('答复').blur()
    await here.getByLabel('答复').scrollIntoViewIfNeeded()
    await exportTo(enterprise, stick, '第二次.zip')

    const folder = join(stick, '解开')
    execFileSync('unzip', ['-q', join(stick, '第二次.zip'), '-d', folder])
    const [root = ''] = readdirSync(folder)
    expect(readdirSync(join(folder, root))).toContain('修改说明.pdf')
    const told = JSON.parse(readFileSync(join(folder, root, 'application.json'), 'utf8'))
    expect(told.changes.answers).toMatchObject([
      { label: '申报单位', text: '名称与公章不一致', answer: '已按公章更正为全称' },
    ])
    expect(told.changes.differences).toContainEqual(
      expect.objectContaining({
        label: '申报单位',
        before: '示例园区',
        after: '江苏示例产业园',
      }),
    )

    await there.getByRole('link', { name: '返回列表' }).click()
    await takeIn(bureau, join(stick, '第二次.zip'))
    await there.getByText('已有新版').waitFor()
    await there.getByRole('grid').getByRole('link', { name: '江苏示例产业园' }).first().click()
    await there.getByRole('region', { name: '修改说明' }).getByText('已按公章更正为全称').waitFor()
    await there.getByText(/上一版 [0-9a-f]{8}/).waitFor()
    // Both bundles came at once: nobody has compared the signer's fingerprint with the paper yet.
    await there.getByRole('button', { name: '推荐', exact: true }).click()
    await there.getByRole('button', { name: '签名并提交意见' }).click()
    await there.getByText('签名人存疑，推荐前请写明理由').first().waitFor()
    await there.getByLabel('存疑而仍推荐的理由').fill('已与盖章的交接单比对')
    await issue(bureau, null, stick)
    const recommended = newest(stick, ['第一次.zip', '第二次.zip', returned])

    await there.getByRole('link', { name: '返回列表' }).click()
    await there.getByRole('button', { name: '推荐 1' }).click()
    await there.getByRole('grid').getByRole('checkbox').nth(1).check()
    bureau.answers.save.push(join(stick, '汇总表.pdf'))
    await there.getByRole('button', { name: '推荐汇总表（PDF）' }).click()
    await there.getByText('汇总表已写好，共 1 行').waitFor()
    const table = execFileSync('pdftotext', ['-layout', join(stick, '汇总表.pdf'), '-']).toString()
    expect(table.replace(/\s+/g, '')).toContain('江苏示例产业园')
    expect(table.replace(/\s+/g, '')).toContain('推荐单位（盖章）：南京市工业和信息化局')

    await bringBack(enterprise, join(stick, recommended))
    await here.locator('[aria-current="step"]').getByText('省级评审').waitFor()
    await here.getByRole('button', { name: '记录进展' }).click()
    const opinions = here.getByRole('region', { name: '收到的审核意见' })
    await opinions.getByText('已与盖章的交接单比对').waitFor()
    expect(await opinions.getByRole('listitem').count()).toBeGreaterThanOrEqual(2)
    await opinions
      .getByText(/签名有效/)
      .first()
      .waitFor()
  } finally {
    await enterprise.close()
    await bureau.close()
  }
})
