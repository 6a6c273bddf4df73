import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../shared/model/material.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { ReasonButton } from '../../parts/reason-button.tsx'

type Props = { readonly material: Material; readonly onClose: () => void }

/** Another name for a paper, reached with F2. */
export function RenameDialog({ material, onClose }: Props) {
  const { t } = useTranslation()
  const { sha256 } = material
  const describe = useAct('material.describe', { key: sha256 })
  const [name, setName] = useState(material.name)
  const kept = name.trim()
  const go = () => describe.mutate({ sha256, name: kept }, { onSuccess: onClose })
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="rename-title">
      <DialogTitle id="rename-title">{t('archive:rename.title')}</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          fullWidth
          sx={{ mt: 1 }}
          label={t('archive:field.name')}
          value={name}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && kept) go()
          }}
        />
        <FaultAlert error={describe.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton
          variant="contained"
          reason={kept ? null : t('archive:view.needsName')}
          loading={describe.isPending}
          onClick={go}
        >
          {t('archive:rename.set')}
        </ReasonButton>
      </DialogActions>
    </Dialog>
  )
}
