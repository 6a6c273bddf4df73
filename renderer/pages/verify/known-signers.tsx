/** Whose bundles were verified on this computer. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { KnownSigner } from '../../../shared/model/bundle.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { instant } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { Panel } from '../../parts/panel.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { Fingerprint } from '../../parts/verify/fingerprint.tsx'

type LineProps = { readonly signer: KnownSigner; readonly onForget: () => void }

function SignerLine({ signer, onForget }: LineProps) {
  const { t } = useTranslation('proof')
  return (
    <Stack
      direction="row"
      spacing={2}
      sx={{ alignItems: 'center', py: 1, borderTop: 1, borderColor: 'divider' }}
    >
      <Stack sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography variant="body2">
          {signer.name} {signer.creditCode}
        </Typography>
        <Fingerprint value={signer.fingerprint} />
        <Typography variant="caption" color="textSecondary">
          {t('signers.since', { at: instant(signer.firstSeen) })}
        </Typography>
      </Stack>
      <StateMark tone={signer.confirmed ? 'good' : 'unknown'}>
        {t(signer.confirmed ? 'signers.confirmed' : 'signers.unconfirmed')}
      </StateMark>
      <Button size="small" onClick={onForget}>
        {t('signers.forget')}
      </Button>
    </Stack>
  )
}

export function KnownSigners() {
  const { t } = useTranslation('proof')
  const ask = useAsk('signer.list', {})
  const forget = useAct('signer.forget')
  return (
    <Asked ask={ask}>
      {(signers) =>
        signers.length === 0 ? null : (
          <Panel title={t('signers.title')} hint={t('signers.hint')}>
            {signers.map((signer) => (
              <SignerLine
                key={signer.fingerprint}
                signer={signer}
                onForget={() => forget.mutate({ fingerprint: signer.fingerprint })}
              />
            ))}
            <FaultAlert error={forget.error} onClose={forget.reset} />
          </Panel>
        )
      }
    </Asked>
  )
}
