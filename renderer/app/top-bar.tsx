import HelpOutlined from '@mui/icons-material/HelpOutlineOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { VaultInfo } from '../../shared/model/vault.ts'
import { HeaderBar } from './header-bar.tsx'
import { JobsMenu } from './jobs-menu.tsx'
import { SampleBadge } from './sample-badge.tsx'
import { VaultMenu } from './vault-menu.tsx'

type Props = {
  readonly vault: VaultInfo
  readonly onSearch: () => void
  readonly onHelp: () => void
}

export function TopBar({ vault, onSearch, onHelp }: Props) {
  const { t } = useTranslation()
  return (
    <HeaderBar>
      <VaultMenu vault={vault} />
      {vault.sample && <SampleBadge />}
      <Box sx={{ flexGrow: 1 }} />
      <JobsMenu />
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<SearchOutlined />}
        onClick={onSearch}
        sx={{ color: 'text.secondary', borderColor: 'divider', minWidth: '16rem' }}
      >
        <Box component="span" sx={{ flexGrow: 1, textAlign: 'left' }}>
          {t('frame:search.open')}
        </Box>
        <Typography component="kbd" variant="caption" sx={{ fontFamily: 'inherit' }}>
          Ctrl+K
        </Typography>
      </Button>
      <Tooltip title={t('frame:help.open')}>
        <IconButton aria-label={t('frame:help.open')} onClick={onHelp}>
          <HelpOutlined />
        </IconButton>
      </Tooltip>
    </HeaderBar>
  )
}
