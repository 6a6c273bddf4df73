import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = {
  readonly icon?: ReactNode
  readonly title: string
  /** What to do next, in words. */
  readonly hint?: string
  /** The button that does it. */
  readonly action?: ReactNode
}

/** What a list shows when there is nothing in it: why, and what to do next. */
export function EmptyState({ icon, title, hint, action }: Props) {
  return (
    <Stack spacing={1} sx={{ alignItems: 'center', textAlign: 'center', py: 4, px: 2 }}>
      {icon}
      <Typography variant="h3">{title}</Typography>
      {hint && (
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: '36rem' }}>
          {hint}
        </Typography>
      )}
      {action}
    </Stack>
  )
}
