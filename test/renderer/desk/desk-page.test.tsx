// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DeskPage } from '../../../renderer/pages/desk/desk-page.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

const clock = () => new Date('2023-02-10T03:00:00Z')

test('an empty vault says what to do first', async () => {
  show(await openDeskWithVault(clock), <DeskPage />)
  expect((await screen.findByRole('link', { name: '填写企业档案' })).getAttribute('href')).toBe(
    '/enterprise',
  )
  expect(screen.getByRole('link', { name: '导入材料' })).toBeTruthy()
  expect(await screen.findByText('还没有申报')).toBeTruthy()
  expect(await screen.findByText('没有即将到期的材料')).toBeTruthy()
  expect(screen.getByText('尚未在本机检查过')).toBeTruthy()
})

test('papers that have expired or soon will stand here, the oldest first', async () => {
  const desk = await openDeskWithVault(clock)
  const dir = tempFolder()
  const ends = {
    '证书甲.pdf': '2023-03-01',
    '证书乙.pdf': '2022-12-29',
    '证书丙.pdf': '2025-01-01',
  }
  for (const [name, validTo] of Object.entries(ends)) {
    const handle = desk.grant(file(dir, name, `%PDF-1.4 ${name}`))
    const { results } = await desk.wire.ask('material.import', { files: [handle] })
    await desk.wire.ask('material.describe', { sha256: results[0]?.sha256 ?? '', validTo })
  }
  const { materials } = await desk.wire.ask('material.list', { text: '证书甲' })
  const { id } = await desk.wire.ask('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  const { slots } = await desk.wire.ask('application.open', { id })
  await desk.wire.ask('application.attach', {
    id,
    slot: slots[0]?.id ?? '',
    materials: [materials[0]?.sha256 ?? ''],
  })
  show(desk, <DeskPage />)
  const panel = await screen.findByRole('region', { name: '即将到期' })
  await within(panel).findByText('已过期 43 天')
  expect(
    within(panel)
      .getAllByText(/证书/)
      .map((line) => line.textContent),
  ).toEqual(['证书乙.pdf', '证书甲.pdf'])
  const broken = within(panel).getByRole('link', { name: /工业互联网标杆工厂/ })
  expect(broken.getAttribute('href')).toBe(`/applications/${id}`)
  expect(within(panel).getAllByText('没有进行中的申报使用')).toHaveLength(1)
  expect(within(panel).getByText('还有 19 天')).toBeTruthy()
})

test('an application stands with its ring, what blocks it and the days that are left', async () => {
  const desk = await openDeskWithVault(clock)
  await desk.wire.ask('application.create', { id: 'js-iiot-benchmark-factory', edition: '2023' })
  show(desk, <DeskPage />)
  const panel = await screen.findByRole('region', { name: '进行中的申报' })
  expect(await within(panel).findByText(/项须处理/)).toBeTruthy()
  expect(within(panel).getByRole('img', { name: /必备项已完成 \d+ \/ \d+/ })).toBeTruthy()
  expect(within(panel).getByRole('link').getAttribute('href')).toMatch(/^\/applications\//)
})

test('an application with its result is not in progress, and the hint says where it is', async () => {
  const desk = await openDeskWithVault(clock)
  const { id } = await desk.wire.ask('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  await desk.wire.ask('reserve.put', { id })
  show(desk, <DeskPage />)
  const panel = await screen.findByRole('region', { name: '进行中的申报' })
  expect(await within(panel).findByText('没有进行中的申报')).toBeTruthy()
  expect(within(panel).queryByText(/项须处理/)).toBeNull()
  expect(within(panel).getByRole('link', { name: '查看已有申报' })).toBeTruthy()
})

test('the integrity check runs and its outcome is remembered', async () => {
  const desk = await openDeskWithVault(clock)
  const first = show(desk, <DeskPage />)
  fireEvent.click(await screen.findByRole('button', { name: '立即检查' }))
  expect(await screen.findByText(/保险库完好/)).toBeTruthy()
  first.unmount()
  show(desk, <DeskPage />)
  expect(await screen.findByText(/上次检查：.*，完好/)).toBeTruthy()
})
