import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ZoomIn from '@mui/icons-material/ZoomIn'
import ZoomOut from '@mui/icons-material/ZoomOut'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type ToolProps = {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A button above a paper. */
export function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton size="small" aria-label={label} disabled={disabled} onClick={onClick}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  )
}

/** Multiples of the pane's width that a sheet is shown in. */
export const zooms = [0.5, 0.75, 1, 1.5, 2, 3]

/** Place in `zooms` of the width that fits. */
export const startZoom = zooms.indexOf(1)

type Props = {
  /** Counted from 1. */
  readonly page: number
  /** 0 while it is not known. */
  readonly pages: number
  readonly onPage: (page: number) => void
  /** Place in `zooms`, or null where nothing can be enlarged. */
  readonly zoom: number | null
  readonly onZoom: (zoom: number) => void
  readonly children?: ReactNode
}

/** Turning pages and enlarging, above a paper of whatever kind. */
export function SheetTools({ page, pages, onPage, zoom, onZoom, children }: Props) {
  const { t } = useTranslation()
  return (
    <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', justifyContent: 'center' }}>
      <Tool label={t('frame:pdf.previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ChevronLeft />
      </Tool>
      <Typography variant="caption" aria-live="polite">
        {pages > 0 ? t('frame:pdf.page', { page, pages }) : ''}
      </Typography>
      <Tool label={t('frame:pdf.next')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
        <ChevronRight />
      </Tool>
      <Tool
        label={t('frame:pdf.smaller')}
        disabled={zoom === null || zoom === 0}
        onClick={() => onZoom((zoom ?? 0) - 1)}
      >
        <ZoomOut />
      </Tool>
      <Tool
        label={t('frame:pdf.larger')}
        disabled={zoom === null || zoom === zooms.length - 1}
        onClick={() => onZoom((zoom ?? 0) + 1)}
      >
        <ZoomIn />
      </Tool>
      {children}
    </Stack>
  )
}
