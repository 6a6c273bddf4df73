import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { DataGrid, type GridColDef, type GridRowSelectionModel } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ReviewRow } from '../../../shared/model/review.ts'
import { instant } from '../../app/format.ts'
import { paths } from '../../app/paths.ts'
import { usePreferences } from '../../app/preferences.ts'
import { styleNonce } from '../../app/style-nonce.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { StatusMark, VerifiedMark } from './marks.tsx'
import { ReportDialog } from './report-dialog.tsx'

type Columns = GridColDef<ReviewRow>[]

/** What there is to say of a bundle besides its state. */
function Remarks({ row }: { readonly row: ReviewRow }) {
  const { t } = useTranslation('review')
  return (
    <Stack direction="row" spacing={1}>
      {row.crossings > 0 && (
        <StateMark tone="doubt">{t('remark.crossings', { count: row.crossings })}</StateMark>
      )}
      {row.volumes.length > 0 && (
        <StateMark tone="none">{t('remark.volumes', { count: row.volumes.length })}</StateMark>
      )}
      {row.superseded && <StateMark tone="none">{t('remark.superseded')}</StateMark>}
      {row.previous !== null && !row.superseded && (
        <StateMark tone="info">{t('remark.again')}</StateMark>
      )}
      {row.drafted && <StateMark tone="info">{t('remark.drafted')}</StateMark>}
      {row.sample && <StateMark tone="doubt">{t('frame:sample.badge')}</StateMark>}
    </Stack>
  )
}

function columns(
  t: TFunction<'review'>,
  zoom: number,
  onReport: (row: ReviewRow) => void,
): Columns {
  const wide = (pixels: number) => Math.round((pixels * zoom) / 100)
  const plain = { disableColumnMenu: true, display: 'flex' } as const
  return [
    {
      ...plain,
      field: 'enterprise',
      headerName: t('column.enterprise'),
      flex: 3,
      minWidth: wide(190),
      valueGetter: (_, row) => row.enterprise || row.name,
      renderCell: ({ row }) =>
        row.report.ok ? (
          <Link component={RouterLink} to={paths.submission(row.seq)} noWrap title={row.enterprise}>
            {row.enterprise}
          </Link>
        ) : (
          <Typography variant="body2" color="error" noWrap title={row.name}>
            {row.name}
          </Typography>
        ),
    },
    {
      ...plain,
      field: 'title',
      headerName: t('column.programme'),
      flex: 3,
      minWidth: wide(180),
      valueGetter: (_, row) => [row.title, row.trackTitle].filter(Boolean).join(' · '),
      renderCell: ({ value }) => (
        <Typography variant="body2" noWrap title={value}>
          {value}
        </Typography>
      ),
    },
    {
      ...plain,
      field: 'verified',
      headerName: t('column.verified'),
      width: wide(130),
      valueGetter: (_, row) => (row.report.ok ? 1 : 0),
      renderCell: ({ row }) => (
        <Link component="button" underline="none" onClick={() => onReport(row)}>
          <VerifiedMark {...row} />
        </Link>
      ),
    },
    {
      ...plain,
      field: 'status',
      headerName: t('column.status'),
      width: wide(110),
      renderCell: ({ row }) => <StatusMark status={row.status} />,
    },
    {
      ...plain,
      field: 'receivedAt',
      headerName: t('column.received'),
      width: wide(110),
      valueFormatter: (at: string) => instant(at).slice(0, 10),
    },
    {
      ...plain,
      field: 'crossings',
      headerName: t('column.remarks'),
      flex: 2,
      minWidth: wide(190),
      renderCell: ({ row }) => <Remarks row={row} />,
    },
  ]
}

const chosenOf = ({ type, ids }: GridRowSelectionModel, rows: readonly ReviewRow[]) =>
  type === 'include'
    ? new Set([...ids].map(Number))
    : new Set(rows.map(({ seq }) => seq).filter((seq) => !ids.has(seq)))

function NothingFound() {
  const { t } = useTranslation('review')
  return <EmptyState title={t('nothing')} />
}

type Props = {
  readonly rows: readonly ReviewRow[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (chosen: ReadonlySet<number>) => void
}

/** All bundles that the filter leaves. A broken one shows its reasons and cannot be opened. */
export function SubmissionGrid({ rows, chosen, onChoose }: Props) {
  const { t } = useTranslation('review')
  const { zoom } = usePreferences().preferences
  const [report, setReport] = useState<ReviewRow | null>(null)
  return (
    <>
      <DataGrid
        aria-label={t('title')}
        nonce={styleNonce(document)}
        rows={rows}
        columns={columns(t, zoom, setReport)}
        getRowId={(row: ReviewRow) => row.seq}
        checkboxSelection
        disableRowSelectionOnClick
        hideFooterSelectedRowCount
        isRowSelectable={({ row }) => row.report.ok}
        rowSelectionModel={{ type: 'include', ids: new Set(chosen) }}
        onRowSelectionModelChange={(model) => onChoose(chosenOf(model, rows))}
        pageSizeOptions={[100]}
        initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
        slots={{ noRowsOverlay: NothingFound }}
        sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper' }}
      />
      {report && <ReportDialog row={report} onClose={() => setReport(null)} />}
    </>
  )
}
