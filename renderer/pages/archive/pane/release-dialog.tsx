import DialogContentText from '@mui/material/DialogContentText'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Claim } from '../../../../shared/model/use.ts'
import { useAct } from '../../../app/use-act.ts'
import { AskDialog } from '../../../parts/ask-dialog.tsx'

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
    <AskDialog
      title={t('archive:claim.release')}
      go={t('archive:claim.release')}
      reason={ready ? null : t('archive:claim.needs')}
      act={release}
      onGo={go}
      onClose={onClose}
    >
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
    </AskDialog>
  )
}
