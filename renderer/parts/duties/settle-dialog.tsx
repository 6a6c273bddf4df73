import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyReminder } from '../../../shared/model/reserve.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { useSettle } from './use-settle.ts'

const outcomes = ['handled', 'ended'] as const

type Props = { readonly reminder: DutyReminder; readonly onClose: () => void }

/** 另行处理 or 不再适用, with the note that whoever looks later needs. */
export function SettleDialog({ reminder, onClose }: Props) {
  const { t } = useTranslation('reserve')
  const { settle, isPending, error } = useSettle(reminder)
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('handled')
  const [note, setNote] = useState('')
  const go = () => {
    settle({ outcome, note: note.trim() }).then(onClose, () => undefined)
  }
  return (
    <AskDialog
      title={t('settle.title')}
      go={t('settle.do')}
      reason={note.trim() ? null : t('settle.needsNote')}
      act={{ isPending, error }}
      onGo={go}
      onClose={onClose}
    >
      <Typography variant="body2">{reminder.text}</Typography>
      <RadioGroup
        aria-label={t('settle.title')}
        value={outcome}
        onChange={(_, chosen) => setOutcome(chosen as (typeof outcomes)[number])}
      >
        {outcomes.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={t(`settle.${one}`)}
          />
        ))}
      </RadioGroup>
      <TextField
        required
        multiline
        minRows={2}
        label={t('settle.note')}
        helperText={t(`settle.hint.${outcome}`)}
        value={note}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        onChange={(event) => setNote(event.target.value)}
      />
    </AskDialog>
  )
}
