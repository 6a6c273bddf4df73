import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultInfo } from '../../shared/model/vault.ts'
import { paths } from './paths.ts'
import { useAct } from './use-act.ts'

/** The open vault's name; behind it, its settings and the way to another vault. */
export function VaultMenu({ vault }: { readonly vault: VaultInfo }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useAct('vault.close')
  const navigate = useNavigate()
  return (
    <>
      <Button
        ref={button}
        color="inherit"
        aria-haspopup="menu"
        title={vault.folder}
        startIcon={<Inventory2Outlined />}
        onClick={() => setOpen(true)}
        sx={{ maxWidth: '20rem', whiteSpace: 'normal', fontWeight: 600, textAlign: 'left' }}
      >
        {vault.name}
      </Button>
      <Menu open={open} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        <MenuItem
          onClick={() => {
            setOpen(false)
            void navigate(paths.settings)
          }}
        >
          {t('frame:vault.settings')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setOpen(false)
            void navigate(paths.desk)
            close.mutate({})
          }}
        >
          {t('frame:vault.close')}
        </MenuItem>
      </Menu>
    </>
  )
}
