/** What could not be saved: refused as stale ([Note: Stale answers]), or failed and to be retried. */
import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useApplication } from './application-context.ts'
import { StaleAnswer } from './form/stale-answer.tsx'

export function SaveTrouble() {
  const { t } = useTranslation('application')
  const { inHand } = useApplication()
  const { refused, fault, retry } = inHand
  if (!refused && !fault) return null
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      <FaultAlert error={fault instanceof Error ? fault : null} onRetry={retry} />
      {refused && (
        <Alert severity="warning" slotProps={{ message: { sx: { flex: 1 } } }}>
          {t('stale.what')}
          {Object.entries(refused).map(([field, answer]) => (
            <StaleAnswer key={field} field={field} mine={answer} />
          ))}
        </Alert>
      )}
    </Stack>
  )
}
