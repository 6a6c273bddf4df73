import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../app/surroundings.ts'
import { useAsk } from '../../app/use-ask.ts'
import { FactTable } from '../../parts/fact-table.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Licences } from './licences.tsx'

/** Which program this is, what it runs in, and whose work it contains. */
export function AboutPanel() {
  const { t } = useTranslation()
  const host = useHost()
  const version = useAsk('vault.state', {}).data?.version ?? ''
  const about = useQuery({ queryKey: ['host.about'], queryFn: () => host.about() })
  return (
    <Panel title={t('settings:about.title')}>
      <FactTable
        rows={[
          [t('settings:about.version'), t('settings:about.versionOf', { version })],
          ...(about.data
            ? [
                [
                  t('settings:about.host'),
                  t(`settings:about.host.${about.data.host}`, {
                    version: about.data.version,
                  }),
                ] as const,
              ]
            : []),
        ]}
      />
      <Typography variant="body2" color="textSecondary" sx={{ my: 1.5 }}>
        {t('settings:about.offline')}
      </Typography>
      <Licences />
    </Panel>
  )
}
