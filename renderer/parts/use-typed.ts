/**
 * Text in a control while it is being typed. It is handed on when the person leaves the control,
 * pauses, or the control goes away: at most two seconds of typing are ever only on screen.
 */
import { useCallback, useEffect, useRef, useState } from 'react'

const pause = 1500

export type Typed = {
  readonly text: string
  readonly change: (text: string) => void
  /** Hands on what was typed, in its final shape. */
  readonly leave: () => void
}

/** `shape` puts what was typed into the form that is kept (a plain decimal, a trimmed word). */
export function useTyped(
  value: string,
  commit: (value: string) => void,
  shape: (text: string) => string = (text) => text,
  whileTyping = true,
): Typed {
  const [text, setText] = useState(value)
  const held = useRef({ text: value, dirty: false, commit, shape })
  held.current.commit = commit
  held.current.shape = shape

  useEffect(() => {
    if (held.current.dirty) return
    held.current.text = value
    setText(value)
  }, [value])

  const leave = useCallback(() => {
    if (!held.current.dirty) return
    held.current.dirty = false
    const final = held.current.shape(held.current.text)
    setText(final)
    held.current.commit(final)
  }, [])
  useEffect(() => leave, [leave])
  useEffect(() => {
    if (!whileTyping || text === value || !held.current.dirty) return
    const timer = setTimeout(() => held.current.commit(held.current.text), pause)
    return () => clearTimeout(timer)
  }, [text, value, whileTyping])

  const change = useCallback((next: string) => {
    held.current.text = next
    held.current.dirty = true
    setText(next)
  }, [])
  return { text, change, leave }
}
