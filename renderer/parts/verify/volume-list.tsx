/** The volumes of a set and what became of each. */
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { VolumeVerdict } from '../../../shared/model/bundle.ts'
import { StateMark } from '../state-mark.tsx'

const tones = { whole: 'good', faulty: 'bad', missing: 'bad' } as const

export function VolumeList({ volumes }: { readonly volumes: readonly VolumeVerdict[] }) {
  const { t } = useTranslation('verify')
  if (volumes.length === 0) return null
  return (
    <Stack spacing={0.5}>
      {volumes.map(({ number, root, state }) => (
        <StateMark key={number} tone={tones[state]}>
          {t('volume.of', { number, count: volumes.length })} · {root} ·{' '}
          {t(`volume.state.${state}`)}
        </StateMark>
      ))}
    </Stack>
  )
}
