/** An application in a fresh vault, opened in the page. */
import { fireEvent, screen, within } from '@testing-library/react'
import type { Input } from '../../../shared/contract.ts'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault } from '../../support/page.tsx'
import { openWholePage } from './whole-page.tsx'

export const base = { id: 'js-internet-plus-base', edition: '2022', track: null }
export const factory = { id: 'js-iiot-benchmark-factory', edition: '2023', track: null }

type Begin = {
  readonly programme?: typeof base
  readonly step?: string
  readonly answers?: Input<'application.fill'>['answers']
  readonly facts?: Record<string, string>
  /** Name and kind of papers that the archive already holds. */
  readonly papers?: readonly { readonly name: string; readonly kind: string }[]
}

/** Opens a step of a new application, with answers and facts that are already kept. */
export async function openApplication(begin: Begin = {}) {
  const { programme = base, step, answers, facts = {}, papers = [] } = begin
  const desk = await openDeskWithVault()
  const { ask } = desk.wire
  for (const { name, kind } of papers) {
    const path = file(tempFolder(), name, name)
    await ask('material.import', { files: [desk.grant(path)], kind })
  }
  await ask('enterprise.fill', { base: 0, facts, indicators: [] })
  const { id, revision } = await ask('application.create', programme)
  if (answers) await ask('application.fill', { id, base: revision, answers })
  const page = openWholePage(desk, `/applications/${id}${step ? `/${step}` : ''}`)
  return {
    ...page,
    desk,
    id,
    /** The changes that the page sent, in order. */
    fills: () => page.inputsOf('application.fill'),
    kept: () => ask('application.open', { id }),
  }
}

/** Shows a part of the form. */
export async function part(title: RegExp): Promise<void> {
  const tree = await screen.findByRole('navigation', { name: '申报书目录' })
  fireEvent.click(within(tree).getByRole('button', { name: title }))
}

/** Types into a control and leaves it. */
export function type(control: HTMLElement, value: string): void {
  fireEvent.focus(control)
  fireEvent.change(control, { target: { value } })
  fireEvent.blur(control)
}
