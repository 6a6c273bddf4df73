// @vitest-environment jsdom
/** 政策库: the list with its verdicts, a programme with its sources, and 开始申报. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { UnusablePacks } from '../../../renderer/pages/programmes/unusable-packs.tsx'
import { openDeskWithVault, show } from '../../support/page.tsx'
import { openWholePage } from '../application/whole-page.tsx'

const base = { id: 'js-internet-plus-base', edition: '2022', track: null }

test('the list says how the enterprise stands, and narrows by words', async () => {
  openWholePage(await openDeskWithVault(), '/programmes')
  const link = await screen.findByRole('link', { name: /特色产业基地/ })
  const row = link.closest('tr') as HTMLElement
  expect(within(row).getByText('省级')).toBeTruthy()
  expect(within(row).getByText('待补充信息')).toBeTruthy()
  expect(within(row).getByText(/约束性条件已满足 \d+ \/ 11/)).toBeTruthy()
  const find = screen.getByRole('textbox', { name: '按名称、部门、类别、文号查找' })
  fireEvent.change(find, { target: { value: '标杆' } })
  await waitFor(() => expect(screen.queryByRole('link', { name: /特色产业基地/ })).toBeNull())
  expect(screen.getByRole('link', { name: /标杆工厂/ })).toBeTruthy()
  fireEvent.change(find, { target: { value: '没有这样的项目' } })
  await screen.findByText('没有符合筛选条件的项目')
})

test('every condition shows weight, verdict and clause, and its source is one click away', async () => {
  openWholePage(await openDeskWithVault(), '/programmes/js-internet-plus-base/2022')
  await screen.findByText('附件1 基础情况 第1条')
  expect(screen.getAllByText('引导性').length).toBeGreaterThanOrEqual(10)
  const [source] = screen.getAllByRole('button', { name: '查看出处：附件1 基础情况 第1条' })
  fireEvent.click(source as HTMLElement)
  await screen.findByText(/附件1 基础情况 第1条，文本第 \d+ 行/)
  expect(screen.getAllByText('已核').length).toBeGreaterThan(0)
})

test('开始申报 creates the application and opens it; an existing one is offered first', async () => {
  const desk = await openDeskWithVault()
  const { router } = openWholePage(desk, '/programmes/js-internet-plus-base/2022')
  const begin = () => screen.findByRole('button', { name: '开始申报' })
  fireEvent.click(await begin())
  // Not before its tracks are known.
  const make = await screen.findByRole<HTMLButtonElement>('button', { name: '新建申报' })
  await waitFor(() => expect(make.disabled).toBe(false))
  fireEvent.click(make)
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/applications\/\w+$/))
  const [made] = await desk.wire.ask('application.list', {})
  expect(made).toMatchObject({ programme: base.id, edition: '2022', state: 'draft' })

  await router.navigate('/programmes/js-internet-plus-base/2022')
  fireEvent.click(await begin())
  await screen.findByText(/本项目已有一份申报（草稿/)
  fireEvent.click(screen.getByRole('link', { name: '打开已有申报' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/applications/${made?.id}`))
})

test('a pack that cannot be read is listed with line and reason', async () => {
  const fault = { line: 7, path: 'id', reason: '', code: 'duplicate.key', data: { name: 'id' } }
  const packs = [{ file: '坏包.json', reasons: [fault] }]
  show(await openDeskWithVault(), <UnusablePacks packs={packs} />)
  await screen.findByText('政策包“坏包.json”有误，未载入')
  expect(screen.getByText(/第 7 行（id）：同一对象中“id”出现两次/)).toBeTruthy()
})
