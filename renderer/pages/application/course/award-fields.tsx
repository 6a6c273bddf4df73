/** The title that was won: it stands in the profile from then on, with or without its scan. */
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { TitleFields } from '../../../parts/title-fields.tsx'
import { useApplication } from '../application-context.ts'
import { awardsOf, type CourseDraft } from './use-record-course.ts'

type Props = {
  readonly draft: CourseDraft
  readonly onChange: (change: Partial<CourseDraft>) => void
}

export function AwardFields({ draft, onChange }: Props) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const awards = awardsOf(view)
  if (awards.length === 0) return <Typography color="textSecondary">{t('award.none')}</Typography>
  return (
    <Stack spacing={2} role="group" aria-label={t('award')}>
      <Typography variant="body2" color="textSecondary">
        {t('award.hint')}
      </Typography>
      <TitleFields codes={awards} award={draft.award} onChange={(award) => onChange({ award })} />
    </Stack>
  )
}
