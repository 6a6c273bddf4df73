import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trouble } from '../../shared/model/extraction.ts'
import type { MaterialPreview } from '../../shared/model/preview.ts'
import type { CallError } from '../app/wire.ts'
import { Asked } from './asked.tsx'
import { DrawingView } from './drawing-view.tsx'
import { EmptyState } from './empty-state.tsx'
import { SheetTools, startZoom, zooms } from './sheet-tools.tsx'
import { StateMark } from './state-mark.tsx'
import { PlainTable, TextView } from './text-view.tsx'

function Nothing({ trouble }: { readonly trouble: Trouble | null }) {
  const { t } = useTranslation()
  return trouble ? (
    <EmptyState
      title={t(`extract:trouble.${trouble.code}`, trouble.data)}
      hint={t('frame:preview.noneHint')}
    />
  ) : (
    <EmptyState title={t('frame:preview.none')} hint={t('frame:preview.noneHint')} />
  )
}

/** What the clerk must know of what is shown, and what is not. */
function Notes({ preview }: { readonly preview: MaterialPreview }) {
  const { t } = useTranslation()
  const { body, cut } = preview
  const drawing = body.view === 'drawing' ? body.drawing : null
  const trouble = body.view === 'text' ? body.trouble : null
  return (
    <Stack spacing={0.5} sx={{ px: 1, py: 0.5 }}>
      {drawing && drawing.leftOut > 0 && (
        <StateMark tone="doubt">{t('frame:preview.leftOut', { count: drawing.leftOut })}</StateMark>
      )}
      {drawing && drawing.seals > 0 && (
        <StateMark tone="info">{t('frame:preview.seals', { count: drawing.seals })}</StateMark>
      )}
      {trouble && (
        <StateMark tone="doubt">
          {t('frame:preview.asText', { why: t(`extract:trouble.${trouble.code}`, trouble.data) })}
        </StateMark>
      )}
      {cut && <StateMark tone="doubt">{t('frame:preview.cut')}</StateMark>}
    </Stack>
  )
}

type BodyProps = {
  readonly preview: MaterialPreview
  readonly zoom: number
  readonly label: string
}

function Body({ preview, zoom, label }: BodyProps) {
  const { body } = preview
  switch (body.view) {
    case 'drawing':
      return <DrawingView drawing={body.drawing} zoom={zoom} label={label} />
    case 'text':
      return <TextView blocks={body.blocks} />
    case 'sheet':
      return (
        <Box sx={{ bgcolor: 'background.paper', p: 1, minWidth: 'min-content' }}>
          <Typography variant="h3" component="p">
            {body.name}
          </Typography>
          <PlainTable rows={body.rows} />
        </Box>
      )
    case 'none':
      return <Nothing trouble={body.trouble} />
  }
}

type Props = {
  readonly ask: UseQueryResult<MaterialPreview, CallError>
  readonly page: number
  readonly onPage: (page: number) => void
  readonly name: string
}

/** A stored file that the engine reads for the page: OFD drawn, Office and text as text. */
export function StoredPreview({ ask, page, onPage, name }: Props) {
  const { t } = useTranslation()
  const [zoom, setZoom] = useState(startZoom)
  const pages = ask.data?.pages ?? 0
  const isDrawn = ask.data?.body.view === 'drawing'
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <SheetTools
        page={page}
        pages={pages}
        onPage={onPage}
        zoom={isDrawn ? zoom : null}
        onZoom={setZoom}
      />
      {ask.data && <Notes preview={ask.data} />}
      <Box
        tabIndex={0}
        role="region"
        aria-label={name}
        sx={{ flexGrow: 1, minHeight: 0, overflow: 'auto', bgcolor: 'action.hover', p: 1 }}
      >
        <Asked ask={ask}>
          {(preview) => (
            <Body
              preview={preview}
              zoom={zooms[zoom] ?? 1}
              label={t('frame:pdf.pageOf', { name, page: preview.page })}
            />
          )}
        </Asked>
      </Box>
    </Stack>
  )
}
