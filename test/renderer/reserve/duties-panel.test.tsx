// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DutiesPanel } from '../../../renderer/parts/duties/duties-panel.tsx'
import { openDeskWithVault, show } from '../../support/page.tsx'

/** The panel of a vault in which a park was recognised, on a later day. */
async function openPanel(later: string) {
  let day = '2022-11-10'
  const desk = await openDeskWithVault(() => new Date(`${day}T03:00:00Z`))
  const { id } = await desk.wire.ask('application.create', {
    id: 'js-internet-plus-base',
    edition: '2022',
  })
  await desk.wire.ask('reserve.close', { id, outcome: 'recognised', day })
  day = later
  show(desk, <DutiesPanel withSettled />)
  return { desk, panel: await screen.findByRole('region', { name: '后续义务' }) }
}

const press = (name: string | RegExp, within_: HTMLElement = document.body) =>
  fireEvent.click(within(within_).getByRole('button', { name }))

test('an overdue review stays in sight with the next one, is done, and comes back when undone', async () => {
  const { panel } = await openPanel('2023-06-01')
  await within(panel).findByText('2022年12月31日到期，已逾期 152 天')
  expect(within(panel).getByText('下一次：2023年12月31日前，还有 213 天')).toBeTruthy()
  press('标为已完成', panel)
  await within(panel).findByText('2023年12月31日前，还有 213 天')
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await within(panel).findByText('2022年12月31日到期，已逾期 152 天')
})

test('settled otherwise needs a note, which stands among the settled; there it can be reopened', async () => {
  const { panel, desk } = await openPanel('2023-06-01')
  await within(panel).findByText(/已逾期 152 天/)
  press('另行处理或不再适用…', panel)
  const dialog = await screen.findByRole('dialog')
  const go = within(dialog).getByRole('button', { name: '确定' }) as HTMLButtonElement
  expect(go.disabled).toBe(true)
  fireEvent.click(within(dialog).getByRole('radio', { name: /不再适用/ }))
  fireEvent.change(within(dialog).getByLabelText(/说明/), { target: { value: '资格已撤销' } })
  expect(go.disabled).toBe(false)
  fireEvent.click(go)
  fireEvent.click(await within(panel).findByRole('button', { name: '已处理的 1 项' }))
  expect(within(panel).queryByText(/已逾期/)).toBeNull()
  expect(within(panel).getByText('说明：资格已撤销')).toBeTruthy()
  expect(
    within(panel).getByText('自2022年12月31日前的一次起：2023年6月1日标为不再适用'),
  ).toBeTruthy()
  press('恢复提醒', panel)
  await within(panel).findByText(/已逾期 152 天/)
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await within(panel).findByText('说明：资格已撤销')
  expect((await desk.wire.ask('duty.list', {})).open).toEqual([])
})
