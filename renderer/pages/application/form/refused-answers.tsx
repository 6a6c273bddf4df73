/** What could not be saved: refused as stale ([Note: Stale answers]), or failed and to be retried. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../shared/programme/form.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { CopyText } from '../../../parts/copy-text.tsx'
import { useApplication } from '../application-context.ts'
import { useForm } from './form-context.ts'

const plain = (answer: Answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer))

export function RefusedAnswers() {
  const { t } = useTranslation('application')
  const { refused, fault, retry, dismiss } = useApplication().inHand
  const { fields } = useForm()
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: fault || refused ? 2 : 0 }}>
      <FaultAlert error={fault instanceof Error ? fault : null} onRetry={retry} />
      {refused && (
        <Alert severity="warning" onClose={dismiss} closeText={t('stale.dismiss')}>
          {t('stale.what')}
          {Object.entries(refused).map(([field, answer]) => (
            <div key={field}>
              {t('stale.typed', { label: fields.get(field)?.label ?? field })}
              <CopyText text={plain(answer)} />
            </div>
          ))}
        </Alert>
      )}
    </Box>
  )
}
