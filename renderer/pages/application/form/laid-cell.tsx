/** What stands in one cell of a form table: printed text, an echo, or an answer to type. */

import type { Finding } from '../../../../shared/model/finding.ts'
import { answerText, printedAnswer } from '../../../../shared/programme/answer-text.ts'
import { rowFaults } from '../../../../shared/programme/check-field.ts'
import type { AnswerRow } from '../../../../shared/programme/form.ts'
import { type FormAccess, useForm } from './form-context.ts'
import { AnswerCell, EchoCell, PrintedCell } from './grid-cell.tsx'
import type { LaidCell, LaidRow, TableField } from './layout.ts'
import { isBlankRow, rowsOf } from './rows.ts'

type Props = { readonly laid: LaidCell; readonly row: LaidRow }

export function LaidOut({ laid, row }: Props) {
  const { fields, answers, findingsAt, commit, carried, derived } = useForm()
  const { cell, index } = laid
  const spans = { cell, colSpan: laid.colSpan, rowSpan: laid.rowSpan }
  if (cell.number && index !== undefined) return <PrintedCell {...spans} shown={`${index + 1}`} />
  const spec = cell.field === undefined ? undefined : fields.get(cell.field)
  if (cell.echo && cell.field !== undefined) {
    const answer = spec ? answerText(printedAnswer(spec, answers)) : ''
    return <EchoCell {...spans} label={spec?.label ?? ''} answer={answer} />
  }
  if (cell.field === undefined) return <ColumnCell laid={laid} row={row} />
  if (!spec) return <PrintedCell {...spans} />
  return (
    <AnswerCell
      {...spans}
      line={row.line}
      at={laid.at}
      spec={spec}
      place={cell.field}
      value={answers[cell.field]}
      other={answers[`${cell.field}.other`]}
      carried={carried[cell.field]}
      derived={derived[cell.field]}
      findings={findingsAt(cell.field)}
      commit={commit}
    />
  )
}

/** A cell of a repeating table. */
function ColumnCell({ laid, row }: Props) {
  const { fields, answers, findingsAt, commitCell } = useForm()
  const { cell, index } = laid
  const spans = { cell, colSpan: laid.colSpan, rowSpan: laid.rowSpan }
  const table = row.repeat && fields.get(row.repeat.table)
  if (cell.column === undefined || table?.type !== 'table' || index === undefined) {
    return <PrintedCell {...spans} />
  }
  const spec = table.columns.find((column) => column.id === cell.column)
  if (!spec) return <PrintedCell {...spans} />
  const held = rowsOf(answers[table.id])[index]
  return (
    <AnswerCell
      {...spans}
      line={row.line}
      at={laid.at}
      spec={spec}
      place={table.id}
      row={index}
      value={held?.[spec.id]}
      other={held?.[`${spec.id}.other`]}
      findings={cellFindings(findingsAt, table, { index, column: spec.id }, held)}
      commitCell={commitCell}
    />
  )
}

/** The check lists the first wrong cells of a table; those beyond are judged where they stand. */
function cellFindings(
  findingsAt: FormAccess['findingsAt'],
  table: TableField,
  { index, column }: { readonly index: number; readonly column: string },
  row: AnswerRow | undefined,
): readonly Finding[] {
  const known = findingsAt(table.id, index, column)
  const cut = findingsAt(table.id).some(({ code }) => code === 'table.more')
  if (known.length > 0 || !cut || isBlankRow(row) || !row) return known
  return rowFaults(table.columns, row)
    .filter((fault) => fault.column === column)
    .map(({ code, data }) => ({
      code,
      data,
      severity: 'blocking',
      place: { step: 'form', ref: table.id, row: index, column },
    }))
}
