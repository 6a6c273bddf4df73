/** A decision that somebody signs: what is decided, by whom, and on what grounds. */
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { WritingDialog } from '../../../parts/writing-dialog.tsx'
import { useSigner } from '../use-signer.ts'

export type Signature = { readonly name: string; readonly note: string }

type Props = {
  /** Whose sentences it speaks. */
  readonly topic: 'attest' | 'reading' | 'stamp'
  /** What it is about, as the notice puts it. */
  readonly about: string
  /** The signature of the decision as it stands. */
  readonly given: Signature | undefined
  readonly act: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSign: (signature: Signature) => void
  readonly onClose: () => void
  /** The choice itself. */
  readonly children: ReactNode
}

export function SignedDialog({ topic, about, given, act, onSign, onClose, children }: Props) {
  const { t } = useTranslation('application')
  const id = useId()
  const [signer, keepSigner] = useSigner()
  const [name, setName] = useState(given?.name || signer)
  const [note, setNote] = useState(given?.note ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keepSigner(name.trim())
    onSign({ name, note })
  }
  return (
    <WritingDialog onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{t(`${topic}.title`)}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{about}</Typography>
            {children}
            <TextField
              required
              autoFocus
              label={t(`${topic}.name`)}
              value={name}
              slotProps={{ htmlInput: { maxLength: 60 } }}
              onChange={(event) => setName(event.target.value)}
            />
            <TextField
              required
              multiline
              minRows={3}
              label={t(`${topic}.note`)}
              helperText={t(`${topic}.noteHint`)}
              value={note}
              slotProps={{ htmlInput: { maxLength: 2000 } }}
              onChange={(event) => setNote(event.target.value)}
            />
            <FaultAlert error={act.error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button type="submit" variant="contained" loading={act.isPending}>
            {t(`${topic}.sign`)}
          </Button>
        </DialogActions>
      </form>
    </WritingDialog>
  )
}
