// @vitest-environment jsdom
/** 设置 → 政策包: a pack is looked at before it comes in, and can be sent away again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { file, root, tempFolder } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { openWholePage } from '../application/whole-page.tsx'

const shipped = readFileSync(join(root, 'assets/programmes/js-specialised-sme-2024.json'), 'utf8')
const title = JSON.parse(shipped).title as string

/** The next year's notice: exact days, one condition less. */
function nextYear(dir = tempFolder()): string {
  const pack = JSON.parse(shipped)
  const windows = pack.windows.map(({ months: _, ...window }: Record<string, unknown>) => ({
    ...window,
    opens: '2025-07-01',
    closes: '2025-08-20',
  }))
  const conditions = pack.conditions.slice(0, -1)
  const text = JSON.stringify({ ...pack, edition: '2025', windows, conditions }, null, 2)
  return file(dir, '2025年.json', text)
}

async function open() {
  const desk = await openDeskWithVault()
  openWholePage(desk, '/settings?at=packs')
  const panel = await screen.findByRole('region', { name: '政策包' })
  const choose = (path: string) => {
    desk.picks.push(path)
    fireEvent.click(within(panel).getByRole('button', { name: '选择政策包文件' }))
  }
  return { desk, panel, choose }
}

const preview = (name: string) => screen.findByRole('region', { name: `预览：${name}` })

test('a new edition shows what it changes, comes in, is listed, and can be removed', async () => {
  const { desk, panel, choose } = await open()
  choose(nextYear())
  const card = await preview('2025年.json')
  expect(within(card).getByText('已收录项目的新年度')).toBeTruthy()
  expect(within(card).getByText('没有签名，请确认文件来源可靠')).toBeTruthy()
  expect(within(card).getByText(/截止日期.*2025-08-20/)).toBeTruthy()
  expect(within(card).getByText('删去 · 申报条件')).toBeTruthy()
  const editions = async () =>
    (await desk.wire.ask('programme.list', {})).programmes
      .filter(({ id }) => id === 'js-specialised-sme')
      .map(({ edition }) => edition)
  expect(await editions()).toEqual(['2024'])

  fireEvent.click(within(card).getByRole('button', { name: '导入' }))
  await within(panel).findByText(`已导入“${title}”2025年度。`)
  expect(await editions()).toEqual(['2024', '2025'])
  expect(within(panel).getByText('导入')).toBeTruthy()

  fireEvent.click(await within(panel).findByRole('button', { name: '移除' }))
  const dialog = await screen.findByRole('dialog', { name: '移除导入的政策包' })
  fireEvent.click(within(dialog).getByRole('button', { name: '移除' }))
  await within(panel).findByText(/^没有导入或更正过的政策包/)
  expect(await editions()).toEqual(['2024'])
})

test('a faulty file is shown with line, place and reason, and cannot come in', async () => {
  const { panel, choose } = await open()
  const pack = JSON.parse(shipped)
  pack.slots[0].accepts = ['no-such-kind']
  pack.region = '999999'
  const text = JSON.stringify(pack, null, 2)
  choose(file(tempFolder(), '坏包.json', text))
  const card = await preview('坏包.json')
  expect(within(card).getByText('文件有 2 处错误，不能导入')).toBeTruthy()
  const line = text.split('\n').findIndex((each) => each.includes('no-such-kind')) + 1
  const row = within(card).getByText('材料类型“no-such-kind”未登记').closest('tr') as HTMLElement
  expect(within(row).getByText(String(line))).toBeTruthy()
  expect(within(row).getByText('slots[0].accepts[0]')).toBeTruthy()
  expect(within(card).queryByRole('button', { name: '导入' })).toBeNull()
  fireEvent.click(within(card).getByRole('button', { name: '关闭' }))
  await waitFor(() => expect(within(panel).queryByText(/^预览/)).toBeNull())
})

test('a file that is no JSON at all, and the very same pack, are both said for what they are', async () => {
  const { panel, choose } = await open()
  choose(file(tempFolder(), '通知.json', '关于组织申报的通知'))
  await within(await preview('通知.json')).findByText(/JSON 语法错误/)
  choose(file(tempFolder(), '原样.json', shipped))
  const card = await preview('原样.json')
  const bringIn = within(card).getByRole('button', { name: '导入' }) as HTMLButtonElement
  expect(bringIn.disabled).toBe(true)
  expect(within(panel).getByText('与现有版本完全相同，不必导入')).toBeTruthy()
})

test('a dropped file is previewed; a signature that does not fit keeps the pack out', async () => {
  const { panel } = await open()
  const path = nextYear()
  writeFileSync(`${path}.p7s`, 'no signature at all')
  const dropped = { types: ['Files'], files: [{ path }] }
  fireEvent.drop(within(panel).getByText(/^把政策包文件/), { dataTransfer: dropped })
  const card = await preview('2025年.json')
  expect(within(card).getByText('签名与文件不符：文件可能被改动过')).toBeTruthy()
  const bringIn = within(card).getByRole('button', { name: '导入' }) as HTMLButtonElement
  expect(bringIn.disabled).toBe(true)
})
