/** No desk is open: choose a folder for one, or take up the last one again. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { WayCard } from '../../app/way-card.tsx'
import { PageShell } from '../../parts/page-shell.tsx'

export function OpenDesk({ recent }: { readonly recent: string | null }) {
  const { t } = useTranslation('review')
  const host = useHost()
  const open = useAct('review.open')
  const pick = async () => {
    const folder = await host.pickFolder({ title: t('desk.pick') })
    if (folder) open.mutate({ folder: folder.handle })
  }
  return (
    <PageShell title={t('title')} question={t('question')}>
      <Stack spacing={2}>
        <Typography sx={{ maxWidth: '52rem' }}>{t('desk.about')}</Typography>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, 1fr)' }}>
          <WayCard
            strong={recent === null}
            title={t('desk.choose')}
            hint={t('desk.chooseHint')}
            onClick={() => void pick()}
          />
          {recent !== null && (
            <WayCard
              strong
              title={t('desk.reopen')}
              hint={recent}
              onClick={() => open.mutate({ recent: true })}
            />
          )}
        </Box>
        <FaultAlert error={open.error} onClose={open.reset} />
      </Stack>
    </PageShell>
  )
}
