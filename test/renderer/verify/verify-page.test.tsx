// @vitest-environment jsdom
/** The verification of bundles on the page: seen first, known, changed; volumes; the sheet. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { composeBundle } from '../../../electron/engine/bundle/compose.ts'
import { composeVolumes } from '../../../electron/engine/bundle/compose-volumes.ts'
import { writeBundle } from '../../../electron/engine/bundle/write.ts'
import { writeVolumes } from '../../../electron/engine/bundle/write-volumes.ts'
import { VerifyPage } from '../../../renderer/pages/verify/verify-page.tsx'
import { exampleInput } from '../../bundles/example.ts'
import { openDesk, show } from '../../support/page.tsx'
import { quietJob } from '../../support/quiet-job.ts'

const temp = () => mkdtempSync(join(tmpdir(), 'verify-page-'))

/** A bundle of an enterprise that is not invented, each time by another key. */
async function real(): Promise<string> {
  const input = exampleInput()
  const enterprise = { ...input.enterprise, sample: false }
  const to = join(temp(), '提交包.zip')
  await writeBundle(composeBundle({ ...input, enterprise }), to, quietJob)
  return to
}
const choose = () => fireEvent.click(screen.getByRole('button', { name: '选择提交包' }))

test('without a vault: first seen, compared with the sheet, then an impostor shouted in red', async () => {
  const desk = openDesk()
  show(desk, <VerifyPage />, '/verify')
  desk.picks.push(await real())
  choose()
  await screen.findByText(/通过：文件齐全/)
  await screen.findByText(/首次见到这个签名人/)
  const confirm = screen.getByRole('button', { name: '已与交接单比对' })
  expect(confirm).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByRole('checkbox'))
  fireEvent.click(confirm)
  await screen.findByText(/指纹已与交接单比对/)
  await screen.findByText('指纹已比对')
  desk.picks.push(await real())
  choose()
  await screen.findByText(/未通过/)
  await screen.findByText(/指纹变了！/)
  const [known] = await desk.wire.ask('signer.list', {})
  const shown = document.body.textContent?.replaceAll(' ', '').toLowerCase()
  expect(shown).toContain(known?.fingerprint)
  expect(screen.getByText('这次的指纹')).toBeTruthy()
  expect(screen.queryByText(/^通过/)).toBeNull()
})

test('volumes picked together show the whole set; the sheet is asked for where the person says', async () => {
  const desk = openDesk()
  const { specs } = composeVolumes(
    exampleInput([1, 2].map((n) => ['proof', `${n}.pdf`, Buffer.alloc(900_000, n)] as const)),
    1_500_000,
  )
  const set = join(temp(), 'set')
  const [first, second] = await writeVolumes(specs, set, quietJob)
  show(desk, <VerifyPage />, '/verify')
  desk.picks.push(first?.path ?? '', second?.path ?? '')
  choose()
  await waitFor(() => expect(screen.getAllByText(/通过：文件齐全/)).toHaveLength(2))
  expect(screen.getAllByText(/第 1 卷，共 2 卷 · .* · 完整/)).toHaveLength(2)
  desk.picks.push(join(temp(), '验证单.pdf'))
  fireEvent.click(screen.getAllByRole('button', { name: '生成验证单' })[0] as HTMLElement)
  await waitFor(() => expect(desk.calls).toContain('bundle.sheet'))
})
