/**
 * A figure in a control: plain while it is typed, with separators when left. One that was given in
 * another unit (1.2亿元 where 万元 is asked) is kept in the unit asked, and what was given is told.
 */
import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'
import { type ReadFigure, readFigure } from '../../shared/programme/figure-text.ts'
import { figure } from '../../shared/text/figure.ts'
import { useTyped } from './use-typed.ts'

export type Figure = {
  readonly shown: string
  readonly change: (text: string) => void
  readonly restore: () => void
  /** For the control's focus: what stands there is chosen, so that typing takes its place. */
  readonly enter: (event: FocusEvent<HTMLInputElement>) => void
  readonly leave: () => void
  readonly active: boolean
  /** What was given, as long as the figure it became stands there. */
  readonly given: ReadFigure['from']
  /** The text is no figure in the unit asked. */
  readonly wrong: boolean
}

export function useFigure(
  value: string,
  unit: string,
  commit: (value: string, typing: boolean) => void,
  whileTyping = true,
): Figure {
  const [active, setActive] = useState(false)
  const [last, setLast] = useState<ReadFigure | null>(null)
  const control = useRef<HTMLInputElement>(null)
  // Losing its separators, the text loses what was chosen in it. A press of the mouse sets a caret.
  useLayoutEffect(() => {
    if (active) control.current?.select()
  }, [active])
  const plain = (text: string) => readFigure(text, unit)?.value ?? text.trim()
  const typed = useTyped(value, commit, plain, whileTyping)
  return {
    shown: active ? typed.text : figure(typed.text),
    change: typed.change,
    restore: typed.restore,
    enter: ({ currentTarget }) => {
      control.current = currentTarget.matches(':active') ? null : currentTarget
      setActive(true)
    },
    leave: () => {
      setActive(false)
      setLast(readFigure(typed.text, unit))
      typed.leave()
    },
    active,
    given: !active && last?.value === value ? last.from : null,
    wrong: !active && typed.text !== '' && readFigure(typed.text, unit) === null,
  }
}
