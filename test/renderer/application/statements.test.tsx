// @vitest-environment jsdom
/** A statement that the applicant writes into: kept as typed, printed, and what becomes of it. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { databaseFile } from '../../../electron/engine/vault/paths.ts'
import { affiliatedApplication } from '../../support/affiliated.ts'
import { file } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { type } from './open-application.tsx'
import { openWholePage } from './whole-page.tsx'

const fairness = '交易产品价格公允性说明'
const ownership = '交易双方（多方）股权结构等关联情况'

async function begun() {
  const desk = await openDeskWithVault()
  const { ask } = desk.wire
  const made = await affiliatedApplication({ call: ask, handle: desk.grant })
  const { id } = made
  const open = () => openWholePage(desk, `/applications/${id}/preview`)
  const kept = async () => {
    const { statements } = await ask('application.open', { id })
    return statements[0]?.texts.map(({ value }) => value)
  }
  return { ...made, desk, ask, page: open(), open, kept }
}

const card = () => screen.findByRole('group', { name: '关联交易说明' })
const text = async (name: string) => within(await card()).findByRole('textbox', { name })
test('what is typed is kept on leaving the field, the step and the page, and stands there again', async () => {
  const { page, open, kept } = await begun()
  type(await text(ownership), '母公司持有本单位 62% 股权。\n同受一人控制。 ')
  await waitFor(async () =>
    expect(await kept()).toEqual(['母公司持有本单位 62% 股权。\n同受一人控制。', '']),
  )
  await screen.findByText('已保存')
  // Gone to another step in the middle of typing: no blur came first.
  fireEvent.change(await text(fairness), { target: { value: '经三家询价' } })
  act(
    () =>
      void page.router.navigate(page.router.state.location.pathname.replace('preview', 'export')),
  )
  await waitFor(async () => expect(await kept()).toMatchObject([{}, '经三家询价']))
  // And the whole page gone in the middle of typing.
  act(
    () =>
      void page.router.navigate(page.router.state.location.pathname.replace('export', 'preview')),
  )
  fireEvent.change(await text(fairness), { target: { value: '经三家询价确定。' } })
  page.unmount()
  await waitFor(async () => expect(await kept()).toMatchObject([{}, '经三家询价确定。']))
  open()
  expect(((await text(fairness)) as HTMLTextAreaElement).value).toBe('经三家询价确定。')
})

test('a scan that is attached may differ once the text changes; changed back, it does not', async () => {
  const { desk, dir } = await begun()
  type(await text(fairness), '经三家公开询价确定。')
  desk.picks.push(file(dir, '扫描.pdf', '%PDF-1.4 scan'))
  fireEvent.click(within(await card()).getByRole('button', { name: '关联扫描件' }))
  await screen.findByText('扫描件已关联')
  type(await text(fairness), '以评估价为准。')
  await screen.findByText(/扫描件已关联，但与现在的内容可能不同/)
  type(await text(fairness), '经三家公开询价确定。')
  await screen.findByText('扫描件已关联')
})

test('a finding leads to the text that is still empty, from whatever stands on screen', async () => {
  const { kept } = await begun()
  const tab = await screen.findByRole('tab', { name: '盖章指南' })
  fireEvent.click(tab)
  fireEvent.click(await screen.findByRole('button', { name: /项须处理$/ }))
  const panel = await screen.findByRole('complementary', { name: '检查结果' })
  const finding = /“关联交易说明”中的“交易产品价格公允性说明”尚未填写/
  fireEvent.click(within(panel).getByText(finding))
  const field = await text(fairness)
  await waitFor(() => expect(document.activeElement).toBe(field))
  type(field, '经三家公开询价确定。')
  await waitFor(() => expect(within(panel).queryByText(finding)).toBeNull())
  expect(await kept()).toEqual(['', '经三家公开询价确定。'])
})

test('a text changed in another window meanwhile: both are shown, and the person chooses', async () => {
  const { ask, id, kept } = await begun()
  const field = await text(fairness)
  await ask('statement.write', {
    id,
    base: 99,
    statement: 'related-party',
    text: 'fairness',
    value: '别处写的。',
  })
  type(field, '这里写的。')
  const choice = await screen.findByRole('group', { name: fairness })
  within(choice).getByText('这里写的。')
  within(choice).getByText('别处写的。')
  expect(await kept()).toEqual(['', '别处写的。'])
  fireEvent.click(within(choice).getByRole('button', { name: '改用我输入的' }))
  await waitFor(async () => expect(await kept()).toEqual(['', '这里写的。']))
  expect(screen.queryByRole('group', { name: fairness })).toBeNull()
})

test('Esc gives up what is being typed into a text', async () => {
  const { kept } = await begun()
  type(await text(fairness), '原来的。')
  await waitFor(async () => expect(await kept()).toEqual(['', '原来的。']))
  const field = await text(fairness)
  fireEvent.change(field, { target: { value: '误改' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  expect((field as HTMLTextAreaElement).value).toBe('原来的。')
  expect(await kept()).toEqual(['', '原来的。'])
})

test('in a vault that can only be looked at, the texts can be read and not changed', async () => {
  const { page, desk, id, dir } = await begun()
  type(await text(fairness), '经三家公开询价确定。')
  await screen.findByText('已保存')
  await waitFor(async () =>
    expect((await desk.wire.ask('application.open', { id })).statements[0]?.texts[1]?.value).toBe(
      '经三家公开询价确定。',
    ),
  )
  page.unmount()
  const open = (await desk.wire.ask('vault.state', {})).open
  await desk.wire.ask('vault.close', {})
  const db = new Database(databaseFile(open?.folder ?? dir))
  db.pragma('user_version = 999')
  db.close()
  await desk.wire.ask('vault.open', { folder: desk.grant(open?.folder ?? dir) })
  openWholePage(desk, `/applications/${id}/preview`)
  const field = (await text(fairness)) as HTMLTextAreaElement
  await waitFor(() => expect(field.disabled).toBe(true))
  expect(field.value).toBe('经三家公开询价确定。')
})
