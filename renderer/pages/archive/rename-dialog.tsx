import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../shared/model/material.ts'
import { useAct } from '../../app/use-act.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'

type Props = { readonly material: Material; readonly onClose: () => void }

/** Another name for a paper, reached with F2. */
export function RenameDialog({ material, onClose }: Props) {
  const { t } = useTranslation()
  const { sha256 } = material
  const describe = useAct('material.describe', { key: sha256 })
  const [name, setName] = useState(material.name)
  const kept = name.trim()
  return (
    <AskDialog
      title={t('archive:rename.title')}
      go={t('archive:rename.set')}
      reason={kept ? null : t('archive:view.needsName')}
      act={describe}
      onGo={() => describe.mutate({ sha256, name: kept }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        label={t('archive:field.name')}
        value={name}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        onChange={(event) => setName(event.target.value)}
      />
    </AskDialog>
  )
}
