/** Whose word the ticks inside papers are. */
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { useSigner } from '../use-signer.ts'

export function SignerField() {
  const { t } = useTranslation('application')
  const [signer, change] = useSigner()
  return (
    <TextField
      label={t('tick.name')}
      helperText={t('tick.nameHint')}
      value={signer}
      slotProps={{ htmlInput: { maxLength: 60 } }}
      onChange={(event) => change(event.target.value)}
      sx={{ maxWidth: '22rem' }}
    />
  )
}
