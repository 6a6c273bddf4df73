import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationState } from '../../../../shared/model/application.ts'
import { nextStates } from '../../../../shared/programme/course.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { WritingDialog } from '../../../parts/writing-dialog.tsx'
import { useApplication } from '../application-context.ts'
import { OpinionsTaken } from '../opinion/opinions-taken.tsx'
import { AwardFields } from './award-fields.tsx'
import { History } from './history.tsx'
import { ReasonFields } from './reason-fields.tsx'
import { type CourseDraft, emptyDraft, useRecordCourse } from './use-record-course.ts'

export function CourseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('course')
  const { view, today } = useApplication()
  const states = nextStates(view.pack, view.state)
  const [draft, setDraft] = useState<CourseDraft>(() => emptyDraft(view, today))
  const { record, error, isPending } = useRecordCourse()
  const set = (change: Partial<CourseDraft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record(draft, onClose)
  }
  return (
    <WritingDialog maxWidth="md" onClose={onClose} aria-labelledby="course-title">
      <form onSubmit={submit}>
        <DialogTitle id="course-title">{t('title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <History />
            <OpinionsTaken />
            {states.length > 0 && (
              <Stack direction="row" spacing={2}>
                <TextField
                  select
                  required
                  label={t('state')}
                  value={draft.state}
                  onChange={(event) => set({ state: event.target.value as ApplicationState })}
                  sx={{ width: '13rem', flex: 'none' }}
                >
                  {states.map((state) => (
                    <MenuItem key={state} value={state}>
                      {t(`terms:state.${state}`)}
                    </MenuItem>
                  ))}
                </TextField>
                {draft.state !== 'reserved' && (
                  <TextField
                    required
                    type="date"
                    label={t('day')}
                    value={draft.day}
                    onChange={(event) => set({ day: event.target.value })}
                    slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
                    sx={{ width: '11rem', flex: 'none' }}
                  />
                )}
                <TextField
                  label={t('note')}
                  value={draft.note}
                  onChange={(event) => set({ note: event.target.value })}
                  slotProps={{ htmlInput: { maxLength: 2000 } }}
                  sx={{ flex: 1 }}
                />
              </Stack>
            )}
            {draft.state === 'returned' && <ReasonFields draft={draft} onChange={set} />}
            {draft.state === 'recognised' && <AwardFields draft={draft} onChange={set} />}
            <FaultAlert error={error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          {states.length > 0 && (
            <Button type="submit" variant="contained" loading={isPending}>
              {t('save')}
            </Button>
          )}
        </DialogActions>
      </form>
    </WritingDialog>
  )
}
