/** Asks before the vault's own version of a pack is taken away. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'

type Props = {
  readonly pack: Pick<ProgrammeRow, 'id' | 'edition' | 'title' | 'origin'>
  readonly onClose: () => void
}

export function DropPackDialog({ pack, onClose }: Props) {
  const { t } = useTranslation('packs')
  const act = useAct('pack.drop')
  const { id, edition, title, origin } = pack
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="drop-pack-title">
      <DialogTitle id="drop-pack-title">{t(`drop.title.${origin}`)}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t(`drop.about.${origin}`, { title, edition })}</DialogContentText>
        <FaultAlert error={act.error} onClose={act.reset} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button
          variant="contained"
          loading={act.isPending}
          onClick={() => act.mutate({ id, edition }, { onSuccess: onClose })}
        >
          {t(`drop.do.${origin}`)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
