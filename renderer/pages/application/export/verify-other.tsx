/** Verifies a bundle that lies somewhere on disk: an earlier one, or the copy on a stick. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { Verification } from '../../../parts/verify/verification.tsx'

export function VerifyOther() {
  const { t } = useTranslation('application')
  const host = useHost()
  const verify = useAct('bundle.verify', { key: 'other' })
  const [file, setFile] = useState<Picked | null>(null)
  const pick = async () => {
    const [picked] = await host.pickFiles({ title: t('receipts.pick') })
    if (!picked) return
    setFile(picked)
    verify.mutate({ file: picked.handle })
  }
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" loading={verify.isPending} onClick={() => void pick()}>
        {t('receipts.verify')}
      </Button>
      {file && <Verification act={verify} file={file} />}
    </Box>
  )
}
