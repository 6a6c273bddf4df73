/** 申报程序: by which channel, in what steps, through whose hands, and what on paper. */
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SourcedList } from './sourced-panel.tsx'

const parts = ['steps', 'paper', 'chain'] as const

export function ProcedurePanel({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('programmes')
  const { channels, system } = pack.procedure
  return (
    <Panel title={t('procedure')}>
      <Stack spacing={1.5}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          {channels.map((channel) => (
            <Chip key={channel} variant="outlined" label={t(`terms:channel.${channel}`)} />
          ))}
          {system && (
            <Typography component="span">
              {t('system', { name: system.name })}
              <CopyText text={system.address} monospace />
            </Typography>
          )}
        </Stack>
        {parts
          .filter((part) => pack.procedure[part].length > 0)
          .map((part) => (
            <div key={part}>
              <Typography variant="h3">{t(`procedure.${part}`)}</Typography>
              <SourcedList items={pack.procedure[part]} pack={pack} ordered={part !== 'paper'} />
            </div>
          ))}
      </Stack>
    </Panel>
  )
}
