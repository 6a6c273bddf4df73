/** The judgement itself: outcome, name, and the reason in the person's own words. */
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
import type { Attestation } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'

const outcomes = ['met', 'unmet', 'notApplicable'] as const

type Props = {
  readonly condition: Condition
  readonly said: Attestation | undefined
  readonly onClose: () => void
}

export function AttestationDialog({ condition, said, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.attest', { key: view.id })
  const [outcome, setOutcome] = useState(said?.outcome ?? 'met')
  const [name, setName] = useState(said?.name ?? '')
  const [note, setNote] = useState(said?.note ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(
      { id: view.id, condition: condition.id, outcome, name, note },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="attest-title">
      <form onSubmit={submit}>
        <DialogTitle id="attest-title">{t('attest.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{condition.text}</Typography>
            <RadioGroup
              row
              aria-label={t('attest.outcome')}
              value={outcome}
              onChange={(_, value) => setOutcome(value as Attestation['outcome'])}
            >
              {outcomes.map((one) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  control={<Radio />}
                  label={t(`terms:outcome.${one}`)}
                />
              ))}
            </RadioGroup>
            <TextField
              required
              autoFocus
              label={t('attest.name')}
              value={name}
              slotProps={{ htmlInput: { maxLength: 60 } }}
              onChange={(event) => setName(event.target.value)}
            />
            <TextField
              required
              multiline
              minRows={3}
              label={t('attest.note')}
              helperText={t('attest.noteHint')}
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
            {t('attest.sign')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
