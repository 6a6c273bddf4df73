import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { figure } from '../../shared/text/figure.ts'
import type { Figure } from './use-figure.ts'

type Props = { readonly given: Figure['given']; readonly value: string; readonly unit: string }

/** Says that a figure was converted into the unit asked. */
export function GivenFigure({ given, value, unit }: Props) {
  const { t } = useTranslation()
  return (
    <Box role="status" sx={{ px: 1, color: 'text.secondary', typography: 'caption' }}>
      {given &&
        t('frame:fact.converted', {
          given: `${figure(given.value)}${given.unit}`,
          kept: `${figure(value)}${unit}`,
        })}
    </Box>
  )
}
