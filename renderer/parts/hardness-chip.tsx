import Chip from '@mui/material/Chip'
import { useTranslation } from 'react-i18next'
import type { Hardness } from '../../shared/programme/pack.ts'

const colors = { binding: 'primary', guiding: 'default', preferred: 'default' } as const

/** 约束性, 引导性 or 优先, as the notice weighs it. */
export function HardnessChip({ hardness }: { readonly hardness: Hardness }) {
  const { t } = useTranslation()
  return (
    <Chip
      variant="outlined"
      color={colors[hardness]}
      label={t(`terms:hardness.${hardness}`)}
      title={t(`programmes:hardness.${hardness}.what`)}
    />
  )
}
