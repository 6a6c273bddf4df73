/** 小幅更正: dates, telephone numbers and thresholds of a new notice, recorded with their reason. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import TextField from '@mui/material/TextField'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import {
  type Correctable,
  type CorrectableGroup,
  correctablesOf,
} from '../../../shared/programme/correctable.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { WritingDialog } from '../../parts/writing-dialog.tsx'
import { CorrectionFields } from './correction-fields.tsx'
import { correctionsFrom, faultIn, keyOf, type Typed } from './corrections.ts'

type Props = { readonly view: ProgrammeView; readonly onClose: () => void }

export function CorrectionDialog({ view, onClose }: Props) {
  const { t } = useTranslation('programmes')
  const act = useAct('pack.correct')
  const { pack } = view
  const all = useMemo(() => correctablesOf(pack), [pack])
  const groups = [...new Set(all.map((each) => each.group))]
  const [group, setGroup] = useState<CorrectableGroup>('windows')
  const [typed, setTyped] = useState<Typed>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const corrections = correctionsFrom(all, typed)
  const wrong = all.some((each) => faultIn(each, typed) !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (corrections.length === 0 || wrong || note.trim() === '') return
    act.mutate(
      { id: pack.id, edition: pack.edition, corrections: [...corrections], note: note.trim() },
      { onSuccess: onClose },
    )
  }
  const change = (one: Correctable, value: string) =>
    setTyped((now) => ({ ...now, [keyOf(one)]: value }))
  return (
    <WritingDialog maxWidth="md" onClose={onClose} aria-labelledby="correct-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="correct-title">{t('correct.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Alert severity="info">{t('correct.about')}</Alert>
            <Tabs value={group} onChange={(_, next: CorrectableGroup) => setGroup(next)}>
              {groups.map((one) => (
                <Tab key={one} value={one} label={t(`correct.group.${one}`)} />
              ))}
            </Tabs>
            <CorrectionFields
              fields={all.filter((each) => each.group === group)}
              typed={typed}
              onChange={change}
            />
            <TextField
              required
              multiline
              label={t('correct.note')}
              helperText={t('correct.noteHint')}
              error={tried && note.trim() === ''}
              value={note}
              slotProps={{ htmlInput: { maxLength: 2000 } }}
              onChange={(event) => setNote(event.target.value)}
            />
            {tried && corrections.length === 0 && (
              <Alert severity="warning">{t('correct.nothing')}</Alert>
            )}
            {tried && wrong && <Alert severity="warning">{t('correct.wrong')}</Alert>}
            <FaultAlert error={act.error} onClose={act.reset} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button type="submit" variant="contained" loading={act.isPending}>
            {t('correct.do', { count: corrections.length })}
          </Button>
        </DialogActions>
      </form>
    </WritingDialog>
  )
}
