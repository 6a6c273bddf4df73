/** A repeating table that stands in no grid of the form: its own columns, one row each. */
import { useMemo } from 'react'
import type { ControlProps } from './control-props.ts'
import { FormGrid } from './grid.tsx'
import type { Grid, TableField } from './layout.ts'

function gridOf(table: TableField): Grid {
  return {
    kind: 'grid',
    id: `table.${table.id}`,
    widths: table.columns.map(() => 1),
    rows: [
      { cells: table.columns.map((column) => ({ text: heading(column), head: true })) },
      { repeat: table.id, cells: table.columns.map((column) => ({ column: column.id })) },
    ],
  }
}

const heading = (column: TableField['columns'][number]) =>
  column.unit ? `${column.label} (${column.unit})` : column.label

export function TableControl({ spec }: ControlProps<TableField>) {
  const grid = useMemo(() => gridOf(spec), [spec])
  return <FormGrid grid={grid} />
}
