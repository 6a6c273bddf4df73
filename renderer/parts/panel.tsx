import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

type Props = {
  readonly title: string
  readonly hint?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A white sheet with a heading. */
export function Panel({ title, hint, actions, children }: Props) {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2.5, overflow: 'visible' }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mb: 1.5 }}>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        <Typography variant="caption" color="textSecondary" sx={{ flexGrow: 1 }}>
          {hint}
        </Typography>
        {actions}
      </Stack>
      {children}
    </Card>
  )
}
