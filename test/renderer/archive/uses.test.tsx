// @vitest-environment jsdom
/** An invoice's claims on its sheet: refused elsewhere, released with reason and name, taken back. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAsk } from '../../../renderer/app/use-ask.ts'
import { Known } from '../../../renderer/pages/archive/pane/known.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

function Sheet({ sha256 }: { readonly sha256: string }) {
  const { data } = useAsk('material.open', { sha256 })
  return data ? <Known view={data} /> : null
}

test('a claim is let go of with a reason and a name, shown with them, and taken back', async () => {
  const desk = await openDeskWithVault(() => new Date('2024-03-01T02:00:00Z'))
  const { ask } = desk.wire
  const handle = desk.grant(file(tempFolder(), '发票.pdf', '%PDF-1.4 x'))
  const { results } = await ask('material.import', { files: [handle] })
  const sha256 = results[0]?.sha256 ?? ''
  await ask('material.describe', {
    sha256,
    kind: 'invoice',
    facts: { number: '25322000000012345678', amount: '1130.00' },
  })
  const factory = { id: 'js-iiot-benchmark-factory', edition: '2023' }
  const { id } = await ask('application.create', factory)
  await ask('application.attach', { id, slot: 'invoices', materials: [sha256] })
  show(desk, <Sheet sha256={sha256} />)
  fireEvent.click(await screen.findByRole('tab', { name: '使用 1' }))
  expect(screen.getByText(/计入金额 1,130\.00 元/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '解除占用…' }))
  const dialog = await screen.findByRole('dialog')
  const go = within(dialog).getByRole('button', { name: '解除占用…' }) as HTMLButtonElement
  fireEvent.change(within(dialog).getByLabelText(/解除原因/), { target: { value: '未获批准' } })
  expect(go.disabled).toBe(true)
  fireEvent.change(within(dialog).getByLabelText(/经办人/), { target: { value: '林示文' } })
  fireEvent.click(go)
  expect(await screen.findByText('已解除占用：未获批准（林示文，2024-03-01）')).toBeTruthy()
  const second = await ask('application.create', factory)
  const view = await ask('application.attach', {
    id: second.id,
    slot: 'invoices',
    materials: [sha256],
  })
  expect(view.findings.map(({ code }) => code)).toContain('invoice.released')
  fireEvent.click(screen.getByRole('button', { name: '恢复占用' }))
  await waitFor(() => expect(screen.queryByText(/^已解除占用/)).toBeNull())
})
