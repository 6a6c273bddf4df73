// @vitest-environment jsdom
/** Taking a paper out of its slot, and thinking twice. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, type TestDesk } from '../../support/page.tsx'
import { base, factory } from './open-application.tsx'
import { openWholePage } from './whole-page.tsx'

async function withPapers(programme: typeof base, slot: string, ...names: readonly string[]) {
  const desk = await openDeskWithVault()
  const dir = tempFolder()
  const { id } = await desk.wire.ask('application.create', programme)
  const files = names.map((name) => desk.grant(file(dir, name, `%PDF-1.4 ${name}`)))
  const view = await desk.wire.ask('application.attach', { id, slot, files })
  return { desk, id, view }
}

const undo = async () => fireEvent.click(await screen.findByRole('button', { name: '撤销' }))

async function papers(desk: TestDesk, id: string, slot: string): Promise<readonly string[]> {
  const { slots } = await desk.wire.ask('application.open', { id })
  return slots.find((each) => each.id === slot)?.materials.map(({ name }) => name) ?? []
}

test('a paper taken out and brought back stands at its place again', async () => {
  const names = ['发票1.pdf', '发票2.pdf', '发票3.pdf']
  const { desk, id } = await withPapers(factory, 'invoices', ...names)
  openWholePage(desk, `/applications/${id}/materials`)
  fireEvent.click(await screen.findByRole('button', { name: /发票1\.pdf/ }))
  await waitFor(async () =>
    expect(await papers(desk, id, 'invoices')).toEqual(['发票2.pdf', '发票3.pdf']),
  )
  await undo()
  const first = await screen.findByRole('link', { name: '发票1.pdf' })
  const last = screen.getByRole('link', { name: '发票3.pdf' })
  expect(first.compareDocumentPosition(last)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(await papers(desk, id, 'invoices')).toEqual(names)
})

test('what cannot be brought back says why, though the row that asked for it is gone', async () => {
  const { desk, id, view } = await withPapers(factory, 'invoices', '发票1.pdf')
  openWholePage(desk, `/applications/${id}/materials`)
  fireEvent.click(await screen.findByRole('button', { name: /发票1\.pdf/ }))
  const back = await screen.findByRole('button', { name: '撤销' })
  const [paper] = view.slots.find((each) => each.id === 'invoices')?.materials ?? []
  await desk.wire.ask('material.discard', { sha256: paper?.sha256 ?? '' })
  fireEvent.click(back)
  expect((await screen.findByRole('alert')).textContent).toContain('发票1.pdf')
})

test('a stamped scan taken off can be brought back, of the same version', async () => {
  const desk = await openDeskWithVault()
  const { id, pack } = await desk.wire.ask('application.create', base)
  const slot = pack.slots.find(({ form }) => form)?.id ?? ''
  const scan = desk.grant(file(tempFolder(), '扫描件.pdf', '%PDF-1.4 scan'))
  const { stamps } = await desk.wire.ask('application.attach', { id, slot, files: [scan] })
  openWholePage(desk, `/applications/${id}/preview`)
  const place = await screen.findByRole('region', { name: '盖章扫描件' })
  fireEvent.click(await within(place).findByRole('button', { name: '移除' }))
  await undo()
  await within(place).findByText('扫描件.pdf')
  expect((await desk.wire.ask('application.open', { id })).stamps).toEqual(stamps)
})
