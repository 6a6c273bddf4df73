import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Claim } from '../../../../shared/model/use.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'

type Props = { readonly claim: Claim; readonly sha256: string; readonly onClose: () => void }

/** Letting go of a claim on an invoice: who does it and why, before it is done. */
export function ReleaseDialog({ claim, sha256, onClose }: Props) {
  const { t } = useTranslation()
  const release = useAct('material.release', { key: sha256 })
  const [reason, setReason] = useState('')
  const [name, setName] = useState('')
  const { application, title, edition, slotTitle } = claim
  const ready = reason.trim() !== '' && name.trim() !== ''
  const go = () =>
    release.mutate(
      { sha256, application, reason: reason.trim(), name: name.trim() },
      { onSuccess: onClose },
    )
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="release-title">
      <DialogTitle id="release-title">{t('archive:claim.release')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {t('archive:claim.about', { title, edition, slot: slotTitle })}
          </DialogContentText>
          <TextField
            autoFocus
            multiline
            minRows={2}
            label={t('archive:claim.reason')}
            value={reason}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={(event) => setReason(event.target.value)}
          />
          <TextField
            label={t('archive:claim.name')}
            value={name}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            onChange={(event) => setName(event.target.value)}
          />
          <FaultAlert error={release.error} onClose={release.reset} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton
          variant="contained"
          reason={ready ? null : t('archive:claim.needs')}
          loading={release.isPending}
          onClick={go}
        >
          {t('archive:claim.release')}
        </ReasonButton>
      </DialogActions>
    </Dialog>
  )
}
