/** Everything that is open, blocking first within each step; each line leads to its place. */
import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../parts/state-mark.tsx'
import { useApplication } from './application-context.ts'
import { Renewals } from './course/renewals.tsx'
import { ReturnsList } from './course/returns-list.tsx'
import { FindingList } from './finding-list.tsx'
import { bySeverity, byStep } from './findings.ts'

export function FindingsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  return (
    <Box
      component="aside"
      aria-label={t('findings.title')}
      sx={{
        width: '22rem',
        flex: 'none',
        overflow: 'auto',
        p: 2,
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h2">{t('findings.title')}</Typography>
        <IconButton aria-label={t('findings.close')} size="small" onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Stack>
      <ReturnsList />
      <Renewals />
      {view.findings.length === 0 && <StateMark tone="good">{t('findings.none')}</StateMark>}
      {byStep(view.findings).map(({ step, findings }) => (
        <Box key={step} sx={{ mt: 2 }}>
          <Typography variant="h3" component="h3">
            {t(`terms:step.${step}`)}
          </Typography>
          <FindingList findings={bySeverity(findings)} />
        </Box>
      ))}
    </Box>
  )
}
