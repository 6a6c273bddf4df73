// @vitest-environment jsdom
/** 小幅更正 and 下载条件 on a programme's page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { tempFolder } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { openWholePage } from '../application/whole-page.tsx'

const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
const address = `/programmes/${factory.id}/${factory.edition}`

async function open() {
  const desk = await openDeskWithVault()
  return { desk, ...openWholePage(desk, address) }
}

async function correcting() {
  fireEvent.click(await screen.findByRole('button', { name: '小幅更正' }))
  return screen.findByRole('dialog', { name: '小幅更正' })
}
const type = (control: HTMLElement, value: string) =>
  fireEvent.change(control, { target: { value } })

test('a date is corrected with its reason, is listed, and can be taken back', async () => {
  const { desk, inputsOf } = await open()
  const dialog = await correcting()
  const [closes] = within(dialog).getAllByRole('textbox', { name: '截止日期' })
  type(closes as HTMLElement, '2023-02-30')
  expect(within(dialog).getByText(/应填写实际存在的日期/)).toBeTruthy()
  const save = () => within(dialog).getByRole('button', { name: /^保存更正/ })
  fireEvent.click(save())
  await within(dialog).findByText('有的内容填写有误，请改正后再保存。')
  type(closes as HTMLElement, '2023-03-15')
  fireEvent.click(save())
  expect(inputsOf('pack.correct')).toEqual([])
  type(within(dialog).getByRole('textbox', { name: /^更正依据/ }), '延期通知')
  fireEvent.click(save())

  const panel = await screen.findByRole('region', { name: '本地更正' })
  expect(within(panel).getByText('企业（申报单位） · 截止日期')).toBeTruthy()
  expect(within(panel).getByText('2023-03-15')).toBeTruthy()
  expect(within(panel).getByText('延期通知')).toBeTruthy()
  const view = await desk.wire.ask('programme.open', { ...factory, track: null })
  expect(view.pack.windows.some(({ closes: day }) => day === '2023-03-15')).toBe(true)

  fireEvent.click(within(panel).getByRole('button', { name: '撤销更正' }))
  const sure = await screen.findByRole('dialog', { name: '撤销本地更正' })
  fireEvent.click(within(sure).getByRole('button', { name: '撤销更正' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: '本地更正' })).toBeNull())
  expect((await desk.wire.ask('programme.open', { ...factory, track: null })).origin).toBe(
    'shipped',
  )
})

test('a threshold is corrected as a figure, and the verdict follows it', async () => {
  const { inputsOf } = await open()
  const dialog = await correcting()
  fireEvent.click(within(dialog).getByRole('tab', { name: '条件数值' }))
  const [bound] = within(dialog).getAllByRole('textbox', { name: '界限值' })
  type(bound as HTMLElement, '很多')
  expect(within(dialog).getByText('应填写数字')).toBeTruthy()
  type(bound as HTMLElement, '1')
  type(within(dialog).getByRole('textbox', { name: /^更正依据/ }), '新通知')
  fireEvent.click(within(dialog).getByRole('button', { name: '保存更正（1 处）' }))
  await screen.findByRole('region', { name: '本地更正' })
  const [sent] = inputsOf('pack.correct')
  expect(sent).toMatchObject({ ...factory, note: '新通知', corrections: [{ value: '1' }] })
})

test('the conditions are saved where the person says, for the chosen track', async () => {
  const { desk } = await open()
  const to = join(tempFolder(), '标杆工厂.txt')
  desk.picks.push(to)
  fireEvent.click(await screen.findByRole('button', { name: '下载条件' }))
  await screen.findByText('已保存《标杆工厂.txt》。')
  expect(readFileSync(to, 'utf8')).toContain('申报条件')
})

test('leaving the save dialog saves nothing and says nothing', async () => {
  const { inputsOf } = await open()
  fireEvent.click(await screen.findByRole('button', { name: '下载条件' }))
  await screen.findByRole('button', { name: '打印' })
  expect(inputsOf('programme.save')).toEqual([])
})
