import CloudDone from '@mui/icons-material/CheckOutlined'
import Sync from '@mui/icons-material/SyncOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

export type SaveStatus = 'saved' | 'saving' | 'failed'

const icons = { saved: CloudDone, saving: Sync, failed: Warning } as const

/** 已保存, beside what is saved as it is typed. */
export function SaveMark({ state }: { readonly state: SaveStatus }) {
  const { t } = useTranslation()
  const Icon = icons[state]
  return (
    <Stack
      direction="row"
      role="status"
      spacing={0.5}
      sx={{ alignItems: 'center', color: state === 'failed' ? 'error.main' : 'text.secondary' }}
    >
      <Icon aria-hidden sx={{ fontSize: '1rem' }} />
      <Typography variant="caption" sx={{ whiteSpace: 'nowrap' }}>
        {t(`frame:save.${state}`)}
      </Typography>
    </Stack>
  )
}
