/** Lints the summary table: its columns must show what the profile and the form hold. */
import type { Form } from '../../../../shared/programme/form.ts'
import { factOf } from '../../../../shared/programme/label.ts'
import type { Summary } from '../../../../shared/programme/pack.ts'
import type { Note } from '../pack-fault.ts'

export function lintSummary(summary: Summary, form: Form | undefined, note: Note): void {
  const { filler, rows, columns } = summary
  if (filler && !factOf(filler.fact)) {
    note(['summary', 'filler', 'fact'], 'unknown.fact', { name: filler.fact })
  }
  const table = form?.fields.find(({ id, type }) => id === rows && type === 'table')
  if (rows !== undefined && !table) note(['summary', 'rows'], 'unknown.table', { name: rows })
  const known = table?.type === 'table' ? table.columns.map(({ id }) => id) : []
  columns.forEach(({ fact, field, column }, i) => {
    const at = ['summary', 'columns', i]
    if (fact !== undefined && !factOf(fact)) note([...at, 'fact'], 'unknown.fact', { name: fact })
    if (field !== undefined && !form?.fields.some(({ id }) => id === field)) {
      note([...at, 'field'], 'unknown.field', { name: field })
    }
    if (column !== undefined && !known.includes(column)) {
      note([...at, 'column'], 'unknown.column', { table: rows ?? '', name: column })
    }
  })
}
