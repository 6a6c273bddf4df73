/** Says that a value comes from 企业档案, or offers the profile's value where the two differ. */
import BusinessOutlinedIcon from '@mui/icons-material/BusinessOutlined'
import SyncIcon from '@mui/icons-material/Sync'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../shared/programme/form.ts'
import { figure } from '../../../../shared/text/figure.ts'
import { asText } from './control-props.ts'

type Props = {
  readonly carried: Answer | undefined
  readonly value: Answer | undefined
  readonly onTake: (value: Answer) => void
}

export function CarriedMark({ carried, value, onTake }: Props) {
  const { t } = useTranslation('application')
  const held = asText(carried)
  if (carried === undefined || held === '') return null
  if (held === asText(value)) {
    return (
      <Box
        sx={{ px: 1, display: 'flex', gap: 0.5, color: 'text.secondary', typography: 'caption' }}
      >
        <BusinessOutlinedIcon sx={{ fontSize: 'inherit', mt: '0.3em' }} aria-hidden />
        {t('carried.same')}
      </Box>
    )
  }
  return (
    <Button
      size="small"
      startIcon={<SyncIcon fontSize="small" />}
      sx={{ py: 0, textAlign: 'left', typography: 'caption' }}
      onClick={() => onTake(carried)}
    >
      {t('carried.take', { value: figure(held) })}
    </Button>
  )
}
