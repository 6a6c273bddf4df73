import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from './fault-text.tsx'
import { useAct } from './use-act.ts'
import { useReadOnly } from './use-vault.ts'

/** Says that what is shown is invented, and takes it away. */
export function SampleBadge() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const [asking, setAsking] = useState(false)
  const remove = useAct('sample.remove')
  return (
    <>
      <Chip
        color="warning"
        variant="outlined"
        label={t('frame:sample.badge')}
        {...(readOnly
          ? {}
          : {
              onClick: () => setAsking(true),
              onDelete: () => setAsking(true),
              title: t('frame:sample.remove'),
            })}
      />
      <Dialog open={asking} onClose={() => setAsking(false)}>
        <DialogTitle>{t('frame:sample.remove')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('frame:sample.about')}</DialogContentText>
          <FaultAlert error={remove.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('frame:sample.keep')}</Button>
          <Button variant="contained" loading={remove.isPending} onClick={() => remove.mutate({})}>
            {t('frame:sample.removeNow')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
