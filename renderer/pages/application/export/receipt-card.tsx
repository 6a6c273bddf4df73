/** The receipt of what was just written, and its verification on request. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import type { Exported } from './export-step.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'
import { VerifyResult } from './verify-result.tsx'

export function ReceiptCard({ exported }: { readonly exported: Exported }) {
  const { t } = useTranslation('application')
  const host = useHost()
  const verify = useAct('bundle.verify', { key: exported.receipt.bundleId })
  const { handle } = exported.place
  return (
    <Panel title={t('receipt.title')} hint={t('receipt.hint')}>
      <ReceiptFacts receipt={exported.receipt} />
      <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
        <Button
          variant="outlined"
          loading={verify.isPending}
          onClick={() => verify.mutate({ file: handle })}
        >
          {t('receipt.verify')}
        </Button>
        <Button onClick={() => void host.reveal({ handle })}>{t('receipt.reveal')}</Button>
      </Stack>
      {verify.isPending && (
        <ProgressLine
          label={t('receipt.verifying')}
          progress={verify.progress}
          onCancel={verify.cancel}
        />
      )}
      <FaultAlert error={verify.error} onClose={verify.reset} />
      {verify.data && <VerifyResult report={verify.data} />}
    </Panel>
  )
}
