/** One paper that a slot might take: what it is, what speaks for it, what would be found fault with. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import { useTranslation } from 'react-i18next'
import type { Reason, Suggestion } from '../../../../shared/model/suggestion.ts'
import { fileSize, longDate } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { StateMark } from '../../../parts/state-mark.tsx'
import { MaterialFacts } from './material-facts.tsx'

const tones = { good: 'good', plain: 'info', bad: 'doubt' } as const

function ReasonMark({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const { day, until, size, max } = reason.data
  const data = {
    ...reason.data,
    ...(typeof day === 'string' && { day: longDate(day, language) }),
    ...(typeof until === 'string' && { until: longDate(until, language) }),
    ...(typeof size === 'number' && { size: fileSize(size) }),
    ...(typeof max === 'number' && { max: fileSize(max) }),
  }
  return <StateMark tone={tones[reason.weight]}>{t(`suggest.${reason.code}`, data)}</StateMark>
}

type Props = {
  readonly suggestion: Suggestion
  readonly checked: boolean
  readonly onToggle: (sha256: string) => void
}

export function SuggestionItem({ suggestion, checked, onToggle }: Props) {
  const { material, reasons } = suggestion
  return (
    <ListItemButton sx={{ alignItems: 'flex-start' }} onClick={() => onToggle(material.sha256)}>
      <ListItemIcon>
        <Checkbox
          edge="start"
          tabIndex={-1}
          disableRipple
          checked={checked}
          slotProps={{ input: { 'aria-label': material.name } }}
        />
      </ListItemIcon>
      <ListItemText
        primary={material.name}
        slotProps={{ secondary: { component: 'div' } }}
        secondary={
          <>
            <MaterialFacts material={material} />
            <Box
              component="span"
              sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, mt: 0.25 }}
            >
              {reasons.map((reason) => (
                <ReasonMark key={reason.code} reason={reason} />
              ))}
            </Box>
          </>
        }
      />
    </ListItemButton>
  )
}
