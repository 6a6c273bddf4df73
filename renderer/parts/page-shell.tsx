import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** The one question that this screen answers. */
  readonly question?: string
  readonly actions?: ReactNode
  /** The screen fills the window and scrolls inside its own panes. */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** Title, question, actions and the screen's body. */
export function PageShell({ title, question, actions, fill = false, children }: Props) {
  return (
    <Stack
      component="section"
      aria-label={title}
      spacing={2}
      sx={{
        p: 3,
        ...(fill ? { height: '100%', minHeight: 0 } : { maxWidth: '84rem', mx: 'auto' }),
      }}
    >
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Typography variant="h1">{title}</Typography>
          {question && (
            <Typography variant="body2" color="textSecondary">
              {question}
            </Typography>
          )}
        </Box>
        {actions}
      </Stack>
      {children}
    </Stack>
  )
}
