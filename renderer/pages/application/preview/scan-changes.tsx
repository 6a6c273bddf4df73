import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import type { StampedScan } from '../../../../shared/model/course.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'
import { DifferenceTable } from '../../../parts/difference-table.tsx'
import { useApplication } from '../application-context.ts'

type Props = { readonly scan: StampedScan; readonly onClose: () => void }

/** What the paper shows, and what the form says now. */
export function ScanChanges({ scan, onClose }: Props) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const ask = useAsk('stamp.changes', { id: view.id, slot: scan.slot, sha256: scan.sha256 })
  const title = t('scan.changesTitle', { code: scan.code })
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby="scan-changes">
      <DialogTitle id="scan-changes">{title}</DialogTitle>
      <DialogContent>
        <Asked ask={ask}>
          {(differences) => <DifferenceTable differences={differences} label={title} />}
        </Asked>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
