/** A table of the official form, drawn as printed, with controls inside its cells. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo } from 'react'
import { cellsOf, isBlock } from '../../../parts/pasted-cells.ts'
import { asText } from './control-props.ts'
import { useForm } from './form-context.ts'
import { AnswerCell, EchoCell, PrintedCell, ToolCell } from './grid-cell.tsx'
import { moveOn } from './grid-keys.ts'
import {
  type Grid,
  type LaidCell,
  type LaidRow,
  layOut,
  rowsShown,
  type TableField,
} from './layout.ts'
import { pasted } from './paste.ts'
import { RowTools } from './row-tools.tsx'
import { rowsOf } from './rows.ts'

export function FormGrid({ grid }: { readonly grid: Grid }) {
  const form = useForm()
  const heading = useId()
  const tableOf = (id: string) => form.fields.get(id) as TableField | undefined
  const shown = (id: string) => rowsShown(tableOf(id), rowsOf(form.answers[id]).length)
  const rows = layOut(grid, shown)
  const repeats = grid.rows.some((row) => row.repeat !== undefined)
  const total = useMemo(() => grid.widths.reduce((sum, width) => sum + width, 0), [grid])

  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const at = placeOf(event.target)
    const table = at && tableOf(at.table)
    if (!table || !isBlock(text)) return
    event.preventDefault()
    const from = { index: at.row, column: at.column }
    form.commitRows(table.id, (held) =>
      pasted(held, table.columns, from, cellsOf(text), table.maxRows),
    )
  }
  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    if (moveOn(event.nativeEvent, event.currentTarget)) event.preventDefault()
  }

  return (
    <>
      {grid.title && (
        <Typography
          id={heading}
          variant="h3"
          component="h3"
          data-heading={grid.title}
          sx={{ mt: 2, mb: 1 }}
        >
          {grid.title}
        </Typography>
      )}
      <Table
        size="small"
        data-grid={grid.id}
        aria-labelledby={grid.title ? heading : undefined}
        onPaste={paste}
        onKeyDown={keys}
        sx={{
          tableLayout: 'fixed',
          '& td, & th': { border: 1, borderColor: 'divider', p: 0, verticalAlign: 'middle' },
          '& td.tools': { border: 0, pl: 0.5, whiteSpace: 'nowrap' },
        }}
      >
        <colgroup>
          {grid.widths.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed form never move
            <col key={at} style={{ width: `${(100 * width) / total}%` }} />
          ))}
          {repeats && <col style={{ width: 68 }} />}
        </colgroup>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key}>
              {row.cells.map((laid) => (
                <LaidOut key={laid.key} laid={laid} row={row} />
              ))}
              {repeats && (
                <ToolCell>
                  {row.repeat && <RowTools {...row.repeat} table={tableOf(row.repeat.table)} />}
                </ToolCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  )
}

function LaidOut({ laid, row }: { readonly laid: LaidCell; readonly row: LaidRow }) {
  const { fields, answers, findingsAt, commit, commitCell, carried } = useForm()
  const { cell, index } = laid
  const spans = { cell, colSpan: laid.colSpan, rowSpan: laid.rowSpan }
  if (cell.number && index !== undefined) return <PrintedCell {...spans} shown={`${index + 1}`} />
  if (cell.echo && cell.field !== undefined) {
    const label = fields.get(cell.field)?.label ?? ''
    return <EchoCell {...spans} label={label} answer={asText(answers[cell.field])} />
  }
  if (cell.field !== undefined) {
    const spec = fields.get(cell.field)
    if (!spec) return <PrintedCell {...spans} />
    return (
      <AnswerCell
        {...spans}
        spec={spec}
        place={cell.field}
        value={answers[cell.field]}
        other={answers[`${cell.field}.other`]}
        carried={carried[cell.field]}
        findings={findingsAt(cell.field)}
        commit={commit}
      />
    )
  }
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
      spec={spec}
      place={table.id}
      row={index}
      value={held?.[spec.id]}
      other={held?.[`${spec.id}.other`]}
      findings={findingsAt(table.id, index, spec.id)}
      commitCell={commitCell}
    />
  )
}

/** Which cell of which repeating table an event came from. */
function placeOf(target: EventTarget) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  const { place, row, column } = cell?.dataset ?? {}
  if (!place || row === undefined || !column) return null
  return { table: place, row: Number(row), column }
}
