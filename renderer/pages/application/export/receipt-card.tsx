/** The receipt of what was just written, and its verification on request. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { Panel } from '../../../parts/panel.tsx'
import { Verification } from '../../../parts/verify/verification.tsx'
import type { Exported } from './export-step.tsx'
import { HandoverButton } from './handover-button.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'

export function ReceiptCard({ exported }: { readonly exported: Exported }) {
  const { t } = useTranslation('application')
  const host = useHost()
  const { receipt, place } = exported
  const verify = useAct('receipt.verify', { key: receipt.bundleId })
  return (
    <Panel title={t('receipt.title')} hint={t('receipt.hint')}>
      <ReceiptFacts receipt={receipt} />
      <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
        <Button
          variant="outlined"
          loading={verify.isPending}
          onClick={() => verify.mutate({ seq: receipt.seq })}
        >
          {t('receipt.verify')}
        </Button>
        <HandoverButton receipt={receipt} />
        <Button onClick={() => void host.reveal({ handle: place.handle })}>
          {t('receipt.reveal')}
        </Button>
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
        {t('proof:receipt.removal')}
      </Typography>
      <Verification act={verify} file={receipt.volumes.length === 0 ? place : null} />
    </Panel>
  )
}
