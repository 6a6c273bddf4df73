import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../../shared/model/bundle.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useSignerName } from '../../../parts/signer-name.ts'

type Props = { readonly identity: Identity; readonly onClose: () => void }

/** A new identity that the old one signs for. */
export function RotateIdentity({ identity, onClose }: Props) {
  const { t } = useTranslation('proof')
  const act = useAct('identity.rotate')
  const { fingerprint } = identity
  const nameOf = useSignerName()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{t('identity.rotate')}</DialogTitle>
      <DialogContent>
        <DialogContentText>
          {t('identity.rotateAbout', { name: nameOf(identity) })}
        </DialogContentText>
        <FaultAlert error={act.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button
          variant="contained"
          loading={act.isPending}
          onClick={() => act.mutate({ fingerprint }, { onSuccess: onClose })}
        >
          {t('identity.rotateRun')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
