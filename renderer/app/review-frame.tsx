import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet } from 'react-router'
import { HeaderBar } from './header-bar.tsx'
import { JobsMenu } from './jobs-menu.tsx'
import { paths } from './paths.ts'

/** A file let go beside its target must not replace the page. */
const ignoreDrop = (event: DragEvent) => event.preventDefault()

/** The reviewer's desk where no vault is open: nothing around it but the way back. */
export function ReviewFrame() {
  const { t } = useTranslation()
  return (
    <Stack onDragOver={ignoreDrop} onDrop={ignoreDrop} sx={{ height: '100%' }}>
      <HeaderBar>
        <Typography color="textSecondary">{t('frame:screen.review')}</Typography>
        <Box sx={{ flexGrow: 1 }} />
        <JobsMenu />
        <Button component={Link} to={paths.desk}>
          {t('frame:review.leave')}
        </Button>
      </HeaderBar>
      <Box component="main" sx={{ flexGrow: 1, minHeight: 0, overflow: 'auto' }}>
        <Outlet />
      </Box>
    </Stack>
  )
}
