import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../../shared/model/bundle.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { useSignerName } from '../../../parts/signer-name.ts'
import { WritingDialog } from '../../../parts/writing-dialog.tsx'

const shortest = 8

type Props = { readonly identity: Identity; readonly onClose: () => void }

/** Writes an identity as a .pfx under a password, for another computer of the same office. */
export function ExportIdentity({ identity, onClose }: Props) {
  const { t } = useTranslation('proof')
  const host = useHost()
  const nameOf = useSignerName()
  const act = useAct('identity.export')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const lacks =
    password.length < shortest
      ? t('identity.passwordShort', { count: shortest })
      : password === again
        ? null
        : t('identity.passwordDiffers')
  const run = async () => {
    const name = t('identity.fileName', { name: nameOf(identity) })
    const place = await host.pickSave({ title: t('identity.where'), name })
    if (!place) return
    const { fingerprint } = identity
    act.mutate({ fingerprint, to: place.handle, password }, { onSuccess: onClose })
  }
  const field = (label: string, value: string, change: (text: string) => void) => (
    <TextField
      type="password"
      label={label}
      value={value}
      slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'new-password' } }}
      onChange={(event) => change(event.target.value)}
    />
  )
  return (
    <WritingDialog onClose={onClose}>
      <DialogTitle>{t('identity.export')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{t('identity.exportAbout')}</DialogContentText>
          {field(t('identity.newPassword'), password, setPassword)}
          {field(t('identity.passwordAgain'), again, setAgain)}
          <FaultAlert error={act.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton
          variant="contained"
          reason={lacks}
          loading={act.isPending}
          onClick={() => void run()}
        >
          {t('identity.exportRun')}
        </ReasonButton>
      </DialogActions>
    </WritingDialog>
  )
}
