import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Completeness } from '../../shared/model/application.ts'

type Props = { readonly value: Completeness; readonly size?: number }

/** How much of what is binding is done. Never shows 100 while something is open. */
export function CompletenessRing({ value: { done, total }, size = 3.5 }: Props) {
  const { t } = useTranslation()
  const percent = total === 0 ? 0 : Math.floor((done * 100) / total)
  const ring = { thickness: 4, size: `${size}rem`, variant: 'determinate' } as const
  return (
    <Box
      role="img"
      aria-label={t('frame:ring', { done, total })}
      title={t('frame:ring', { done, total })}
      sx={{ position: 'relative', width: `${size}rem`, height: `${size}rem`, flexShrink: 0 }}
    >
      <CircularProgress {...ring} value={100} aria-hidden sx={{ color: 'divider' }} />
      <CircularProgress
        {...ring}
        value={percent}
        aria-hidden
        color={done === total && total > 0 ? 'success' : 'primary'}
        sx={{ position: 'absolute', inset: 0 }}
      />
      <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }}>
        <Typography variant="caption" sx={{ fontWeight: 600 }}>
          {percent}%
        </Typography>
      </Box>
    </Box>
  )
}
