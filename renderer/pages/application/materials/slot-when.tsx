/** A slot that counts only under a condition: whether it does here, and how that came about. */
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Working } from '../../../../shared/model/verdict.ts'
import type { Applies } from '../../../../shared/programme/slot-applies.ts'
import { StateMark } from '../../../parts/state-mark.tsx'
import { WorkingTree } from '../../../parts/working-tree.tsx'

const tones = { yes: 'info', no: 'none', open: 'unknown' } as const

type Props = { readonly applies: Applies; readonly when: Working }

export function SlotWhen({ applies, when }: Props) {
  const { t } = useTranslation('application')
  return (
    <Box sx={{ mt: 0.5 }}>
      <StateMark tone={tones[applies]}>{t(`slot.when.${applies}`)}</StateMark>
      <WorkingTree working={when} />
    </Box>
  )
}
