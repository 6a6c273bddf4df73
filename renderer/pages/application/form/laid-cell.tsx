/** What stands in one cell of a form table: printed text, an echo, or an answer to type. */

import type { Finding } from '../../../../shared/model/finding.ts'
import { answerText, printedAnswer } from '../../../../shared/programme/answer-text.ts'
import type { AnswerRow } from '../../../../shared/programme/form.ts'
import { type FormAccess, useForm } from './form-context.ts'
import { AnswerCell, EchoCell, PrintedCell } from './grid-cell.tsx'
import type { LaidCell, LaidRow, TableField } from './layout.ts'

type Props = { readonly laid: LaidCell; readonly row: LaidRow }

export function LaidOut({ laid, row }: Props) {
  const { fields, answers, findingsAt, commit, carried, derived } = useForm()
  const { cell } = laid
  const spans = { cell, colSpan: laid.colSpan, rowSpan: laid.rowSpan }
  const spec = cell.field === undefined ? undefined : fields.get(cell.field)
  if (cell.echo && cell.field !== undefined) {
    const answer = spec ? answerText(printedAnswer(spec, answers)) : ''
    return <EchoCell {...spans} label={spec?.label ?? ''} answer={answer} />
  }
  if (cell.field === undefined || !spec) return <PrintedCell {...spans} />
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

type ColumnProps = Props & {
  readonly table: TableField
  readonly held: AnswerRow | undefined
  /** What is said of the whole row. */
  readonly found: readonly Finding[]
  readonly commitCell: FormAccess['commitCell']
}

/** A cell of a repeating table; it takes nothing from around it, so that its row can rest. */
export function ColumnCell({ laid, row, table, held, found, commitCell }: ColumnProps) {
  const { cell, index } = laid
  const spans = { cell, colSpan: laid.colSpan, rowSpan: laid.rowSpan }
  if (cell.number && index !== undefined) return <PrintedCell {...spans} shown={`${index + 1}`} />
  if (cell.field !== undefined) return <LaidOut laid={laid} row={row} />
  const spec = table.columns.find((column) => column.id === cell.column)
  if (!spec || index === undefined) return <PrintedCell {...spans} />
  const own = found.filter(({ place }) => place.column === spec.id)
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
      findings={own.length > 0 ? own : nothing}
      commitCell={commitCell}
    />
  )
}

const nothing: readonly Finding[] = []
