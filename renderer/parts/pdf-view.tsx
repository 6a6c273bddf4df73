import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPdf, type PdfOutcome } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'
import { SheetTools, startZoom, zooms } from './sheet-tools.tsx'
import { StateMark } from './state-mark.tsx'
import { useWidth } from './use-width.ts'

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
  const [zoom, setZoom] = useState(startZoom)
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
      <SheetTools
        page={here}
        pages={pages}
        onPage={setNumber}
        zoom={document ? zoom : null}
        onZoom={setZoom}
      />
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
