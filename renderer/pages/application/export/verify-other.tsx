/** Verifies a bundle that lies somewhere on disk: an earlier one, or the copy on a stick. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { VerifyResult } from './verify-result.tsx'

export function VerifyOther() {
  const { t } = useTranslation('application')
  const host = useHost()
  const verify = useAct('bundle.verify', { key: 'other' })
  const pick = async () => {
    const [picked] = await host.pickFiles({ title: t('receipts.pick') })
    if (picked) verify.mutate({ file: picked.handle })
  }
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" loading={verify.isPending} onClick={() => void pick()}>
        {t('receipts.verify')}
      </Button>
      {verify.isPending && (
        <ProgressLine
          label={t('receipt.verifying')}
          progress={verify.progress}
          onCancel={verify.cancel}
        />
      )}
      <FaultAlert error={verify.error} onClose={verify.reset} />
      {verify.data && <VerifyResult report={verify.data} />}
    </Box>
  )
}
