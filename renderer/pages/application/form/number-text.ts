/** How figures are typed. Values stay exact decimal strings; nothing is computed here. */
import type { Field } from '../../../../shared/programme/form.ts'
import { decimalOf } from '../../../parts/fact-text.ts'

const numericTypes: readonly string[] = ['number', 'money', 'percent']
export const isNumeric = (type: Field['type']) => numericTypes.includes(type)

/** A figure as typed or pasted, without separators, full-width digits or a trailing unit sign. */
export const plainNumber = (typed: string): string => decimalOf(typed) ?? typed.trim()
