// @vitest-environment jsdom
/** Ctrl+Z and Ctrl+Y in the page: pressed as fast as fingers can, none of them is lost. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApplication, part, type } from './open-application.tsx'

/** A key goes where the focus is; without one, to the page. Nothing is drawn before the next one. */
const press = (key: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
  )

test('undo and redo pressed in one breath both count', async () => {
  const { kept } = await openApplication({ step: 'form' })
  await part(/^二、/)
  const control = screen.getByRole('textbox', { name: /区域基本情况概述/ }) as HTMLTextAreaElement
  type(control, '苏南腹地')
  act(() => control.focus())
  for (const key of ['z', 'y', 'z', 'y', 'z', 'y']) press(key)
  await waitFor(() => expect(control.value).toBe('苏南腹地'))
  await waitFor(async () => expect(Object.values((await kept()).answers)).toContain('苏南腹地'))
  await waitFor(() => expect(document.activeElement).toBe(control))
})

test('a row that is undone takes the focus with it, and the next key brings it again', async () => {
  await openApplication({ step: 'form', answers: { honours: [{ name: '甲' }] } })
  await part(/^一、/)
  const cell = (row: number) =>
    document.querySelector<HTMLElement>(
      `td[data-place="honours"][data-row="${row}"][data-column="name"] :is(textarea, input)`,
    )
  await waitFor(() => expect(cell(0)).not.toBeNull())
  act(() => cell(0)?.focus())
  fireEvent.keyDown(cell(0) as HTMLElement, { key: 'Insert', altKey: true })
  await waitFor(() => expect(document.activeElement).toBe(cell(1)))
  press('z')
  while (cell(1)?.isConnected) await Promise.resolve()
  expect(document.activeElement).toBe(document.body)
  press('y')
  await waitFor(() => expect(cell(1)).not.toBeNull())
})
