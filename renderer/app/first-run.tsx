import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '../../shared/model/vault.ts'
import { ProgressLine } from '../parts/progress-line.tsx'
import { RestoreDialog } from '../parts/restore-dialog.tsx'
import { FaultAlert } from './fault-text.tsx'
import { NewVault } from './new-vault.tsx'
import { paths } from './paths.ts'
import { useHost } from './surroundings.ts'
import { useAct } from './use-act.ts'
import { WayCard } from './way-card.tsx'

/** No vault is open: make one, open one, or look at the example. */
export function FirstRun({ state }: { readonly state: VaultState }) {
  const { t } = useTranslation()
  const host = useHost()
  const open = useAct('vault.open')
  const navigate = useNavigate()
  const [making, setMaking] = useState<'own' | 'sample' | null>(null)
  const [restoring, setRestoring] = useState(false)
  const pick = async () => {
    const folder = await host.pickFolder({ title: t('frame:first.openTitle') })
    if (folder) open.mutate({ folder: folder.handle })
  }
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 4 }}>
      <Stack spacing={3} sx={{ maxWidth: '56rem', mx: 'auto', minHeight: '100%' }}>
        <Box sx={{ pt: '8vh' }}>
          <Typography variant="h1" color="primary">
            {t('frame:product')}
          </Typography>
          <Typography color="textSecondary">{t('frame:first.about')}</Typography>
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fit, minmax(16rem, 1fr))',
          }}
        >
          <WayCard
            strong
            title={t('frame:first.new')}
            hint={t('frame:first.newHint')}
            onClick={() => setMaking('own')}
          />
          <WayCard
            title={t('frame:first.open')}
            hint={t('frame:first.openHint')}
            onClick={() => void pick()}
          />
          <WayCard
            title={t('frame:first.restore')}
            hint={t('frame:first.restoreHint')}
            onClick={() => setRestoring(true)}
          />
          <WayCard
            title={t('frame:first.sample')}
            hint={t('frame:first.sampleHint')}
            onClick={() => setMaking('sample')}
          />
          <WayCard
            title={t('frame:first.review')}
            hint={t('frame:first.reviewHint')}
            onClick={() => void navigate(paths.review)}
          />
          <WayCard
            title={t('proof:verify.title')}
            hint={t('frame:first.verifyHint')}
            onClick={() => void navigate(paths.verify)}
          />
        </Box>
        {open.isPending && (
          <ProgressLine label={t('frame:first.opening')} progress={open.progress} />
        )}
        <FaultAlert error={open.error} onClose={open.reset} />
        {state.recent.length > 0 && (
          <Card component="section" aria-label={t('frame:first.recent')} sx={{ p: 2 }}>
            <Typography variant="h2">{t('frame:first.recent')}</Typography>
            <List dense>
              {state.recent.map((recent) => (
                <ListItemButton
                  key={`${recent.id}:${recent.folder}`}
                  disabled={open.isPending}
                  onClick={() => open.mutate({ recent: recent.id })}
                  sx={{ borderRadius: 1 }}
                >
                  <ListItemText primary={recent.name} secondary={recent.folder} />
                </ListItemButton>
              ))}
            </List>
          </Card>
        )}
        <Typography variant="caption" color="textSecondary" sx={{ mt: 'auto !important' }}>
          {t('frame:first.offline', { version: state.version })}
        </Typography>
      </Stack>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
      {making && <NewVault sample={making === 'sample'} onClose={() => setMaking(null)} />}
    </Box>
  )
}
