import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isInProgress } from '../../../shared/programme/course.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useVault } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { BackupNow } from '../../parts/backup-now.tsx'
import { DutiesPanel } from '../../parts/duties/duties-panel.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { IntegrityCheck } from '../../parts/integrity-check.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ApplicationCard } from './application-card.tsx'
import { ExpiringPanel } from './expiring-panel.tsx'
import { FirstSteps } from './first-steps.tsx'
import { WindowsStrip } from './windows-strip.tsx'

/** Nothing in progress: there may be others, with a result or set aside for another year. */
function NoApplications({ others }: { readonly others: number }) {
  const { t } = useTranslation()
  const key = others > 0 ? 'ended' : 'none'
  return (
    <EmptyState
      title={t(`desk:applications.${key}`)}
      hint={t(`desk:applications.${key}Hint`, { count: others })}
      action={
        <Stack direction="row" spacing={1}>
          <Button component={Link} to={paths.programmes} variant="contained">
            {t('desk:applications.begin')}
          </Button>
          {others > 0 && (
            <Button component={Link} to={paths.applications}>
              {t('desk:applications.seeEnded')}
            </Button>
          )}
        </Stack>
      }
    />
  )
}

function Applications() {
  const { t } = useTranslation()
  const ask = useAsk('application.list', {})
  return (
    <Panel title={t('desk:applications.title')}>
      <Asked ask={ask}>
        {(all) => {
          const rows = all.filter(({ state }) => isInProgress(state))
          if (rows.length === 0) return <NoApplications others={all.length} />
          return (
            <Box
              sx={{
                display: 'grid',
                gap: 2,
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(19rem, 100%), 1fr))',
              }}
            >
              {rows.map((row) => (
                <ApplicationCard key={row.id} row={row} />
              ))}
            </Box>
          )
        }}
      </Asked>
    </Panel>
  )
}

/** What needs me now? */
export function DeskPage() {
  const { t } = useTranslation()
  const vault = useVault()
  return (
    <PageShell title={t('frame:screen.desk')} question={t('desk:question')}>
      <FirstSteps />
      {/* Two columns where they fit, at any size of the letters. */}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Stack spacing={2} sx={{ flex: '999 1 36rem', minWidth: 0 }}>
          <Applications />
          <WindowsStrip />
        </Stack>
        <Stack spacing={2} sx={{ flex: '1 1 24rem', minWidth: 0 }}>
          <DutiesPanel />
          <ExpiringPanel />
          {vault && (
            <Panel title={t('frame:backup.title')}>
              <Stack spacing={2} divider={<Divider />}>
                {!vault.readOnly && <BackupNow key={vault.folder} />}
                <IntegrityCheck vault={vault} />
              </Stack>
            </Panel>
          )}
        </Stack>
      </Box>
    </PageShell>
  )
}
