/** The parts of the form, each with what is still open in it; the current one with its tables. */
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/model/finding.ts'
import { StateMark } from '../../../parts/state-mark.tsx'
import { coverId, findingsIn, headingsOf, type Part } from './sections.ts'

type Props = {
  readonly parts: readonly Part[]
  readonly current: string
  readonly findings: readonly Finding[]
  readonly onChoose: (part: string) => void
  /** Shows the block of the current part that has this heading. */
  readonly onHeading: (heading: string) => void
}

export function SectionTree({ parts, current, findings, onChoose, onHeading }: Props) {
  const { t } = useTranslation('application')
  return (
    <List dense component="nav" aria-label={t('form.parts')} sx={{ py: 0 }}>
      {parts.map((part) => (
        <Fragment key={part.id}>
          <ListItemButton
            selected={part.id === current}
            aria-current={part.id === current ? 'true' : undefined}
            onClick={() => onChoose(part.id)}
            sx={{
              borderRadius: 1,
              gap: 1,
              px: 1,
              py: 0.25,
              alignItems: 'flex-start',
              breakInside: 'avoid',
            }}
          >
            <ListItemText primary={part.id === coverId ? t('form.cover') : part.section?.title} />
            <PartState findings={findingsIn(part, findings)} />
          </ListItemButton>
          {part.id === current &&
            headingsOf(part).map((heading) => (
              <ListItemButton
                key={heading}
                data-inner
                onClick={() => onHeading(heading)}
                sx={{ borderRadius: 1, py: 0, pl: 3 }}
              >
                <ListItemText
                  primary={heading}
                  slotProps={{ primary: { variant: 'caption', color: 'textSecondary' } }}
                />
              </ListItemButton>
            ))}
        </Fragment>
      ))}
    </List>
  )
}

function PartState({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('application')
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length
  const open = findings.filter(({ severity }) => severity === 'warning').length
  const [tone, count] = blocking > 0 ? (['bad', blocking] as const) : (['doubt', open] as const)
  return (
    <span style={{ flex: 'none', paddingTop: 4 }}>
      {count > 0 ? (
        <StateMark tone={tone}>{t('form.open', { count })}</StateMark>
      ) : (
        <StateMark tone="good">{t('form.complete')}</StateMark>
      )}
    </span>
  )
}
