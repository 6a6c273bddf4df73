/** 匹配 as a row of switches, each with its count among what the other filters leave. */
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { choicesOf, matches } from './filter.ts'

type Props = {
  /** What passes every other filter. */
  readonly rows: readonly ProgrammeRow[]
  readonly match: string
  readonly onChange: (match: string) => void
}

export function MatchFilter({ rows, match, onChange }: Props) {
  const { t } = useTranslation('programmes')
  const counts = choicesOf(rows, 'match')
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('filter.match')}
      value={match}
      onChange={(_, value: string | null) => onChange(value ?? '')}
      sx={{ flexWrap: 'wrap', '& .MuiToggleButton-root': { gap: 0.75, py: 0.25, px: 1.5 } }}
    >
      <ToggleButton value="">
        {t('filter.choice', { name: t('filter.all'), count: rows.length })}
      </ToggleButton>
      {matches.map((one) => (
        <ToggleButton key={one} value={one}>
          <OutcomeMark outcome={one} of="match" />
          {counts.get(one) ?? 0}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
