/** One identity: whose it is, what is compared on paper, and what can be done with it. */
import Chip from '@mui/material/Chip'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../../shared/model/bundle.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { FactTable } from '../../../parts/fact-table.tsx'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { useSignerName } from '../../../parts/signer-name.ts'
import { ExportIdentity } from './export-identity.tsx'
import { RotateIdentity } from './rotate-identity.tsx'

type Props = {
  readonly identity: Identity
  /** It is the one that signs unless another is asked for. */
  readonly signs: boolean
  readonly readOnly: boolean
}

/** 64 hex digits in groups of four: what two people compare by reading aloud. */
const spaced = (fingerprint: string): string =>
  fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')

function IdentityFacts({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation()
  return (
    <FactTable
      rows={[
        ...(identity.creditCode
          ? [[t('settings:identity.creditCode'), identity.creditCode] as const]
          : []),
        [
          t('settings:identity.fingerprint'),
          <CopyText key="print" text={spaced(identity.fingerprint)} />,
        ],
        [
          t('settings:identity.validity'),
          t('settings:identity.validityOf', {
            from: identity.validFrom,
            to: identity.validTo,
            algorithm: identity.algorithm,
          }),
        ],
        [t('proof:identity.issuer'), identity.issuer || t('proof:identity.selfMade')],
      ]}
    />
  )
}

function Sm2Switch({ identity, readOnly }: Omit<Props, 'signs'>) {
  const { t } = useTranslation('proof')
  const act = useAct('identity.sm2')
  const { fingerprint, sm2 } = identity
  return (
    <>
      <FormControlLabel
        disabled={readOnly || act.isPending}
        control={
          <Switch
            size="small"
            checked={sm2 !== 'none'}
            onChange={(_, on) => act.mutate({ fingerprint, on })}
          />
        }
        label={t(sm2 === 'damaged' ? 'identity.sm2Damaged' : 'identity.sm2')}
        slotProps={{ typography: { variant: 'body2' } }}
      />
      <FaultAlert error={act.error} onClose={act.reset} />
    </>
  )
}

export function IdentityCard({ identity, signs, readOnly }: Props) {
  const { t } = useTranslation('proof')
  const choose = useAct('identity.choose')
  const [open, setOpen] = useState<'export' | 'rotate' | null>(null)
  const { fingerprint, replacedBy } = identity
  const nameOf = useSignerName()
  const reason = readOnly ? t('settings:readOnly') : null
  return (
    <Stack spacing={1} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="h3">{nameOf(identity)}</Typography>
        {signs && <Chip size="small" color="primary" label={t('identity.signs')} />}
        {replacedBy !== '' && <Chip size="small" label={t('identity.replaced')} />}
      </Stack>
      <IdentityFacts identity={identity} />
      <Sm2Switch identity={identity} readOnly={readOnly} />
      <Stack direction="row" spacing={1}>
        {!signs && (
          <ReasonButton
            size="small"
            reason={reason}
            loading={choose.isPending}
            onClick={() => choose.mutate({ fingerprint })}
          >
            {t('identity.choose')}
          </ReasonButton>
        )}
        <ReasonButton size="small" onClick={() => setOpen('export')}>
          {t('identity.export')}
        </ReasonButton>
        <ReasonButton
          size="small"
          reason={reason ?? (replacedBy === '' ? null : t('identity.replaced'))}
          onClick={() => setOpen('rotate')}
        >
          {t('identity.rotate')}
        </ReasonButton>
      </Stack>
      <FaultAlert error={choose.error} onClose={choose.reset} />
      {open === 'export' && <ExportIdentity identity={identity} onClose={() => setOpen(null)} />}
      {open === 'rotate' && <RotateIdentity identity={identity} onClose={() => setOpen(null)} />}
    </Stack>
  )
}
