import { DataGrid, type GridColDef, type GridRowSelectionModel } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
import { type Label, materialKinds } from '../../../shared/registry/registry.ts'
import { instant } from '../../app/format.ts'
import { useLabel } from '../../app/i18n.ts'
import { usePreferences } from '../../app/preferences.ts'
import { styleNonce } from '../../app/style-nonce.ts'
import { MaterialMarks } from '../../parts/material-marks.tsx'
import { pageSize } from './use-material-page.ts'

const kindLabels = new Map(materialKinds.map(({ id, label }) => [id, label]))

type Columns = GridColDef<ListedMaterial>[]

function columns(
  t: TFunction,
  labelOf: (label: Label) => string,
  narrow: boolean,
  zoom: number,
): Columns {
  const wide = (pixels: number) => Math.round((pixels * zoom) / 100)
  const plain = { sortable: false, disableColumnMenu: true } as const
  const name: Columns = [
    { ...plain, field: 'name', headerName: t('archive:column.name'), flex: 2, minWidth: wide(180) },
  ]
  const state: Columns = [
    {
      ...plain,
      field: 'state',
      headerName: t('archive:column.state'),
      width: wide(180),
      display: 'flex',
      renderCell: ({ row }) => <MaterialMarks material={row} />,
    },
  ]
  if (narrow) return [...name, ...state]
  return [
    ...name,
    {
      ...plain,
      field: 'kind',
      headerName: t('archive:column.kind'),
      width: wide(120),
      valueGetter: (_, row) => {
        const label = kindLabels.get(row.kind)
        return label ? labelOf(label) : row.kind
      },
    },
    { ...plain, field: 'validTo', headerName: t('archive:column.validTo'), width: wide(110) },
    ...state,
    {
      ...plain,
      field: 'used',
      headerName: t('archive:column.used'),
      width: wide(100),
      valueGetter: (_, { used }) =>
        used.length > 0 ? t('archive:used.count', { count: used.length }) : t('archive:used.none'),
    },
    {
      ...plain,
      field: 'importedAt',
      headerName: t('archive:column.importedAt'),
      width: wide(110),
      valueFormatter: (at: string) => instant(at).slice(0, 10),
    },
  ]
}

type Props = {
  readonly rows: readonly ListedMaterial[]
  readonly total: number
  readonly page: number
  readonly loading: boolean
  /** Something stands beside it: only names and states fit. */
  readonly narrow: boolean
  readonly chosen: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onPage: (page: number) => void
  readonly onChoose: (sha256: string) => void
  readonly empty: ReactNode
}

/** The header's box may say "all but these": of the page, since no more is loaded. */
const selectedOf = ({ type, ids }: GridRowSelectionModel, rows: readonly ListedMaterial[]) =>
  type === 'include'
    ? new Set([...ids].map(String))
    : new Set(rows.map(({ sha256 }) => sha256).filter((sha256) => !ids.has(sha256)))

/** The materials of one page. */
export function MaterialGrid(props: Props) {
  const { rows, total, page, loading, narrow, chosen, onPage, onChoose, empty } = props
  const { selected, onSelect } = props
  const { t } = useTranslation()
  const labelOf = useLabel()
  const { zoom } = usePreferences().preferences
  return (
    <DataGrid
      aria-label={t('frame:screen.archive')}
      nonce={styleNonce(document)}
      rows={rows}
      columns={columns(t, labelOf, narrow, zoom)}
      getRowId={(row: ListedMaterial) => row.sha256}
      rowCount={total}
      loading={loading}
      paginationMode="server"
      pageSizeOptions={[pageSize]}
      paginationModel={{ page, pageSize }}
      onPaginationModelChange={(model) => onPage(model.page)}
      checkboxSelection={!narrow}
      disableRowSelectionOnClick
      keepNonExistentRowsSelected
      hideFooterSelectedRowCount
      rowSelectionModel={{ type: 'include', ids: new Set(selected) }}
      onRowSelectionModelChange={(model) => onSelect(selectedOf(model, rows))}
      getRowClassName={({ row }) => (row.sha256 === chosen ? 'Mui-selected' : '')}
      onRowClick={({ row }) => onChoose(row.sha256)}
      onCellKeyDown={({ row, field }, event) => {
        // Space and Enter on the box tick it.
        if (field === '__check__') return
        if (event.key === 'Enter' || event.key === ' ') onChoose(row.sha256)
      }}
      hideFooter={total <= pageSize}
      disableColumnResize
      slots={{ noRowsOverlay: () => empty }}
      sx={{ bgcolor: 'background.paper', '& .MuiDataGrid-row': { cursor: 'pointer' } }}
    />
  )
}
