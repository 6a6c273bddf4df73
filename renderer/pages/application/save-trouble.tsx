/** What could not be saved: refused as stale ([Note: Stale answers]), or failed and to be retried. */
import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useApplication } from './application-context.ts'
import { StaleAnswer, StaleText } from './form/stale-answer.tsx'
import type { AnswersInHand } from './form/use-answers.ts'

const errorOf = ({ fault }: AnswersInHand) => (fault instanceof Error ? fault : null)

export function SaveTrouble() {
  const { t } = useTranslation('application')
  const { inHand, texts } = useApplication()
  const answers = Object.entries(inHand.refused ?? {})
  const written = Object.entries(texts.refused ?? {})
  const refused = answers.length + written.length > 0
  if (!refused && !inHand.fault && !texts.fault) return null
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      <FaultAlert error={errorOf(inHand)} onRetry={inHand.retry} />
      <FaultAlert error={errorOf(texts)} onRetry={texts.retry} />
      {refused && (
        <Alert severity="warning" slotProps={{ message: { sx: { flex: 1 } } }}>
          {t('stale.what')}
          {answers.map(([field, answer]) => (
            <StaleAnswer key={field} field={field} mine={answer} />
          ))}
          {written.map(([ref, text]) => (
            <StaleText key={ref} at={ref} mine={String(text)} />
          ))}
        </Alert>
      )}
    </Stack>
  )
}
