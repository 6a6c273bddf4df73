// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CompareDialog } from '../../../renderer/pages/reserve/compare-dialog.tsx'
import { openDeskWithVault, show } from '../../support/page.tsx'

const clock = () => new Date('2023-02-10T03:00:00Z')
const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }

test('a single state is not offered to be compared with itself: the dialog says what is to come', async () => {
  const desk = await openDeskWithVault(clock)
  await desk.wire.ask('application.create', factory)
  const [row] = await desk.wire.ask('application.list', {})
  if (!row) throw new Error('no application')
  show(desk, <CompareDialog row={row} others={[]} onClose={() => {}} />)
  expect(await screen.findByText(/还没有可以对比的版本/)).toBeTruthy()
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('neither side offers the state that stands at the other', async () => {
  const desk = await openDeskWithVault(clock)
  const { id } = await desk.wire.ask('application.create', factory)
  await desk.wire.ask('reserve.put', { id })
  const [row] = await desk.wire.ask('application.list', {})
  if (!row) throw new Error('no application')
  show(desk, <CompareDialog row={row} others={[]} onClose={() => {}} />)
  const [left] = await screen.findAllByRole('combobox')
  fireEvent.mouseDown(left as HTMLElement)
  const offered = within(await screen.findByRole('listbox')).getAllByRole('option')
  expect(offered).toHaveLength(1)
  expect(offered[0]?.textContent).not.toContain('当前内容')
})
