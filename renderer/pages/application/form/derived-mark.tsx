/** How a figure follows from others, and the offer to take it where it is blank or differs. */
import FunctionsIcon from '@mui/icons-material/Functions'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Derived } from '../../../../shared/model/application.ts'
import type { Answer } from '../../../../shared/programme/form.ts'
import { figure } from '../../../../shared/text/figure.ts'
import { asText } from './control-props.ts'

type Props = {
  readonly derived: Derived | undefined
  readonly value: Answer | undefined
  /** What stands there is what the figures make it. */
  readonly agrees: boolean
  readonly onTake: (value: string) => void
}

export function DerivedMark({ derived, value, agrees, onTake }: Props) {
  const { t } = useTranslation('application')
  if (!derived) return null
  const working = t(`working:${derived.working}`, derived.data)
  const holds = agrees && asText(value) !== ''
  return (
    <Box sx={{ px: 1, color: 'text.secondary', typography: 'caption' }}>
      <Box sx={{ display: 'flex', gap: 0.5 }}>
        <FunctionsIcon sx={{ fontSize: 'inherit', mt: '0.3em' }} aria-hidden />
        {t(holds ? 'derived.agrees' : 'derived.working', { working })}
      </Box>
      {!holds && (
        <Button
          size="small"
          sx={{ py: 0, typography: 'caption' }}
          onClick={() => onTake(derived.value)}
        >
          {t('derived.offer', { value: figure(derived.value) })}
        </Button>
      )}
    </Box>
  )
}
