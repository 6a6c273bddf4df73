/** What the cells of a form need of the application they belong to. */
import { createContext, useContext } from 'react'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Answer, Answers, Field, Form } from '../../../../shared/programme/form.ts'
import { type CellValue, type Rows, rowsOf, withCell } from './rows.ts'

export type FormAccess = {
  readonly form: Form
  readonly fields: ReadonlyMap<string, Field>
  readonly answers: Answers
  readonly carried: Answers
  readonly findingsAt: (ref: string, row?: number, column?: string) => readonly Finding[]
  /** These three stay the same functions while answers change. */
  readonly commit: (field: string, value: Answer) => void
  readonly commitCell: (table: string, row: number, column: string, value: CellValue) => void
  readonly commitRows: (table: string, change: (rows: Rows) => Rows) => void
}

export const FormContext = createContext<FormAccess | null>(null)

export function useForm(): FormAccess {
  const found = useContext(FormContext)
  if (!found) throw new Error('FormContext has no value.')
  return found
}

const placeKey = (ref: string, row?: number, column?: string) =>
  `${ref}|${row ?? ''}|${column ?? ''}`
const none: readonly Finding[] = []

/** Findings of the form by their exact place. */
export function findingsByPlace(findings: readonly Finding[]): FormAccess['findingsAt'] {
  const byPlace = Map.groupBy(
    findings.filter(({ place }) => place.step === 'form'),
    ({ place }) => placeKey(place.ref, place.row, place.column),
  )
  return (ref, row, column) => byPlace.get(placeKey(ref, row, column)) ?? none
}

/** The three ways to change an answer. */
export function committers(
  save: (changes: Answers) => void,
  /** The answers of this moment, not of the last render. */
  now: () => Answers,
) {
  const commitRows: FormAccess['commitRows'] = (table, change) =>
    save({ [table]: change(rowsOf(now()[table])) })
  return {
    commit: (field: string, value: Answer) => save({ [field]: value }),
    commitCell: (table: string, row: number, column: string, value: CellValue) =>
      commitRows(table, (rows) => withCell(rows, row, column, value)),
    commitRows,
  }
}
