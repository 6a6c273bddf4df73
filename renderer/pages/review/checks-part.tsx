/** What the enterprise's own check left open, and what this bundle shares with others on the desk. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Crossing } from '../../../shared/model/review.ts'
import { paths } from '../../app/paths.ts'
import { FindingLine } from '../../parts/finding-line.tsx'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'
import { useReading } from './reading-context.ts'

const tones: Readonly<Record<Crossing['kind'], Tone>> = {
  invoice: 'bad',
  paper: 'doubt',
  category: 'doubt',
  applicant: 'info',
}

function CrossingLine({ crossing }: { readonly crossing: Crossing }) {
  const { t } = useTranslation('review')
  const { kind, what, slot, other } = crossing
  const title = [other.title, other.trackTitle].filter(Boolean).join(' · ')
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <StateMark tone={tones[kind]}>
        {t(`crossing.${kind}`, { what, slot: slot ?? '', paper: other.paper ?? '' })}
      </StateMark>
      <Typography variant="body2" sx={{ pl: 3.5 }}>
        <Link component={RouterLink} to={paths.submission(other.seq)}>
          {other.enterprise}
        </Link>{' '}
        {title} {other.bundleId}
      </Typography>
    </Box>
  )
}

export function ChecksPart() {
  const { t } = useTranslation('review')
  const { findings, crossings, reason } = useReading().reading
  const list = { m: 0, p: 0, listStyle: 'none' } as const
  return (
    <>
      <Typography variant="h3" gutterBottom>
        {t('checks.crossings')}
      </Typography>
      {crossings.length === 0 ? (
        <StateMark tone="good">{t('checks.noCrossings')}</StateMark>
      ) : (
        <Box component="ul" sx={list}>
          {crossings.map((crossing) => (
            <CrossingLine
              key={`${crossing.kind}${crossing.what}${crossing.other.seq}${crossing.slot}`}
              crossing={crossing}
            />
          ))}
        </Box>
      )}
      <Typography variant="h3" gutterBottom sx={{ mt: 2 }}>
        {t('checks.own')}
      </Typography>
      {reason !== '' && <StateMark tone="bad">{t('checks.reason', { reason })}</StateMark>}
      {findings.length === 0 && <StateMark tone="good">{t('checks.noFindings')}</StateMark>}
      <Box component="ul" sx={list}>
        {findings.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bundle's findings never move
          <Box component="li" key={at} sx={{ mb: 0.5 }}>
            <FindingLine finding={finding} />
          </Box>
        ))}
      </Box>
    </>
  )
}
