/** A bundle's verification: how far it is, what went wrong, what came out. */
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import type { Act } from '../../../app/use-act.ts'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { VerifyResult } from './verify-result.tsx'

export function Verification({ act }: { readonly act: Act<'bundle.verify'> }) {
  const { t } = useTranslation('application')
  return (
    <>
      {act.isPending && (
        <ProgressLine
          label={t('receipt.verifying')}
          progress={act.progress}
          onCancel={act.cancel}
        />
      )}
      <FaultAlert error={act.error} onClose={act.reset} />
      {act.data && <VerifyResult report={act.data} />}
    </>
  )
}
