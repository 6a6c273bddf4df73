import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { PlaceList } from './place-list.tsx'
import type { Bulk } from './use-bulk.ts'

type Props = {
  readonly sha256s: readonly string[]
  readonly bulk: Bulk
  readonly onClose: () => void
}

/** 「放入申报材料…」: the slots that would take these papers. */
export function PlaceDialog({ sha256s, bulk, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="place-title">
      <DialogTitle id="place-title">
        {t('archive:place.title', { count: sha256s.length })}
      </DialogTitle>
      <DialogContent>
        <FaultAlert error={bulk.failed?.error ?? null} onClose={() => bulk.failed?.reset()} />
        <PlaceList sha256s={sha256s} onPlace={(place) => bulk.place(sha256s, place, onClose)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
