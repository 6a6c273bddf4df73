import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JudgementView, OpinionReason, ReviewReading } from '../../../shared/model/review.ts'
import { Contents } from './contents.tsx'
import { JudgementPanel } from './judgement-panel.tsx'
import { PaperPreview, type ShownFile } from './paper-preview.tsx'
import { ReadingContext, type ReasonPlace } from './reading-context.ts'
import { ReadingHeader } from './reading-header.tsx'
import { ReadingText, useReadingParts } from './reading-text.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { StrangeSigner } from './strange-signer.tsx'
import { useJudgement } from './use-judgement.ts'

/** Contents and text; the contents jump, the text scrolls. */
function Text() {
  const parts = useReadingParts()
  const pane = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(parts[0]?.id ?? '')
  const go = (id: string) => {
    setHere(id)
    pane.current?.querySelector(`[data-part="${CSS.escape(id)}"]`)?.scrollIntoView()
  }
  return (
    <>
      <Box
        sx={{
          width: '13rem',
          flex: 'none',
          borderRight: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
          overflow: 'auto',
        }}
      >
        <Contents parts={parts} here={here} onGo={go} />
      </Box>
      <Box ref={pane} sx={{ flex: '1 1 0', minWidth: 0, overflow: 'auto', p: 2 }}>
        <ReadingText parts={parts} />
      </Box>
    </>
  )
}

type Props = { readonly reading: ReviewReading; readonly view: JudgementView }
type Asked = { readonly place: ReasonPlace; readonly at: number | null }

export function ReadingView({ reading, view }: Props) {
  const { t } = useTranslation('review')
  const judgement = useJudgement(view)
  const [side, setSide] = useState<'opinion' | 'paper'>('opinion')
  const [file, setFile] = useState<ShownFile | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { reasons } = judgement.held
  const show = useCallback((shown: ShownFile) => {
    setFile(shown)
    setSide('paper')
  }, [])
  const context = useMemo(
    () => ({
      reading,
      onReason: (place: ReasonPlace) => setAsked({ place, at: null }),
      onPaper: show,
      reasonsAt: (step: string, ref: string) =>
        reasons.filter(({ place }) => place.step === step && place.ref === ref).length,
    }),
    [reading, reasons, show],
  )
  const keep = (reason: OpinionReason) => {
    const at = asked?.at ?? null
    const next =
      at === null ? [...reasons, reason] : reasons.map((each, i) => (i === at ? reason : each))
    judgement.change({ reasons: next })
    setSide('opinion')
  }
  const edited = asked?.at == null ? null : (reasons[asked.at] ?? null)
  const formFile = { path: reading.form ?? '', name: t('header.formName') }
  return (
    <ReadingContext value={context}>
      <Stack component="section" aria-label={reading.row.enterprise} sx={{ height: '100%' }}>
        <ReadingHeader reading={reading} onForm={() => show(formFile)} />
        <StrangeSigner row={reading.row} />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Text />
          <Stack
            sx={{
              width: side === 'paper' ? '34rem' : '23rem',
              flex: 'none',
              borderLeft: 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            <Tabs value={side} onChange={(_, next) => setSide(next)} variant="fullWidth">
              <Tab value="opinion" label={t('side.opinion')} />
              <Tab value="paper" label={t('side.paper')} />
            </Tabs>
            <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2 }}>
              {side === 'opinion' && (
                <JudgementPanel
                  view={view}
                  judgement={judgement}
                  row={reading.row}
                  onReason={(place) => setAsked({ place, at: null })}
                  onEdit={(at) => {
                    const reason = reasons[at]
                    if (reason) setAsked({ place: reason, at })
                  }}
                />
              )}
              {side === 'paper' &&
                (file ? (
                  <PaperPreview seq={reading.row.seq} file={file} />
                ) : (
                  <Typography color="textSecondary">{t('side.none')}</Typography>
                ))}
            </Box>
          </Stack>
        </Box>
      </Stack>
      {asked && (
        <ReasonDialog
          place={{
            place: asked.place.place,
            label: asked.place.label,
            material: asked.place.material,
          }}
          reason={edited}
          onSave={keep}
          onClose={() => setAsked(null)}
        />
      )}
    </ReadingContext>
  )
}
