/** A dialog that is written in: a slip of Esc or of the mouse does not throw away what was written. */
import Button from '@mui/material/Button'
import Dialog, { type DialogProps } from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Pick<DialogProps, 'aria-labelledby' | 'maxWidth' | 'children'> & {
  readonly onClose: () => void
}

export function WritingDialog({ onClose, maxWidth = 'sm', ...rest }: Props) {
  const { t } = useTranslation('frame')
  const [written, setWritten] = useState(false)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dialog
        {...rest}
        open
        fullWidth
        maxWidth={maxWidth}
        onChange={() => setWritten(true)}
        onClose={() => (written ? setAsking(true) : onClose())}
      />
      <Dialog
        open={asking}
        maxWidth="xs"
        onClose={() => setAsking(false)}
        aria-labelledby="written-title"
      >
        <DialogTitle id="written-title">{t('written.ask')}</DialogTitle>
        <DialogActions>
          <Button color="error" onClick={onClose}>
            {t('written.drop')}
          </Button>
          <Button variant="contained" autoFocus onClick={() => setAsking(false)}>
            {t('written.keep')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
