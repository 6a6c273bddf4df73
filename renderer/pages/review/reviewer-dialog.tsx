/** 审核单位, 审核人 and 级别: printed on every opinion from now on. */
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Reviewer, type ReviewLevel, reviewLevels } from '../../../shared/model/review.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { WritingDialog } from '../../parts/writing-dialog.tsx'

type Props = { readonly reviewer: Reviewer | null; readonly onClose: () => void }

export function ReviewerDialog({ reviewer, onClose }: Props) {
  const { t } = useTranslation('review')
  const set = useAct('review.setReviewer')
  const [office, setOffice] = useState(reviewer?.office ?? '')
  const [name, setName] = useState(reviewer?.name ?? '')
  const [level, setLevel] = useState<ReviewLevel>(reviewer?.level ?? 'city')
  const [tried, setTried] = useState(false)
  const lacks = (text: string) => tried && text.trim() === ''
  const save = () => {
    setTried(true)
    if (office.trim() === '' || name.trim() === '') return
    set.mutate({ office, name, level }, { onSuccess: onClose })
  }
  return (
    <WritingDialog onClose={onClose}>
      <DialogTitle>{t('reviewer.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TextField
            autoFocus
            required
            label={t('opinion:office')}
            helperText={t('reviewer.officeHint')}
            error={lacks(office)}
            value={office}
            slotProps={{ htmlInput: { maxLength: 100 } }}
            onChange={(event) => setOffice(event.target.value)}
          />
          <TextField
            required
            label={t('opinion:reviewer')}
            error={lacks(name)}
            value={name}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            select
            label={t('opinion:level')}
            helperText={t('reviewer.levelHint')}
            value={level}
            onChange={(event) => setLevel(event.target.value as ReviewLevel)}
          >
            {reviewLevels.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`opinion:level.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <FaultAlert error={set.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button variant="contained" loading={set.isPending} onClick={save}>
          {t('reviewer.save')}
        </Button>
      </DialogActions>
    </WritingDialog>
  )
}
