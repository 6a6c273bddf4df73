import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../../shared/model/bundle.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { useReadOnly } from '../../../app/use-vault.ts'
import { Asked } from '../../../parts/asked.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { DamagedKeys } from './damaged-keys.tsx'
import { IdentityCard } from './identity-card.tsx'
import { ImportIdentity } from './import-identity.tsx'
import { NewIdentity } from './new-identity.tsx'

type ListProps = { readonly identities: readonly Identity[]; readonly readOnly: boolean }

function IdentityList({ identities, readOnly }: ListProps) {
  const { t } = useTranslation()
  if (identities.length === 0) {
    return <EmptyState title={t('settings:identity.none')} hint={t('settings:identity.noneHint')} />
  }
  return (
    <Stack spacing={1.5}>
      {identities.map((identity, at) => (
        <IdentityCard
          key={identity.fingerprint}
          identity={identity}
          signs={at === 0}
          readOnly={readOnly}
        />
      ))}
    </Stack>
  )
}

/** The keys that bundles are signed with. */
export function IdentitiesPanel() {
  const { t } = useTranslation()
  const ask = useAsk('identity.list', {})
  const readOnly = useReadOnly()
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const reason = readOnly ? t('settings:readOnly') : null
  return (
    <Panel
      title={t('settings:identity.title')}
      hint={t('settings:identity.hint')}
      actions={
        <Stack direction="row" spacing={1}>
          <ReasonButton variant="outlined" reason={reason} onClick={() => setOpen('import')}>
            {t('proof:identity.import')}
          </ReasonButton>
          <ReasonButton variant="outlined" reason={reason} onClick={() => setOpen('new')}>
            {t('settings:identity.new')}
          </ReasonButton>
        </Stack>
      }
    >
      <DamagedKeys readOnly={readOnly} />
      <Asked ask={ask}>
        {(identities) => <IdentityList identities={identities} readOnly={readOnly} />}
      </Asked>
      {open === 'new' && <NewIdentity onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportIdentity onClose={() => setOpen(null)} />}
    </Panel>
  )
}
