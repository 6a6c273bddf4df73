import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { useVault } from '../../app/use-vault.ts'
import { PageShell } from '../../parts/page-shell.tsx'
import { AboutPanel } from './about-panel.tsx'
import { IdentitiesPanel } from './identities/identities-panel.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { LookPanel } from './look-panel.tsx'
import { PacksPlace } from './packs-place.tsx'
import { VaultPanel } from './vault-panel.tsx'

/** Where is everything, who signs, and how shall it look? */
export function SettingsPage() {
  const { t } = useTranslation()
  const vault = useVault()
  return (
    <PageShell title={t('frame:screen.settings')} question={t('settings:question')}>
      <Stack spacing={2} sx={{ maxWidth: '60rem' }}>
        {vault && <VaultPanel vault={vault} />}
        <IdentitiesPanel />
        <LedgerPanel />
        <PacksPlace />
        <LookPanel />
        <AboutPanel />
      </Stack>
    </PageShell>
  )
}
