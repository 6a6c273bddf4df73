/** Beside the preview: what face stood in, what the notice asks of the paper, where the scan goes. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Rendering } from '../../../../shared/model/application.ts'
import { slotsOf } from '../../../../shared/programme/track.ts'
import { fileSize, listed } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { SourceNote } from '../../../parts/source-note.tsx'
import { useApplication } from '../application-context.ts'
import { SavePdf } from './save-pdf.tsx'
import { StampedScans } from './stamped-scans.tsx'
import { Statements } from './statements.tsx'

export function StampGuide({ rendering }: { readonly rendering: Rendering | undefined }) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const { view } = useApplication()
  const scan = slotsOf(view.pack, view.track).find(({ form }) => form)
  const paper = view.pack.procedure.paper
  return (
    <Box component="aside" sx={{ width: '20rem', flex: 'none', overflow: 'auto' }}>
      {rendering && (
        <>
          <Typography variant="body2">
            {t('preview.size', { pages: rendering.pages, size: fileSize(rendering.size) })}
          </Typography>
          <SavePdf />
          {rendering.substituted.length > 0 && (
            <Alert severity="info" sx={{ my: 2 }}>
              {t('preview.substituted', { faces: listed(rendering.substituted, language) })}
            </Alert>
          )}
        </>
      )}
      {scan && <StampedScans slot={scan} />}
      <Statements />
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        {t('preview.stamp')}
      </Typography>
      <Box component="ol" sx={{ pl: 2.5, typography: 'body2' }}>
        <li>{t('preview.step1')}</li>
        {paper.map((step) => (
          <li key={step.text}>
            {step.text}
            <SourceNote pack={view.pack} source={step.source} />
          </li>
        ))}
        <li>{t('preview.step2')}</li>
        {scan && <li>{t('preview.step3', { slot: scan.title })}</li>}
      </Box>
    </Box>
  )
}
