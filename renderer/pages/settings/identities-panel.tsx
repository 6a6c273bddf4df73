import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../shared/model/bundle.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { CopyText } from '../../parts/copy-text.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FactTable } from '../../parts/fact-table.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { NewIdentity } from './new-identity.tsx'

/** 64 hex digits in groups of eight: what two people compare by reading aloud. */
export const spaced = (fingerprint: string): string => fingerprint.replace(/(.{8})(?=.)/g, '$1 ')

function IdentityLines({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation()
  return (
    <Stack spacing={0.5} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Typography variant="h3">{identity.name}</Typography>
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
        ]}
      />
    </Stack>
  )
}

/** The keys that bundles are signed with. */
export function IdentitiesPanel() {
  const { t } = useTranslation()
  const ask = useAsk('identity.list', {})
  const readOnly = useReadOnly()
  const [making, setMaking] = useState(false)
  return (
    <Panel
      title={t('settings:identity.title')}
      hint={t('settings:identity.hint')}
      actions={
        <ReasonButton
          variant="outlined"
          reason={readOnly ? t('settings:readOnly') : null}
          onClick={() => setMaking(true)}
        >
          {t('settings:identity.new')}
        </ReasonButton>
      }
    >
      <Asked ask={ask}>
        {(identities) =>
          identities.length === 0 ? (
            <EmptyState
              title={t('settings:identity.none')}
              hint={t('settings:identity.noneHint')}
            />
          ) : (
            <Stack spacing={1.5}>
              {identities.map((identity) => (
                <IdentityLines key={identity.fingerprint} identity={identity} />
              ))}
            </Stack>
          )
        }
      </Asked>
      {making && <NewIdentity onClose={() => setMaking(false)} />}
    </Panel>
  )
}
