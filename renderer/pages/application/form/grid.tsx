/** A table of the official form, drawn as printed, with controls inside its cells. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useId, useMemo } from 'react'
import { FieldFindings } from './field-findings.tsx'
import { useForm } from './form-context.ts'
import { ToolCell } from './grid-cell.tsx'
import { LaidOut } from './laid-cell.tsx'
import {
  type Grid,
  isWindow,
  type LaidCell,
  type LaidRow,
  layOut,
  rowsShown,
  type TableField,
} from './layout.ts'
import { PasteNote } from './paste-note.tsx'
import { ProofMark } from './proof-mark.tsx'
import { RowTools } from './row-tools.tsx'
import { RowWindow } from './row-window.tsx'
import { rowsOf } from './rows.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridPaste } from './use-grid-paste.ts'

const drawCell = (laid: LaidCell, row: LaidRow) => <LaidOut key={laid.key} laid={laid} row={row} />

export function FormGrid({ grid }: { readonly grid: Grid }) {
  const form = useForm()
  const heading = useId()
  const tableOf = (id: string) => form.fields.get(id) as TableField | undefined
  const shown = (id: string) => rowsShown(tableOf(id), rowsOf(form.answers[id]).length)
  const laid = layOut(grid, shown)
  const repeats = grid.rows.some((row) => row.repeat !== undefined)
  const total = useMemo(() => grid.widths.reduce((sum, width) => sum + width, 0), [grid])
  const { paste, note, forget } = useGridPaste(laid)
  const keys = useGridKeys()
  const tools = ({ repeat }: LaidRow) =>
    repeats && (
      <ToolCell>{repeat && <RowTools {...repeat} table={tableOf(repeat.table)} />}</ToolCell>
    )
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
      <PasteNote note={note} onClose={forget} />
      <Table
        size="small"
        data-grid={grid.id}
        aria-labelledby={grid.title ? heading : undefined}
        aria-rowcount={laid.some(isWindow) ? -1 : undefined}
        onPaste={paste}
        onKeyDown={keys}
        sx={{
          tableLayout: 'fixed',
          '& td, & th': { border: 1, borderColor: 'divider', p: 0, verticalAlign: 'middle' },
          '& td.tools': { border: 0, pl: 0.5, whiteSpace: 'nowrap' },
          '& td.space': { border: 0 },
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
          {laid.map((part) =>
            isWindow(part) ? (
              <RowWindow key={part.key} part={part} draw={drawCell} tools={tools} />
            ) : (
              <TableRow key={part.key}>
                {part.cells.map((cell) => drawCell(cell, part))}
                {tools(part)}
              </TableRow>
            ),
          )}
        </TableBody>
      </Table>
      {[...new Set(grid.rows.flatMap(({ repeat }) => repeat ?? []))].map((id) => (
        <TableRemarks key={id} table={tableOf(id)} />
      ))}
    </>
  )
}

/** What is said of a repeating table as a whole, and the papers that prove it. */
function TableRemarks({ table }: { readonly table: TableField | undefined }) {
  const { answers, findingsAt } = useForm()
  const id = useId()
  if (!table) return null
  return (
    <>
      <ProofMark slot={table.proof} value={answers[table.id]} />
      <FieldFindings id={id} label={table.label} findings={findingsAt(table.id)} />
    </>
  )
}
