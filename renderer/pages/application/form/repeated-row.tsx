/**
 * One row of a repeating table. It is drawn again only when what it holds, or what is said of it,
 * has changed: what is typed into one row costs nothing in the others.
 */
import { memo } from 'react'
import type { Finding } from '../../../../shared/model/finding.ts'
import { rowFaults } from '../../../../shared/programme/check-field.ts'
import type { AnswerRow } from '../../../../shared/programme/form.ts'
import type { FormAccess } from './form-context.ts'
import { ToolCell } from './grid-cell.tsx'
import { ColumnCell } from './laid-cell.tsx'
import type { LaidRow, TableField } from './layout.ts'
import { RowTools } from './row-tools.tsx'
import { isBlankRow } from './rows.ts'

type Props = {
  readonly row: LaidRow
  readonly index: number
  /** How many rows there are. */
  readonly shown: number
  readonly table: TableField
  readonly held: AnswerRow | undefined
  readonly found: readonly Finding[]
  /** The check stopped listing the wrong cells of this table. */
  readonly cut: boolean
  readonly commitCell: FormAccess['commitCell']
  /** In a window of a long table: measures what was drawn. */
  readonly measure?: (element: HTMLElement | null) => void
}

export const RepeatedRow = memo(function RepeatedRow(props: Props) {
  const { row, index, shown, table, held, measure } = props
  const found = props.cut ? judged(props) : props.found
  return (
    <tr
      ref={measure}
      data-index={measure && index}
      aria-rowindex={measure ? row.line + 1 : undefined}
    >
      {row.cells.map((laid) => (
        <ColumnCell
          key={laid.key}
          laid={laid}
          row={row}
          table={table}
          held={held}
          found={found}
          commitCell={props.commitCell}
        />
      ))}
      <ToolCell>
        <RowTools table={table} index={index} shown={shown} />
      </ToolCell>
    </tr>
  )
})

/** The check lists the first wrong cells of a table; those beyond are judged where they stand. */
function judged({ found, table, index, held }: Props): readonly Finding[] {
  if (!held || isBlankRow(held)) return found
  const known = new Set(found.map(({ place }) => place.column))
  const others = rowFaults(table.columns, held).filter(({ column }) => !known.has(column))
  return [
    ...found,
    ...others.map(({ code, data, column }): Finding => {
      const place = { step: 'form', ref: table.id, row: index, column } as const
      return { code, data, severity: 'blocking', place }
    }),
  ]
}
