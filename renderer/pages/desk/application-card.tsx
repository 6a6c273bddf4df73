import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { paths } from '../../app/paths.ts'
import { useToday } from '../../app/use-vault.ts'
import { CompletenessRing } from '../../parts/completeness-ring.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WindowState } from '../../parts/window-state.tsx'

/** How far one application is, what blocks it, and how long there is. */
export function ApplicationCard({ row }: { readonly row: ApplicationRow }) {
  const { t } = useTranslation()
  const today = useToday()
  return (
    <Card>
      <CardActionArea component={Link} to={paths.application(row.id)} sx={{ p: 2, height: '100%' }}>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <CompletenessRing value={row.completeness} />
          <Stack sx={{ minWidth: 0 }}>
            <Typography variant="h3">{row.title}</Typography>
            <Typography variant="caption" color="textSecondary" gutterBottom>
              {t('desk:applications.line', {
                edition: row.edition,
                state: t(`terms:state.${row.state}`),
              })}
            </Typography>
            {row.blocking > 0 ? (
              <StateMark tone="bad">
                {t('desk:applications.blocking', { count: row.blocking })}
              </StateMark>
            ) : (
              <StateMark tone="good">{t('desk:applications.ready')}</StateMark>
            )}
            {row.closes && (
              <WindowState window={{ role: 'enterprise', closes: row.closes }} today={today} />
            )}
          </Stack>
        </Stack>
      </CardActionArea>
    </Card>
  )
}
