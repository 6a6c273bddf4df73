/** What the cells of a form need of the application they belong to. */
import { createContext, useContext } from 'react'
import type { Derived } from '../../../../shared/model/application.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Answer, Answers, Field, Form } from '../../../../shared/programme/form.ts'
import type { Made } from './answer-queue.ts'
import { type CellValue, type Rows, rowsOf, withCell } from './rows.ts'

export type FormAccess = {
  readonly form: Form
  readonly fields: ReadonlyMap<string, Field>
  readonly answers: Answers
  readonly carried: Answers
  readonly derived: Readonly<Record<string, Derived>>
  readonly findingsAt: (ref: string, row?: number, column?: string) => readonly Finding[]
  /** What is said of the cells of a row; the same list as long as it says the same. */
  readonly findingsInRow: (table: string, row: number) => readonly Finding[]
  /** These stay the same functions while answers change. */
  readonly commit: (field: string, value: Answer, typing?: boolean) => void
  readonly commitCell: (cell: CellPlace, value: CellValue, typing?: boolean) => void
  readonly commitMany: (changes: Answers) => void
  readonly commitRows: (table: string, change: (rows: Rows) => Rows) => void
}

/** One cell of a repeating table. */
export type CellPlace = {
  readonly table: string
  readonly row: number
  readonly column: string
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

export type PlacedFindings = {
  readonly at: FormAccess['findingsAt']
  readonly inRow: FormAccess['findingsInRow']
}

const same = (a: readonly Finding[], b: readonly Finding[] | undefined) =>
  a.length === b?.length && a.every((one, at) => JSON.stringify(one) === JSON.stringify(b[at]))

/** Findings of the form by their exact place and by row; lists that say the same as before are kept. */
export function placedFindings(
  findings: readonly Finding[],
  before?: PlacedFindings,
): PlacedFindings {
  const ofForm = findings.filter(({ place }) => place.step === 'form')
  const byPlace = Map.groupBy(ofForm, ({ place }) => placeKey(place.ref, place.row, place.column))
  const inCells = ofForm.filter(({ place }) => place.row !== undefined)
  const byRow = new Map<string, readonly Finding[]>(
    Map.groupBy(inCells, ({ place }) => placeKey(place.ref, place.row)),
  )
  for (const [key, list] of byRow) {
    const [first] = list
    const known = first && before?.inRow(first.place.ref, first.place.row ?? 0)
    if (known && same(list, known)) byRow.set(key, known)
  }
  return {
    at: (ref, row, column) => byPlace.get(placeKey(ref, row, column)) ?? none,
    inRow: (table, row) => byRow.get(placeKey(table, row)) ?? none,
  }
}

/** The ways to change an answer. */
export function committers(
  save: (changes: Answers, made?: Made) => void,
  /** The answers of this moment, not of the last render. */
  now: () => Answers,
) {
  const rowsNow = (table: string) => rowsOf(now()[table])
  return {
    commit: (field: string, value: Answer, typing = false) =>
      save({ [field]: value }, { place: field, typing }),
    commitCell: ({ table, row, column }: CellPlace, value: CellValue, typing = false) =>
      save(
        { [table]: withCell(rowsNow(table), row, column, value) },
        { place: placeKey(table, row, column), typing },
      ),
    commitMany: (changes: Answers) => save(changes),
    commitRows: (table: string, change: (rows: Rows) => Rows) =>
      save({ [table]: change(rowsNow(table)) }),
  }
}
