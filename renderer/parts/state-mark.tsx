import CancelOutlined from '@mui/icons-material/CancelOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import HelpOutlined from '@mui/icons-material/HelpOutlineOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** `bad` blocks a submission, `doubt` is doubtful or expiring, `unknown` could not be judged. */
export type Tone = 'good' | 'bad' | 'doubt' | 'unknown' | 'none' | 'info'

const looks = {
  good: { Icon: CheckCircleOutlined, color: 'success.main' },
  bad: { Icon: CancelOutlined, color: 'error.main' },
  doubt: { Icon: ErrorOutlined, color: 'warning.main' },
  unknown: { Icon: HelpOutlined, color: 'text.secondary' },
  none: { Icon: RemoveCircleOutlined, color: 'text.secondary' },
  info: { Icon: InfoOutlined, color: 'info.main' },
} as const

type Props = {
  readonly tone: Tone
  readonly children: ReactNode
  readonly strong?: boolean
}

/** A state where its word has no room: the sign, and the word when pointed at. */
export function StateIcon({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  const { Icon, color } = looks[tone]
  return (
    <Tooltip title={text}>
      <Icon aria-label={text} role="img" sx={{ color, fontSize: '1.125rem', my: 'auto' }} />
    </Tooltip>
  )
}

/** A state as icon and word: never colour alone. */
export function StateMark({ tone, children, strong = false }: Props) {
  const { Icon, color } = looks[tone]
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color, minWidth: 0 }}
    >
      <Icon aria-hidden sx={{ fontSize: '1.125rem', flexShrink: 0 }} />
      <Typography
        component="span"
        variant="body2"
        sx={{ color: 'inherit', fontWeight: strong ? 600 : 400 }}
      >
        {children}
      </Typography>
    </Box>
  )
}
