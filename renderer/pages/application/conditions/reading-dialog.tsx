/** The readings side by side, to choose one of, with name and grounds. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenReading } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { useSigner } from '../use-signer.ts'

type Props = {
  readonly condition: Condition
  readonly chosen: ChosenReading | undefined
  readonly onClose: () => void
}

export function ReadingDialog({ condition, chosen, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.read', { key: view.id })
  const { readings = [] } = condition
  const [signer, keepSigner] = useSigner()
  const [reading, setReading] = useState(chosen?.reading ?? readings[0]?.id ?? '')
  const [name, setName] = useState(chosen?.name || signer)
  const [note, setNote] = useState(chosen?.note ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keepSigner(name.trim())
    act.mutate(
      { id: view.id, condition: condition.id, reading, name, note },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="reading-title">
      <form onSubmit={submit}>
        <DialogTitle id="reading-title">{t('reading.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{condition.text}</Typography>
            <RadioGroup
              aria-label={t('reading.title')}
              value={reading}
              onChange={(_, value) => setReading(value)}
            >
              {readings.map(({ id, text }, index) => (
                <FormControlLabel
                  key={id}
                  value={id}
                  control={<Radio />}
                  label={index === 0 ? t('reading.first', { text }) : text}
                />
              ))}
            </RadioGroup>
            <TextField
              required
              label={t('reading.name')}
              value={name}
              slotProps={{ htmlInput: { maxLength: 60 } }}
              onChange={(event) => setName(event.target.value)}
            />
            <TextField
              required
              multiline
              minRows={2}
              label={t('reading.note')}
              helperText={t('reading.noteHint')}
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
            {t('reading.take')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
