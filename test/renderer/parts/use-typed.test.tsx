// @vitest-environment jsdom
/** However people type, at most two seconds of it are not handed on. */
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useTyped } from '../../../renderer/parts/use-typed.ts'
import { chanceOf } from '../../support/random.ts'

afterEach(() => vi.useRealTimers())

/** A control that is typed into; `kept` is what was handed on last. */
function control(start = '') {
  vi.useFakeTimers()
  const kept: { text: string; typing: boolean }[] = []
  const { result, unmount } = renderHook(() =>
    useTyped(start, (text, typing) => void kept.push({ text, typing })),
  )
  const type = (text: string) => act(() => result.current.change(text))
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  return { result, kept, type, pass, unmount }
}

test.each([1, 2, 3, 4])(
  'typed without a pause, what is older than two seconds is always handed on (seed %i)',
  (seed) => {
    const chance = chanceOf(seed)
    const { kept, type, pass } = control()
    let now = 0
    const typed: { at: number; text: string }[] = []
    for (let n = 1; n <= 400; n += 1) {
      const rest = chance.below(chance.pick([50, 200, 900]))
      pass(rest)
      now += rest
      const text = '字'.repeat(n)
      typed.push({ at: now, text })
      type(text)
      const owed = typed.findLast(({ at }) => at <= now - 2000)?.text ?? ''
      expect((kept.at(-1)?.text ?? '').length).toBeGreaterThanOrEqual(owed.length)
    }
  },
)

test('leaving, and going away, hand on at once; typing that goes on is told from its end', () => {
  const { result, kept, type, pass, unmount } = control()
  type('一')
  pass(1600)
  type('一二')
  act(() => result.current.leave())
  type('一二三')
  unmount()
  expect(kept).toEqual([
    { text: '一', typing: true },
    { text: '一二', typing: false },
    { text: '一二三', typing: false },
  ])
})

test('given up, the control holds what it held before the typing began', () => {
  const { result, kept, type, pass } = control('原来')
  type('新')
  pass(1600)
  type('新的')
  act(() => result.current.restore())
  expect(result.current.text).toBe('原来')
  expect(kept.at(-1)).toEqual({ text: '原来', typing: false })
})
