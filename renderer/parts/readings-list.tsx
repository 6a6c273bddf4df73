/** The ways in which a condition can be read, where its text is ambiguous; for reading only. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../shared/programme/pack.ts'

export function ReadingsList({ condition }: { readonly condition: Condition }) {
  const { t } = useTranslation('programmes')
  const { readings = [] } = condition
  if (readings.length === 0) return null
  return (
    <Box sx={{ mt: 0.5, typography: 'caption', color: 'text.secondary' }}>
      <Typography variant="caption">{t('readings')}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {readings.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </Box>
    </Box>
  )
}
