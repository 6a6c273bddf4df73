/** What every control of the form gets, whatever its kind. */
import type { Answer, Column, Field } from '../../../../shared/programme/form.ts'

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
  readonly onCommit: (value: Answer) => void
  readonly onOther: (text: string) => void
}

/** An answer of a control that holds one string. */
export const asText = (value: Answer | undefined) => (typeof value === 'string' ? value : '')
/** An answer of a control that holds several option ids. */
export const asList = (value: Answer | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
