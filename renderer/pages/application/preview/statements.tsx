/** 承诺书 and other statements: written, printed, stamped and signed, brought back as a scan. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../application-context.ts'
import { StatementCard } from './statement-card.tsx'

export function Statements() {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  if (view.statements.length === 0) return null
  return (
    <Box component="section" aria-label={t('statements')}>
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        {t('statements')}
      </Typography>
      <Stack spacing={1.5} sx={{ my: 1 }}>
        {view.statements.map((statement) => (
          <StatementCard key={statement.id} statement={statement} />
        ))}
      </Stack>
    </Box>
  )
}
