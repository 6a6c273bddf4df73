/** The title that was won: it stands in the profile from then on, with or without its scan. */
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { titleLabel } from '../../../../shared/programme/label.ts'
import { useLabel } from '../../../app/i18n.ts'
import { useApplication } from '../application-context.ts'
import { awardsOf, type CourseDraft } from './use-record-course.ts'

type Props = {
  readonly draft: CourseDraft
  readonly onChange: (change: Partial<CourseDraft>) => void
}

export function AwardFields({ draft, onChange }: Props) {
  const { t } = useTranslation('course')
  const labelOf = useLabel()
  const { view } = useApplication()
  const { award } = draft
  const awards = awardsOf(view)
  const set = (change: Partial<CourseDraft['award']>) =>
    onChange({ award: { ...award, ...change } })
  if (awards.length === 0) return <Typography color="textSecondary">{t('award.none')}</Typography>
  return (
    <Stack spacing={2} role="group" aria-label={t('award')}>
      <Typography variant="body2" color="textSecondary">
        {t('award.hint')}
      </Typography>
      <Stack direction="row" spacing={2}>
        <TextField
          select
          label={t('award.title')}
          value={award.code}
          onChange={(event) => set({ code: event.target.value })}
          sx={{ flex: 1 }}
        >
          {awards.map((code) => (
            <MenuItem key={code} value={code}>
              {labelOf(titleLabel(code))}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('award.level')}
          value={award.level ?? ''}
          onChange={(event) => set({ level: event.target.value })}
          sx={{ width: '8rem', flex: 'none' }}
        />
      </Stack>
      <Stack direction="row" spacing={2}>
        <TextField
          label={t('award.number')}
          value={award.number ?? ''}
          onChange={(event) => set({ number: event.target.value })}
          sx={{ flex: 1 }}
        />
        <TextField
          required
          type="date"
          label={t('award.issued')}
          value={award.issued}
          onChange={(event) => set({ issued: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: '11rem', flex: 'none' }}
        />
        <TextField
          type="date"
          label={t('award.expires')}
          value={award.expires ?? ''}
          onChange={(event) => set({ expires: event.target.value || null })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: '11rem', flex: 'none' }}
        />
      </Stack>
    </Stack>
  )
}
