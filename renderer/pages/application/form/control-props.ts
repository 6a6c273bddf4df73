/** What every control of the form gets, whatever its kind. */
import type { KeyboardEvent } from 'react'
import type { Answer, Column, Field } from '../../../../shared/programme/form.ts'
import type { Typed } from '../../../parts/use-typed.ts'

/** Anything that is answered by one control: a field, or a column of a repeating table. */
export type Spec = Field | Column
export type PlainSpec = Exclude<Spec, { type: 'narrative' } | { type: 'table' }>

export type ControlProps<S extends Spec = Spec> = {
  readonly spec: S
  readonly value: Answer | undefined
  /** The text beside an option that asks for one. */
  readonly other: string
  /** Id of the element that says what is wrong, when something is. */
  readonly describedBy: string | undefined
  /** True when what is said of it blocks a submission. */
  readonly invalid: boolean
  /** `typing`: the person has not left the control yet. */
  readonly onCommit: (value: Answer, typing?: boolean) => void
  readonly onOther: (text: string, typing?: boolean) => void
}

/** What every typed control is called and says to a screen reader. */
export const describedProps = ({
  spec,
  describedBy,
  invalid,
}: Pick<ControlProps, 'spec' | 'describedBy' | 'invalid'>) => ({
  'aria-label': spec.label,
  title: spec.help,
  'aria-required': spec.required,
  'aria-invalid': invalid,
  'aria-describedby': describedBy,
})

/** Where the typing of a control goes; Esc gives it up. */
export const typingProps = (typed: Typed) => ({
  value: typed.text,
  onChange: (event: { readonly target: { readonly value: string } }) =>
    typed.change(event.target.value),
  onBlur: typed.leave,
  onKeyDown: (event: KeyboardEvent) => givesUp(event, typed.restore),
})

/** Esc means the control alone while it is typed into, not what lies around it. */
export function givesUp(event: KeyboardEvent, restore: () => void): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
  event.stopPropagation()
  restore()
}

/** An answer of a control that holds one string. */
export const asText = (value: Answer | undefined) => (typeof value === 'string' ? value : '')
/** An answer of a control that holds several option ids. */
export const asList = (value: Answer | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
