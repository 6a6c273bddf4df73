/** The signing identity; when there is none yet, one is made from the profile on export. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { longDate } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'

type Props = { readonly chosen: string; readonly onChoose: (fingerprint: string) => void }

export function SignerChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const ask = useAsk('identity.list', {})
  return (
    <Asked ask={ask}>
      {(identities) => {
        const first = identities[0]
        if (!first) return <Typography variant="body2">{t('signer.none')}</Typography>
        return (
          <TextField
            select
            label={t('signer.label')}
            helperText={t('signer.hint')}
            value={chosen || first.fingerprint}
            onChange={(event) => onChoose(event.target.value)}
          >
            {identities.map((one) => (
              <MenuItem key={one.fingerprint} value={one.fingerprint}>
                {t('signer.one', {
                  name: one.name,
                  until: longDate(one.validTo, language),
                  fingerprint: one.fingerprint.slice(0, 16),
                })}
              </MenuItem>
            ))}
          </TextField>
        )
      }}
    </Asked>
  )
}
