import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultInfo } from '../../../shared/model/vault.ts'
import { figure } from '../../../shared/text/figure.ts'
import { fileSize } from '../../app/format.ts'
import { BackupNow } from '../../parts/backup-now.tsx'
import { CopyText } from '../../parts/copy-text.tsx'
import { FactTable } from '../../parts/fact-table.tsx'
import { IntegrityCheck } from '../../parts/integrity-check.tsx'
import { Panel } from '../../parts/panel.tsx'
import { RestoreDialog } from '../../parts/restore-dialog.tsx'

/** Where the vault is, how big it is, what protects it, and whether it is whole. */
export function VaultPanel({ vault }: { readonly vault: VaultInfo }) {
  const { t } = useTranslation()
  const [restoring, setRestoring] = useState(false)
  return (
    <Panel title={t('settings:vault.title')}>
      <Stack spacing={2}>
        <FactTable
          rows={[
            [t('settings:vault.name'), vault.name],
            [t('settings:vault.folder'), <CopyText key="folder" text={vault.folder} />],
            [t('settings:vault.id'), vault.id],
            [
              t('settings:vault.size'),
              t('settings:vault.sizeOf', {
                count: figure(vault.materials),
                size: fileSize(vault.bytes),
              }),
            ],
          ]}
        />
        {vault.encryption === 'none' && (
          <Alert severity="warning">{t('settings:vault.unprotected')}</Alert>
        )}
        <IntegrityCheck vault={vault} />
        {!vault.readOnly && (
          <>
            <Divider />
            <BackupNow key={vault.folder} />
            <Typography variant="caption" color="textSecondary">
              {t('frame:backup.keys')}
            </Typography>
          </>
        )}
        <Button onClick={() => setRestoring(true)} sx={{ alignSelf: 'flex-start' }}>
          {t('frame:restore.title')}
        </Button>
        {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
      </Stack>
    </Panel>
  )
}
