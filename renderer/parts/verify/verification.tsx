/** A bundle's verification: how far it is, what went wrong, what came out. */
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/host.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import type { Act } from '../../app/use-act.ts'
import { ProgressLine } from '../progress-line.tsx'
import { VerifyResult } from './verify-result.tsx'

type Props = {
  readonly act: Act<'bundle.verify'> | Act<'receipt.verify'>
  /** Null where the engine knows the place and the page does not. */
  readonly file: Picked | null
  /** Files that were picked along with it. */
  readonly others?: readonly Picked[]
}

export function Verification({ act, file, others = [] }: Props) {
  const { t } = useTranslation('proof')
  return (
    <>
      {act.isPending && (
        <ProgressLine
          label={file ? t('verify.running', { name: file.name }) : t('verify.runningSet')}
          progress={act.progress}
          onCancel={act.cancel}
        />
      )}
      <FaultAlert error={act.error} onClose={act.reset} />
      {act.data && <VerifyResult report={act.data} file={file} others={others} />}
    </>
  )
}
