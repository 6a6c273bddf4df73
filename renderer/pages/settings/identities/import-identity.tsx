import Button from '@mui/material/Button'
import DialogContentText from '@mui/material/DialogContentText'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { AskDialog } from '../../../parts/ask-dialog.tsx'

/** Takes an identity from a .pfx or .p12: another computer's, or one that an authority issued. */
export function ImportIdentity({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('proof')
  const host = useHost()
  const act = useAct('identity.import')
  const [file, setFile] = useState<Picked | null>(null)
  const [password, setPassword] = useState('')
  const pick = async () => {
    const [picked] = await host.pickFiles({ title: t('identity.pick') })
    if (picked) setFile(picked)
  }
  const run = () => {
    if (file) act.mutate({ file: file.handle, password }, { onSuccess: onClose })
  }
  return (
    <AskDialog
      title={t('identity.import')}
      go={t('identity.importRun')}
      reason={file ? null : t('identity.pickFirst')}
      act={act}
      onGo={run}
      onClose={onClose}
    >
      <DialogContentText>{t('identity.importAbout')}</DialogContentText>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Button variant="outlined" onClick={() => void pick()}>
          {t('identity.pick')}
        </Button>
        <Typography variant="body2">{file?.name}</Typography>
      </Stack>
      <TextField
        type="password"
        label={t('identity.password')}
        value={password}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
        onChange={(event) => setPassword(event.target.value)}
      />
    </AskDialog>
  )
}
