import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Identity } from '../../../../shared/model/bundle.ts'
import { longDate } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { paths } from '../../../app/paths.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { useVault } from '../../../app/use-vault.ts'
import { Asked } from '../../../parts/asked.tsx'
import { useSignerName } from '../../../parts/signer-name.ts'
import { useApplication } from '../application-context.ts'

type Props = {
  readonly chosen: string
  /** The programme's last day for enterprises, or null. */
  readonly closes: string | null
  readonly onChoose: (fingerprint: string) => void
}

/** What the reviewer would stumble on, or null. */
function useDoubt(): (identity: Identity, closes: string | null) => string | null {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const { today } = useApplication()
  return ({ validTo, validFrom, replacedBy }, closes) => {
    if (today > validTo || today < validFrom) return t('proof:signer.invalid')
    if (replacedBy !== '') return t('proof:signer.replaced')
    return closes !== null && closes > validTo
      ? t('proof:signer.ends', {
          until: longDate(validTo, language),
          closes: longDate(closes, language),
        })
      : null
  }
}

/** One will be made on export with the profile's name, or the vault's where the profile has none. */
function NoSigner() {
  const { t } = useTranslation('application')
  const vault = useVault()
  const { data } = useAsk('enterprise.open', {})
  return data && !data.facts.name ? (
    <Alert
      severity="warning"
      action={
        <Button component={Link} to={paths.enterprise} size="small" color="inherit">
          {t('desk:first.enterprise')}
        </Button>
      }
    >
      {t('signer.unnamed', { name: vault?.name })}
    </Alert>
  ) : (
    <Typography variant="body2">{t('signer.none')}</Typography>
  )
}

/** The signing identity; when there is none yet, one is made from the profile on export. */
export function SignerChoice({ chosen, closes, onChoose }: Props) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const ask = useAsk('identity.list', {})
  const doubtOf = useDoubt()
  const nameOf = useSignerName()
  return (
    <Asked ask={ask}>
      {(identities) => {
        const signer = identities.find(({ fingerprint }) => fingerprint === chosen) ?? identities[0]
        if (!signer) return <NoSigner />
        const doubt = doubtOf(signer, closes)
        return (
          <>
            <TextField
              select
              label={t('signer.label')}
              helperText={t('signer.hint')}
              value={signer.fingerprint}
              onChange={(event) => onChoose(event.target.value)}
            >
              {identities.map((one) => (
                <MenuItem key={one.fingerprint} value={one.fingerprint}>
                  {t('signer.one', {
                    name: nameOf(one),
                    until: longDate(one.validTo, language),
                    fingerprint: one.fingerprint.slice(0, 16),
                  })}
                </MenuItem>
              ))}
            </TextField>
            {doubt && <Alert severity="warning">{doubt}</Alert>}
          </>
        )
      }}
    </Asked>
  )
}
