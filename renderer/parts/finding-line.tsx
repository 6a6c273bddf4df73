import CancelOutlined from '@mui/icons-material/CancelOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { sentenceOf } from '../../shared/text/say.ts'
import type { Tone } from './state-mark.tsx'

export const severityTone = {
  blocking: 'bad',
  warning: 'doubt',
  hint: 'info',
} as const satisfies Record<Severity, Tone>

const looks = {
  blocking: { Icon: CancelOutlined, color: 'error.main' },
  warning: { Icon: ErrorOutlined, color: 'warning.main' },
  hint: { Icon: InfoOutlined, color: 'info.main' },
} as const

type Props = {
  readonly finding: Finding
  /** Words in place of the finding's own sentence. */
  readonly children?: ReactNode
}

/** One result of the check as a sentence; its weight is the icon, which has a name. */
export function FindingLine({ finding, children }: Props) {
  const { t } = useTranslation()
  const { Icon, color } = looks[finding.severity]
  return (
    <Box component="span" sx={{ display: 'flex', gap: 0.75, typography: 'body2' }}>
      <Icon
        titleAccess={t(`terms:severity.${finding.severity}`)}
        sx={{ color, fontSize: '1.125rem', mt: '0.2em', flexShrink: 0 }}
      />
      <span>
        {children ?? t(`finding:${sentenceOf(finding)}`, finding.data)}
        {finding.data.changed === 1 && (
          <Chip
            size="small"
            color="success"
            variant="outlined"
            label={t('course:changed')}
            sx={{ ml: 0.5 }}
          />
        )}
      </span>
    </Box>
  )
}
