/** One reason: what kind, and in words, at the place where it was begun. */
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OpinionReason, type ReasonKind, reasonKinds } from '../../../shared/model/review.ts'
import { WritingDialog } from '../../parts/writing-dialog.tsx'
import type { ReasonPlace } from './reading-context.ts'

type Props = {
  readonly place: ReasonPlace
  /** The reason that is changed, or null for a new one. */
  readonly reason: OpinionReason | null
  readonly onSave: (reason: OpinionReason) => void
  readonly onClose: () => void
}

export function ReasonDialog({ place, reason, onSave, onClose }: Props) {
  const { t } = useTranslation('review')
  const [kind, setKind] = useState<ReasonKind>(reason?.kind ?? 'incorrect')
  const [text, setText] = useState(reason?.text ?? '')
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (text.trim() === '') return
    onSave({ ...place, kind, text: text.trim() })
    onClose()
  }
  return (
    <WritingDialog onClose={onClose}>
      <DialogTitle>{t('reason.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Typography variant="body2" color="textSecondary">
            {t(`opinion:step.${place.place.step}`)} · {place.label}
          </Typography>
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('opinion:column.kind')}
            value={kind}
            onChange={(_, next: ReasonKind | null) => next && setKind(next)}
          >
            {reasonKinds.map((each) => (
              <ToggleButton key={each} value={each}>
                {t(`opinion:kind.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <TextField
            autoFocus
            required
            multiline
            minRows={3}
            label={t('reason.text')}
            helperText={tried && text.trim() === '' ? t('reason.lacking') : t('reason.hint')}
            error={tried && text.trim() === ''}
            value={text}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={(event) => setText(event.target.value)}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button variant="contained" onClick={save}>
          {t('reason.save')}
        </Button>
      </DialogActions>
    </WritingDialog>
  )
}
