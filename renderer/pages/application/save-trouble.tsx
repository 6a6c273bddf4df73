/** What could not be saved: refused as stale ([Note: Stale answers]), or failed and to be retried. */
import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../shared/programme/form.ts'
import { fieldLabel } from '../../../shared/programme/label.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLabel } from '../../app/i18n.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { useApplication } from './application-context.ts'

const plain = (answer: Answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer))

export function SaveTrouble() {
  const { t } = useTranslation('application')
  const label = useLabel()
  const { view, inHand } = useApplication()
  const { refused, fault, retry, dismiss } = inHand
  if (!refused && !fault) return null
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      <FaultAlert error={fault instanceof Error ? fault : null} onRetry={retry} />
      {refused && (
        <Alert severity="warning" onClose={dismiss} closeText={t('stale.dismiss')}>
          {t('stale.what')}
          {Object.entries(refused).map(([field, answer]) => (
            <div key={field}>
              {t('stale.typed', { label: label(fieldLabel(view.pack, field)) })}
              <CopyText text={plain(answer)} />
            </div>
          ))}
        </Alert>
      )}
    </Stack>
  )
}
