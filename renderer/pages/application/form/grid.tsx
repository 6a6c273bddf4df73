/** A table of the official form, drawn as printed, with controls inside its cells. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import Typography from '@mui/material/Typography'
import { useCallback, useId, useMemo, useState } from 'react'
import { FieldFindings } from './field-findings.tsx'
import { useForm } from './form-context.ts'
import { ToolCell } from './grid-cell.tsx'
import { LaidOut } from './laid-cell.tsx'
import {
  type Grid,
  isWindow,
  type LaidRow,
  layOut,
  rowsShown,
  type TableField,
  windowFor,
} from './layout.ts'
import { PasteNote } from './paste-note.tsx'
import { ProofMark } from './proof-mark.tsx'
import { RepeatedRow } from './repeated-row.tsx'
import { type DrawRow, RowWindow } from './row-window.tsx'
import { rowsOf } from './rows.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridPaste } from './use-grid-paste.ts'

/** The rows to draw; the same ones as long as no table grew or shrank. */
function useLaid(grid: Grid) {
  const { fields, answers } = useForm()
  const [inSight, setInSight] = useState(0)
  const seeRows = useCallback((rows: number) => setInSight((most) => Math.max(most, rows)), [])
  const windowRows = windowFor(inSight)
  const tables = [...new Set(grid.rows.flatMap(({ repeat }) => repeat ?? []))]
  const counts = tables.map((id) => {
    return rowsShown(fields.get(id) as TableField | undefined, rowsOf(answers[id]).length)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers say all there is to the answers
  const laid = useMemo(
    () => layOut(grid, (table) => counts[tables.indexOf(table)] ?? 1, windowRows),
    [grid, counts.join(), windowRows],
  )
  return { laid, tables, seeRows }
}

function useDrawRow(tools: boolean): DrawRow {
  const { fields, answers, findingsAt, findingsInRow, commitCell } = useForm()
  return (row: LaidRow, measure) => {
    const { table: id = '', index = 0, shown = 0 } = row.repeat ?? {}
    const table = fields.get(id)
    if (table?.type !== 'table') {
      return (
        <tr key={row.key}>
          {row.cells.map((laid) => (
            <LaidOut key={laid.key} laid={laid} row={row} />
          ))}
          {tools && <ToolCell />}
        </tr>
      )
    }
    return (
      <RepeatedRow
        key={row.key}
        row={row}
        index={index}
        shown={shown}
        table={table}
        held={rowsOf(answers[id])[index]}
        found={findingsInRow(id, index)}
        cut={findingsAt(id).some(({ code }) => code === 'table.more')}
        commitCell={commitCell}
        measure={measure}
      />
    )
  }
}

export function FormGrid({ grid }: { readonly grid: Grid }) {
  const form = useForm()
  const heading = useId()
  const { laid, tables, seeRows } = useLaid(grid)
  const repeats = tables.length > 0
  const draw = useDrawRow(repeats)
  const total = useMemo(() => grid.widths.reduce((sum, width) => sum + width, 0), [grid])
  const { paste, note, forget } = useGridPaste(laid)
  const keys = useGridKeys()
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
          typography: 'body2',
          '& td, & th': {
            border: 1,
            borderColor: 'divider',
            p: 0,
            verticalAlign: 'middle',
            textAlign: 'left',
            fontWeight: 'inherit',
          },
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
              <RowWindow key={part.key} part={part} draw={draw} onSee={seeRows} />
            ) : (
              draw(part)
            ),
          )}
        </TableBody>
      </Table>
      {tables.map((id) => (
        <TableRemarks key={id} table={form.fields.get(id) as TableField | undefined} />
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
