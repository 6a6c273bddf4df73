/** Key files that cannot be read: named, and set aside on request; nothing is deleted. */
import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { ReasonButton } from '../../../parts/reason-button.tsx'

export function DamagedKeys({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation()
  const damaged = useAsk('identity.damaged', {}).data ?? []
  const aside = useAct('identity.setAside')
  if (damaged.length === 0) return null
  return (
    <Stack spacing={1} sx={{ mb: 1.5 }}>
      {damaged.map(({ fingerprint }) => (
        <Alert
          key={fingerprint}
          severity="error"
          action={
            <ReasonButton
              size="small"
              color="inherit"
              reason={readOnly ? t('settings:readOnly') : null}
              loading={aside.isPending}
              onClick={() => aside.mutate({ fingerprint })}
            >
              {t('proof:identity.setAside')}
            </ReasonButton>
          }
        >
          {t('proof:identity.damaged', { fingerprint: fingerprint.slice(0, 16).toUpperCase() })}
        </Alert>
      ))}
      <FaultAlert error={aside.error} onClose={aside.reset} />
    </Stack>
  )
}
