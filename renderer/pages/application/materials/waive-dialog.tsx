/** 不适用, with the reason that is printed in the bundle. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useTellTaken } from '../../../app/second-thought.tsx'
import { useAct } from '../../../app/use-act.ts'
import { WritingDialog } from '../../../parts/writing-dialog.tsx'
import { useApplication } from '../application-context.ts'

type Props = {
  readonly slot: Slot
  readonly waived: string | null
  readonly onClose: () => void
}

export function WaiveDialog({ slot, waived, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.waive', { key: view.id })
  const [reason, setReason] = useState(waived ?? '')
  const linked = view.slots.find(({ id }) => id === slot.id)?.materials.length ?? 0
  const waive = (text: string) =>
    act.mutate({ id: view.id, slot: slot.id, reason: text }, { onSuccess: onClose })
  const tell = useTellTaken()
  const takeBack = () => {
    const gone = act.mutateAsync({ id: view.id, slot: slot.id, reason: '' })
    tell(gone.then(onClose), t('waive.taken', { title: slot.title }), () =>
      act.mutateAsync({ id: view.id, slot: slot.id, reason: waived ?? '' }),
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) waive(reason)
    else setReason('')
  }
  return (
    <WritingDialog onClose={onClose} aria-labelledby="waive-title">
      <form onSubmit={submit}>
        <DialogTitle id="waive-title">{t('waive.title', { title: slot.title })}</DialogTitle>
        <DialogContent>
          <TextField
            required
            autoFocus
            multiline
            minRows={3}
            margin="dense"
            label={t('waive.reason')}
            helperText={t('waive.hint')}
            value={reason}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={(event) => setReason(event.target.value)}
          />
          {linked > 0 && <Alert severity="info">{t('waive.kept', { count: linked })}</Alert>}
          <FaultAlert error={act.error} />
        </DialogContent>
        <DialogActions>
          {waived !== null && <Button onClick={takeBack}>{t('waive.takeBack')}</Button>}
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button type="submit" variant="contained" loading={act.isPending}>
            {t(waived === null ? 'waive.do' : 'waive.change')}
          </Button>
        </DialogActions>
      </form>
    </WritingDialog>
  )
}
