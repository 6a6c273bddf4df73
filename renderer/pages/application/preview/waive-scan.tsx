import { useTranslation } from 'react-i18next'
import type { StampedScan } from '../../../../shared/model/course.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { SignedDialog } from '../conditions/signed-dialog.tsx'

type Props = { readonly scan: StampedScan; readonly onClose: () => void }

/** Why a scan of an older version is used all the same, and who says so. */
export function WaiveScan({ scan, onClose }: Props) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const act = useAct('stamp.waive', { key: view.id })
  const { slot, sha256, name, code, waived } = scan
  return (
    <SignedDialog
      topic="stamp"
      about={t('scan.about', { name, code })}
      given={waived ? { name: waived.name, note: waived.reason } : undefined}
      act={act}
      onSign={({ name: person, note }) =>
        act.mutate(
          { id: view.id, slot, sha256, reason: note, name: person },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      {null}
    </SignedDialog>
  )
}
