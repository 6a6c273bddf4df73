/** The 申报书 as it will be printed, made anew whenever an answer has changed. */
import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { FilePreview } from '../../../parts/file-preview.tsx'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { useApplication } from '../application-context.ts'
import { useFocusPlace } from '../use-place.ts'
import { StampGuide } from './stamp-guide.tsx'

export function FormPreview() {
  const { t } = useTranslation('application')
  const { view, inHand } = useApplication()
  const act = useAct('application.render', { key: view.id })
  const asked = useRef(-1)
  const { mutate } = act
  // What is typed must have arrived before it can be printed.
  const ready = inHand.state === 'saved'
  useEffect(() => {
    if (!ready || asked.current === view.revision) return
    asked.current = view.revision
    mutate({ id: view.id })
  }, [ready, view.id, view.revision, mutate])
  const sheet = useRef<HTMLDivElement>(null)
  useFocusPlace(sheet, view.id)
  return (
    <Box ref={sheet} sx={{ display: 'flex', gap: 3, height: '100%', minHeight: '24rem' }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <FaultAlert error={act.error} onRetry={() => mutate({ id: view.id })} />
        {act.isPending && (
          <ProgressLine
            label={t('preview.rendering')}
            progress={act.progress}
            onCancel={act.cancel}
          />
        )}
        {act.data && (
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <FilePreview
              sha256={act.data.sha256}
              media="application/pdf"
              name={t('preview.name', { title: view.title })}
            />
          </Box>
        )}
      </Box>
      <StampGuide rendering={act.data} />
    </Box>
  )
}
