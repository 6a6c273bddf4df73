/** All applications of this vault: how far each is, and how long there is. */
import AssignmentIcon from '@mui/icons-material/AssignmentOutlined'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { instant } from '../../app/format.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { CompletenessRing } from '../../parts/completeness-ring.tsx'
import { DropTarget } from '../../parts/drop-target.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WindowState } from '../../parts/window-state.tsx'
import { FilteredApplications } from './filtered-applications.tsx'
import { ImportOpinionDialog } from './opinion/import-opinion.tsx'
import { useOpinionImport } from './opinion/use-opinion-import.ts'

export function ApplicationsPage() {
  const { t } = useTranslation('application')
  const ask = useAsk('application.list', {})
  const opinion = useOpinionImport()
  const readOnly = useReadOnly()
  const programmes = (
    <Stack direction="row" spacing={1}>
      <Button
        variant="outlined"
        disabled={readOnly}
        loading={opinion.act.isPending}
        onClick={opinion.pick}
      >
        {t('opinion:import')}
      </Button>
      <Button component={Link} to={paths.programmes} variant="contained">
        {t('list.begin')}
      </Button>
    </Stack>
  )
  return (
    <DropTarget label={t('opinion:import.drop')} onFiles={opinion.start} disabled={readOnly}>
      <ImportOpinionDialog {...opinion} />
      <PageShell
        title={t('list.title')}
        question={t('list.question')}
        actions={ask.data?.length ? programmes : undefined}
      >
        <Asked ask={ask}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<AssignmentIcon color="action" sx={{ fontSize: '3rem' }} />}
                title={t('list.empty')}
                hint={t('list.emptyHint')}
                action={programmes}
              />
            ) : (
              <FilteredApplications rows={rows}>
                {(shown) => (
                  <Stack spacing={1.5}>
                    {shown.map((row) => (
                      <ApplicationCard key={row.id} row={row} />
                    ))}
                  </Stack>
                )}
              </FilteredApplications>
            )
          }
        </Asked>
      </PageShell>
    </DropTarget>
  )
}

function ApplicationCard({ row }: { readonly row: ApplicationRow }) {
  const { t } = useTranslation('application')
  const vault = useAsk('vault.state', {})
  const closes = row.closes ?? undefined
  return (
    <Card>
      <CardActionArea component={Link} to={paths.application(row.id)} sx={{ p: 2 }}>
        <Stack
          direction="row"
          sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 2, rowGap: 1 }}
        >
          <CompletenessRing value={row.completeness} />
          <Stack sx={{ flex: '1 1 20rem', minWidth: 0 }}>
            <Typography variant="h2">{row.title}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t('header.edition', { edition: row.edition })} ·{' '}
              {t('list.changed', { at: instant(row.changedAt) })}
            </Typography>
          </Stack>
          <WindowState window={{ role: 'enterprise', closes }} today={vault.data?.today ?? ''} />
          {row.blocking > 0 ? (
            <StateMark tone="bad">{t('state.blocking', { count: row.blocking })}</StateMark>
          ) : (
            <StateMark tone="good">{t('state.ready')}</StateMark>
          )}
          <Typography variant="body2" sx={{ width: '4.5rem', textAlign: 'right' }}>
            {t(`terms:state.${row.state}`)}
          </Typography>
        </Stack>
      </CardActionArea>
    </Card>
  )
}
