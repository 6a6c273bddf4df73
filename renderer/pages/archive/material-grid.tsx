import { DataGrid, type GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../shared/model/material.ts'
import { type Label, materialKinds } from '../../../shared/registry/registry.ts'
import { fileSize, instant } from '../../app/format.ts'
import { useLabel } from '../../app/i18n.ts'
import { usePreferences } from '../../app/preferences.ts'
import { styleNonce } from '../../app/style-nonce.ts'
import { MaterialMarks } from '../../parts/material-marks.tsx'
import { pageSize } from './use-material-page.ts'

const kindLabels = new Map(materialKinds.map(({ id, label }) => [id, label]))

type Columns = GridColDef<Material>[]

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
      flex: 1,
      minWidth: wide(130),
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
      flex: 1,
      minWidth: wide(130),
      valueGetter: (_, row) => {
        const label = kindLabels.get(row.kind)
        return label ? labelOf(label) : row.kind
      },
    },
    { ...plain, field: 'validTo', headerName: t('archive:column.validTo'), width: wide(120) },
    ...state,
    {
      ...plain,
      field: 'size',
      headerName: t('archive:column.size'),
      width: wide(90),
      align: 'right',
      headerAlign: 'right',
      valueFormatter: (size: number) => fileSize(size),
    },
    {
      ...plain,
      field: 'importedAt',
      headerName: t('archive:column.importedAt'),
      width: wide(150),
      valueFormatter: (at: string) => instant(at),
    },
  ]
}

type Props = {
  readonly rows: readonly Material[]
  readonly total: number
  readonly page: number
  readonly loading: boolean
  /** Something stands beside it: only names and states fit. */
  readonly narrow: boolean
  readonly chosen: string | undefined
  readonly onPage: (page: number) => void
  readonly onChoose: (sha256: string) => void
  readonly empty: ReactNode
}

/** The materials of one page. */
export function MaterialGrid(props: Props) {
  const { rows, total, page, loading, narrow, chosen, onPage, onChoose, empty } = props
  const { t } = useTranslation()
  const labelOf = useLabel()
  const { zoom } = usePreferences().preferences
  return (
    <DataGrid
      aria-label={t('frame:screen.archive')}
      nonce={styleNonce(document)}
      rows={rows}
      columns={columns(t, labelOf, narrow, zoom)}
      getRowId={(row: Material) => row.sha256}
      rowCount={total}
      loading={loading}
      paginationMode="server"
      pageSizeOptions={[pageSize]}
      paginationModel={{ page, pageSize }}
      onPaginationModelChange={(model) => onPage(model.page)}
      rowSelectionModel={{ type: 'include', ids: new Set(chosen ? [chosen] : []) }}
      onRowClick={({ row }) => onChoose(row.sha256)}
      onCellKeyDown={({ row }, event) => {
        if (event.key === 'Enter' || event.key === ' ') onChoose(row.sha256)
      }}
      hideFooter={total <= pageSize}
      disableColumnResize
      slots={{ noRowsOverlay: () => empty }}
      sx={{ bgcolor: 'background.paper', '& .MuiDataGrid-row': { cursor: 'pointer' } }}
    />
  )
}
