/** The parts of the form, each with what is still open in it. */
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/model/finding.ts'
import { StateMark } from '../../../parts/state-mark.tsx'
import { coverId, findingsIn, type Part } from './sections.ts'

type Props = {
  readonly parts: readonly Part[]
  readonly current: string
  readonly findings: readonly Finding[]
  readonly onChoose: (part: string) => void
}

export function SectionTree({ parts, current, findings, onChoose }: Props) {
  const { t } = useTranslation('application')
  return (
    <List dense component="nav" aria-label={t('form.parts')} sx={{ py: 0 }}>
      {parts.map((part) => (
        <ListItemButton
          key={part.id}
          selected={part.id === current}
          aria-current={part.id === current ? 'true' : undefined}
          onClick={() => onChoose(part.id)}
          sx={{ borderRadius: 1, alignItems: 'flex-start' }}
        >
          <ListItemText
            primary={part.id === coverId ? t('form.cover') : part.section?.title}
            secondary={<PartState findings={findingsIn(part, findings)} />}
            slotProps={{ secondary: { component: 'div' } }}
          />
        </ListItemButton>
      ))}
    </List>
  )
}

function PartState({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('application')
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length
  if (blocking > 0)
    return <StateMark tone="bad">{t('state.blocking', { count: blocking })}</StateMark>
  const open = findings.filter(({ severity }) => severity === 'warning').length
  if (open > 0) return <StateMark tone="doubt">{t('state.warning', { count: open })}</StateMark>
  return <StateMark tone="good">{t('state.done')}</StateMark>
}
