// @vitest-environment jsdom
/** In an application: choosing a reading, ticking what papers hold, moving to another pack. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { file, root, tempFolder } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { base, factory, openApplication, type } from './open-application.tsx'
import { openWholePage } from './whole-page.tsx'

test('a reading is chosen with name and grounds, and given back', async () => {
  const { kept } = await openApplication({ programme: factory })
  const { pack } = await kept()
  const condition = pack.conditions.find(({ readings = [] }) => readings.length > 1)
  const [, second] = condition?.readings ?? []
  const row = (await screen.findByText(condition?.text ?? '')).closest('[data-place]')
  fireEvent.click(
    within(row as HTMLElement).getByRole('button', { name: /^选定理解（共 \d 种）$/ }),
  )
  const dialog = await screen.findByRole('dialog', { name: '选定对条文的理解' })
  fireEvent.click(within(dialog).getByRole('radio', { name: second?.text ?? '' }))
  type(within(dialog).getByRole('textbox', { name: /选定人姓名/ }), '周敏')
  type(within(dialog).getByRole('textbox', { name: /依据/ }), '省厅电话答复')
  fireEvent.click(within(dialog).getByRole('button', { name: '按此判定' }))
  await within(row as HTMLElement).findByText(
    new RegExp(`周敏于.*选定：${second?.text.slice(0, 8)}`),
  )
  expect((await kept()).readings[condition?.id ?? '']).toMatchObject({
    reading: second?.id,
    name: '周敏',
    note: '省厅电话答复',
  })
  fireEvent.click(within(row as HTMLElement).getByRole('button', { name: '恢复默认理解' }))
  await waitFor(async () => expect((await kept()).readings).toEqual({}))
})

test('what a paper must hold is ticked in the name of whoever looked, and unticked', async () => {
  const { desk, kept, id } = await openApplication({ programme: factory, step: 'materials' })
  const { pack } = await kept()
  const slot = pack.slots.find(({ inside }) => inside.length > 0)
  const [point = ''] = slot?.inside ?? []
  type(await screen.findByRole('textbox', { name: '核对人' }), '周敏')
  const row = (await screen.findByRole('heading', { name: slot?.title ?? '' })).closest('li')
  const path = file(tempFolder(), '审计报告.txt', '报告')
  const dropped = { types: ['Files'], files: [{ path }] }
  fireEvent.drop(within(row as HTMLElement).getByText(slot?.title ?? ''), { dataTransfer: dropped })
  const box = () =>
    within(row as HTMLElement).findByRole('checkbox', { name: new RegExp(`^${point.slice(0, 6)}`) })
  fireEvent.click(await box())
  await waitFor(async () => expect(((await box()) as HTMLInputElement).checked).toBe(true))
  const { ticks } = await desk.wire.ask('application.open', { id })
  expect(ticks).toMatchObject([{ slot: slot?.id, point, name: '周敏' }])
  fireEvent.click(await box())
  await waitFor(async () => expect((await kept()).ticks).toEqual([]))
})

test('an application moves to a newer edition: changes and what is set aside are said first', async () => {
  const desk = await openDeskWithVault()
  const { ask } = desk.wire
  const { id, pack } = await ask('application.create', base)
  const gone = pack.slots.at(-1)
  const paper = desk.grant(file(tempFolder(), '投融资.txt', '材料'))
  await ask('application.attach', { id, slot: gone?.id ?? '', files: [paper] })
  const before = openWholePage(desk, `/applications/${id}`)
  await screen.findByRole('heading', { name: pack.title })
  expect(screen.queryByRole('button', { name: /政策包有/ })).toBeNull()

  const text = readFileSync(join(root, 'assets/programmes/js-internet-plus-base-2022.json'), 'utf8')
  const next = { ...JSON.parse(text), edition: '2099', slots: pack.slots.slice(0, -1) }
  await ask('pack.import', { file: desk.grant(file(tempFolder(), 'x.json', JSON.stringify(next))) })
  before.unmount()
  openWholePage(desk, `/applications/${id}`)

  fireEvent.click(await screen.findByRole('button', { name: '政策包有 1 个其他版本' }))
  const dialog = await screen.findByRole('dialog', { name: '转到其他版本的政策包' })
  expect(within(dialog).getByText('删去 · 申报资料')).toBeTruthy()
  const aside = within(dialog).getByRole('alert')
  expect(within(aside).getByText(gone?.title ?? '')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '转到此版本' }))
  await screen.findByText(/2099年度/)
  expect((await ask('application.open', { id })).edition).toBe('2099')
})
