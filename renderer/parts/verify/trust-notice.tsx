/** Is it the same signer as before? A changed one is shouted, with both fingerprints. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSigner, Trust } from '../../../shared/model/bundle.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { instant } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { FactTable } from '../fact-table.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { Fingerprint } from './fingerprint.tsx'

type Signer = Pick<KnownSigner, 'fingerprint' | 'name' | 'creditCode'>
type Props = { readonly trust: Trust; readonly signer: Signer }

const looks = {
  first: 'info',
  known: 'success',
  rotated: 'info',
  retired: 'warning',
  changed: 'error',
  sample: 'info',
} as const

const day = (at: string | undefined) => instant(at ?? '').slice(0, 10)
const short = (fingerprint: string | undefined) => (fingerprint ?? '').slice(0, 16).toUpperCase()

function Rivals({ trust, signer }: Props) {
  const { t } = useTranslation('verify')
  return (
    // On the red ground every label takes the text's own colour.
    <Box sx={{ my: 1, '& dl dt': { color: 'inherit' } }}>
      <FactTable
        rows={[
          [t('trust.now'), <Fingerprint key="now" value={signer.fingerprint} />],
          ...trust.others.map(
            (other) =>
              [
                `${t('trust.before')} · ${other.name} · ${day(other.firstSeen)}`,
                <Fingerprint key={other.fingerprint} value={other.fingerprint} />,
              ] as const,
          ),
        ]}
      />
    </Box>
  )
}

export function TrustNotice({ trust: given, signer }: Props) {
  const { t } = useTranslation('verify')
  const confirm = useAct('signer.confirm')
  const [compared, setCompared] = useState(false)
  const trust = confirm.data ?? given
  const { state, known, others } = trust
  const isOpen = !known?.confirmed && state !== 'sample' && state !== 'retired'
  const key = state === 'known' && known?.confirmed ? 'trust.confirmed' : `trust.${state}`
  const { fingerprint, name, creditCode } = signer
  return (
    <Alert severity={looks[state]} variant={state === 'changed' ? 'filled' : 'standard'}>
      <AlertTitle>{t('trust.title')}</AlertTitle>
      {t(key, {
        day: day(known?.firstSeen),
        before: short(others[0]?.fingerprint),
        after: short(others[0]?.fingerprint),
      })}
      {state === 'changed' && <Rivals trust={trust} signer={signer} />}
      {isOpen && (
        <Box sx={{ mt: 1, display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                color="default"
                checked={compared}
                onChange={(_, checked) => setCompared(checked)}
                sx={{ color: 'inherit' }}
              />
            }
            label={t('proof:verify.compared')}
            slotProps={{ typography: { variant: 'body2' } }}
          />
          <ReasonButton
            size="small"
            variant="outlined"
            color="inherit"
            sx={{
              '&.Mui-disabled': { color: 'inherit', borderColor: 'currentcolor', opacity: 0.7 },
            }}
            reason={compared ? null : t('proof:verify.compareFirst')}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ fingerprint, name, creditCode })}
          >
            {t(state === 'changed' ? 'proof:verify.accept' : 'proof:verify.confirm')}
          </ReasonButton>
        </Box>
      )}
      <FaultAlert error={confirm.error} onClose={confirm.reset} />
    </Alert>
  )
}
