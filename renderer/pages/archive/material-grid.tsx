import { DataGrid, type GridRowSelectionModel } from '@mui/x-data-grid'
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
import { useLabel } from '../../app/i18n.ts'
import { usePreferences } from '../../app/preferences.ts'
import { styleNonce } from '../../app/style-nonce.ts'
import { GridLoading } from '../../parts/grid-loading.tsx'
import { columnsFor } from './grid-columns.tsx'
import { pageSize } from './use-material-page.ts'

/** What a key asks for. `row` is the one with the focus. */
export type GridKeys = {
  readonly open: (row: ListedMaterial) => void
  readonly rename: (row: ListedMaterial) => void
  /** The selected ones, or the one with the focus. */
  readonly discard: (sha256s: readonly string[]) => void
  readonly escape: () => void
}

type Props = {
  readonly rows: readonly ListedMaterial[]
  readonly total: number
  readonly page: number
  readonly loading: boolean
  /** Something stands beside it: only names and states fit. */
  readonly narrow: boolean
  readonly kind: string | undefined
  readonly on: string | undefined
  readonly chosen: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onPage: (page: number) => void
  readonly keys: GridKeys
  /** Papers are taken up with the mouse, or let go; null where they cannot be. */
  readonly onDrag: ((sha256s: readonly string[]) => void) | null
  readonly empty: ReactNode
}

/** The header's box may say "all but these": of the page, since no more is loaded. */
const selectedOf = ({ type, ids }: GridRowSelectionModel, rows: readonly ListedMaterial[]) =>
  type === 'include'
    ? new Set([...ids].map(String))
    : new Set(rows.map(({ sha256 }) => sha256).filter((sha256) => !ids.has(sha256)))

const toggled = (selected: ReadonlySet<string>, sha256: string): ReadonlySet<string> => {
  const next = new Set(selected)
  if (!next.delete(sha256)) next.add(sha256)
  return next
}

type Press = { readonly row: ListedMaterial; readonly field: string }

/** Answers a key on a cell; true where it meant something. */
function pressed(props: Props, { row, field }: Press, event: KeyboardEvent): boolean {
  const { keys, rows, selected, onSelect } = props
  const control = event.ctrlKey || event.metaKey
  if (control && event.key.toLowerCase() === 'a') {
    onSelect(new Set([...selected, ...rows.map(({ sha256 }) => sha256)]))
    return true
  }
  if (control || event.altKey) return false
  // Space and Enter on the box tick it.
  const onBox = field === '__check__'
  switch (event.key) {
    case 'Enter':
      if (!onBox) keys.open(row)
      return !onBox
    case ' ':
      if (!onBox) onSelect(toggled(selected, row.sha256))
      return !onBox
    case 'F2':
      keys.rename(row)
      return true
    case 'Delete':
      keys.discard(selected.size > 0 ? [...selected] : [row.sha256])
      return true
    case 'Escape':
      keys.escape()
      return true
    default:
      return false
  }
}

/** Rows that are taken up go together when the one under the mouse is selected. */
function dragging({ selected, onDrag }: Props) {
  if (!onDrag) return {}
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const sha256 = event.currentTarget.dataset.id ?? ''
      event.dataTransfer.effectAllowed = 'copy'
      event.dataTransfer.setData('text/plain', '')
      // A list that changes under the mouse at once would end the drag in Chromium.
      setTimeout(() => onDrag(selected.has(sha256) ? [...selected] : [sha256]))
    },
    onDragEnd: () => onDrag([]),
  }
}

/** The materials of one page. */
export function MaterialGrid(props: Props) {
  const { rows, total, page, loading, narrow, chosen, onPage, keys, empty, kind, on } = props
  const { selected, onSelect } = props
  const { t } = useTranslation()
  const labelOf = useLabel()
  const { zoom } = usePreferences().preferences
  return (
    <DataGrid
      aria-label={t('frame:screen.archive')}
      nonce={styleNonce(document)}
      rows={rows}
      columns={columnsFor({ t, labelOf, narrow, zoom, kind, on })}
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
      onRowClick={({ row }) => keys.open(row)}
      onCellKeyDown={({ row, field }, event) => {
        if (!pressed(props, { row, field }, event)) return
        event.preventDefault()
        event.defaultMuiPrevented = true
      }}
      hideFooter={total <= pageSize}
      disableColumnResize
      slots={{ noRowsOverlay: () => empty, loadingOverlay: GridLoading }}
      slotProps={{ row: dragging(props) }}
      sx={{ bgcolor: 'background.paper', '& .MuiDataGrid-row': { cursor: 'pointer' } }}
    />
  )
}
