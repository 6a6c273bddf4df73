/**
 * Text in a control while it is being typed. It is handed on when the person leaves the control or
 * the control goes away, and in between at the latest 1.5 seconds after it was typed, however
 * steadily the typing goes on: at most two seconds of it are ever only on screen.
 */
import { useCallback, useEffect, useRef, useState } from 'react'

const pause = 1500

export type Typed = {
  readonly text: string
  readonly change: (text: string) => void
  /** Hands on what was typed, in its final shape. */
  readonly leave: () => void
  /** Puts back what the control held when the typing began. */
  readonly restore: () => void
}

/**
 * `shape` puts what was typed into the form that is kept (a plain decimal, a trimmed word). `commit`
 * is told whether the typing goes on.
 */
export function useTyped(
  value: string,
  commit: (value: string, typing: boolean) => void,
  shape: (text: string) => string = (text) => text,
  whileTyping = true,
): Typed {
  const [text, setText] = useState(value)
  const held = useRef({ text: value, began: value, dirty: false, commit, shape })
  held.current.commit = commit
  held.current.shape = shape
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    if (held.current.dirty) return
    held.current.text = value
    setText(value)
  }, [value])

  const rest = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }, [])
  const leave = useCallback(() => {
    rest()
    if (!held.current.dirty) return
    held.current.dirty = false
    const final = held.current.shape(held.current.text)
    setText(final)
    held.current.commit(final, false)
  }, [rest])
  useEffect(() => leave, [leave])

  const change = useCallback(
    (next: string) => {
      const now = held.current
      if (!now.dirty) now.began = now.text
      now.text = next
      now.dirty = true
      setText(next)
      if (!whileTyping || timer.current !== null) return
      timer.current = setTimeout(() => {
        timer.current = null
        now.commit(now.shape(now.text), true)
      }, pause)
    },
    [whileTyping],
  )
  const restore = useCallback(() => {
    if (!held.current.dirty) return
    held.current.text = held.current.began
    leave()
  }, [leave])
  return { text, change, leave, restore }
}
