import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ZoomIn from '@mui/icons-material/ZoomIn'
import ZoomOut from '@mui/icons-material/ZoomOut'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPdf, type PdfOutcome } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'
import { StateMark } from './state-mark.tsx'
import { useWidth } from './use-width.ts'

type ToolProps = {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
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

const zooms = [0.5, 0.75, 1, 1.5, 2, 3]

function useOpenPdf(url: string): PdfOutcome | null {
  const [outcome, setOutcome] = useState<PdfOutcome | null>(null)
  useEffect(() => {
    setOutcome(null)
    const open = openPdf(url)
    let gone = false
    void open.outcome.then((found) => {
      if (!gone) setOutcome(found)
    })
    return () => {
      gone = true
      open.close()
    }
  }, [url])
  return outcome
}

type Props = { readonly url: string; readonly name: string }

/** A PDF file, one page at a time, fitted to the pane's width and enlarged from there. */
export function PdfView({ url, name }: Props) {
  const { t } = useTranslation()
  const outcome = useOpenPdf(url)
  const [pane, width] = useWidth<HTMLDivElement>()
  const [number, setNumber] = useState(1)
  const [zoom, setZoom] = useState(2)
  const [undrawn, setUndrawn] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file starts at its first page.
  useEffect(() => setNumber(1), [url])
  const document = outcome && 'document' in outcome ? outcome.document : null
  const failed = outcome && 'failed' in outcome ? outcome.failed : null
  const pages = document?.numPages ?? 0
  const here = Math.min(number, Math.max(pages, 1))
  const key = `${url}#${here}`
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', justifyContent: 'center' }}>
        <Tool
          label={t('frame:pdf.previous')}
          disabled={here <= 1}
          onClick={() => setNumber(here - 1)}
        >
          <ChevronLeft />
        </Tool>
        <Typography variant="caption" aria-live="polite">
          {pages > 0 ? t('frame:pdf.page', { page: here, pages }) : ''}
        </Typography>
        <Tool
          label={t('frame:pdf.next')}
          disabled={here >= pages}
          onClick={() => setNumber(here + 1)}
        >
          <ChevronRight />
        </Tool>
        <Tool
          label={t('frame:pdf.smaller')}
          disabled={!document || zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <ZoomOut />
        </Tool>
        <Tool
          label={t('frame:pdf.larger')}
          disabled={!document || zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <ZoomIn />
        </Tool>
      </Stack>
      <Box
        ref={pane}
        tabIndex={0}
        role="region"
        aria-label={name}
        sx={{ flexGrow: 1, minHeight: 0, overflow: 'auto', bgcolor: 'action.hover', p: 1 }}
      >
        {!outcome && <LinearProgress aria-label={t('frame:loading')} />}
        {failed && <StateMark tone="doubt">{t(`frame:pdf.${failed}`)}</StateMark>}
        {undrawn === key && <StateMark tone="doubt">{t('frame:pdf.undrawn')}</StateMark>}
        {document && width > 0 && (
          <PdfPage
            document={document}
            number={here}
            width={Math.max(width - 16, 100) * (zooms[zoom] ?? 1)}
            label={t('frame:pdf.pageOf', { name, page: here })}
            onFailure={() => setUndrawn(key)}
          />
        )}
      </Box>
    </Stack>
  )
}
