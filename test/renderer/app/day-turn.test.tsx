// @vitest-environment jsdom
/** A window left open over night counts from the new day. */
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { factory, openApplication } from '../application/open-application.tsx'

afterEach(() => vi.useRealTimers())

test('when a day begins in China, the days left are counted anew', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2023-02-10T15:59:00Z') })
  await openApplication({ programme: factory })
  expect(await screen.findByText(/2023年2月28日截止，还有 18 天/)).toBeTruthy()
  vi.setSystemTime(new Date('2023-02-10T16:00:00Z'))
  fireEvent.focus(window)
  expect(await screen.findByText(/2023年2月28日截止，还有 17 天/)).toBeTruthy()
})
