import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import Stack from '@mui/material/Stack'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation, useNavigate } from 'react-router'
import type { VaultInfo } from '../../shared/model/vault.ts'
import { Asked } from '../parts/asked.tsx'
import { FirstRun } from './first-run.tsx'
import { Help } from './help.tsx'
import { ImportsProvider, useImports } from './imports.tsx'
import { Palette } from './palette.tsx'
import { paths } from './paths.ts'
import { Rail } from './rail.tsx'
import { ReviewFrame } from './review-frame.tsx'
import { screenOf } from './screens.ts'
import { TopBar } from './top-bar.tsx'
import { useAsk } from './use-ask.ts'
import { useDayTurn } from './use-day-turn.ts'
import { useOpened } from './use-opened.ts'
import { useShortcuts } from './use-shortcuts.ts'

function ReadOnlyBanner({ vault }: { readonly vault: VaultInfo }) {
  const { t } = useTranslation()
  if (!vault.readOnly) return null
  return (
    <Alert severity="warning" sx={{ borderRadius: 0 }}>
      {vault.needsVersion
        ? t('frame:readOnly.newer', { version: vault.needsVersion })
        : t('frame:readOnly.plain')}
    </Alert>
  )
}

/** A file let go beside its target must not replace the page. */
const ignoreDrop = (event: DragEvent) => event.preventDefault()

function OpenFrame({ vault }: { readonly vault: VaultInfo }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const imports = useImports()
  const screen = screenOf(useLocation().pathname)
  const [shown, setShown] = useState<'search' | 'help' | 'saved' | null>(null)
  const hide = () => setShown(null)
  useDayTurn()
  const startImport = () => {
    if (vault.readOnly) return
    void navigate(paths.archive)
    imports.pick()
  }
  useShortcuts({
    'ctrl+k': () => setShown('search'),
    'ctrl+i': startImport,
    'ctrl+s': () => setShown('saved'),
    f1: () => setShown('help'),
  })
  return (
    <Stack onDragOver={ignoreDrop} onDrop={ignoreDrop} sx={{ height: '100%' }}>
      <TopBar vault={vault} onSearch={() => setShown('search')} onHelp={() => setShown('help')} />
      <ReadOnlyBanner vault={vault} />
      <Stack direction="row" sx={{ flexGrow: 1, minHeight: 0 }}>
        <Rail />
        {/* Another screen begins at its top. */}
        <Box component="main" key={screen} sx={{ flexGrow: 1, minWidth: 0, overflow: 'auto' }}>
          <Outlet />
        </Box>
      </Stack>
      <Palette open={shown === 'search'} onClose={hide} onImport={startImport} />
      <Help screen={screen} open={shown === 'help'} onClose={hide} />
      <Snackbar
        open={shown === 'saved'}
        autoHideDuration={3000}
        onClose={hide}
        message={t('frame:save.always')}
      />
    </Stack>
  )
}

/** What needs no vault, with a way back to those that do. */
function ClosedFrame() {
  const { t } = useTranslation()
  return (
    <Box
      component="main"
      onDragOver={ignoreDrop}
      onDrop={ignoreDrop}
      sx={{ height: '100%', overflow: 'auto' }}
    >
      <Button component={Link} to={paths.desk} sx={{ m: 2, mb: 0 }}>
        {t('proof:verify.back')}
      </Button>
      <Outlet />
    </Box>
  )
}

/** The frame around every screen; without an open vault, the ways to one or the reviewer's desk. */
export function Frame() {
  const ask = useAsk('vault.state', {})
  const { pathname } = useLocation()
  useOpened()
  const reviewing = screenOf(pathname) === 'review'
  return (
    <Asked ask={ask}>
      {(state) =>
        state.open ? (
          <ImportsProvider key={state.open.id}>
            <OpenFrame vault={state.open} />
          </ImportsProvider>
        ) : pathname === paths.verify ? (
          <ClosedFrame />
        ) : reviewing ? (
          <ReviewFrame />
        ) : (
          <FirstRun state={state} />
        )
      }
    </Asked>
  )
}
