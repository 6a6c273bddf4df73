/** Verifies a bundle that lies somewhere on disk: an earlier one, or the copy on a stick. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { Verification } from './verification.tsx'

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
      <Verification act={verify} />
    </Box>
  )
}
