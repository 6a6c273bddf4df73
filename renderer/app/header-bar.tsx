import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The bar on top of every screen: the product's name, then what the screen puts beside it. */
export function HeaderBar({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Stack
      component="header"
      direction="row"
      spacing={1.5}
      sx={{
        alignItems: 'center',
        px: 2,
        minHeight: '3.5rem',
        flexShrink: 0,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography component="span" variant="h2" color="primary">
        {t('frame:product')}
      </Typography>
      {children}
    </Stack>
  )
}
