import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Chip from '@mui/material/Chip'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../shared/model/material.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { fileSize, instant } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { FilePreview } from '../../parts/file-preview.tsx'
import { MaterialMarks } from '../../parts/material-marks.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { MaterialForm } from './material-form.tsx'
import { MaterialUses } from './material-uses.tsx'

/** To 回收站 and back. */
function Removal({ view, readOnly }: { readonly view: MaterialView; readonly readOnly: boolean }) {
  const { t } = useTranslation()
  const { sha256, deletedAt } = view.material
  const discard = useAct('material.discard', { key: sha256 })
  const restore = useAct('material.restore', { key: sha256 })
  const used = view.uses.length > 0
  const reason = readOnly ? t('archive:readOnly') : used ? t('archive:discard.used') : null
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      {deletedAt ? (
        <ReasonButton
          variant="outlined"
          reason={readOnly ? t('archive:readOnly') : null}
          loading={restore.isPending}
          onClick={() => restore.mutate({ sha256 })}
        >
          {t('archive:restore')}
        </ReasonButton>
      ) : (
        <ReasonButton
          variant="outlined"
          reason={reason}
          loading={discard.isPending}
          onClick={() => discard.mutate({ sha256 })}
        >
          {t('archive:discard')}
        </ReasonButton>
      )}
      <FaultAlert error={discard.error ?? restore.error} />
    </Stack>
  )
}

type Props = { readonly sha256: string; readonly onClose: () => void }

function Sheet({ view, onClose }: { readonly view: MaterialView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { material, uses } = view
  const readOnly = useReadOnly()
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', p: 1.5 }}>
        <Typography variant="h2" noWrap title={material.name} sx={{ minWidth: 0 }}>
          {material.name}
        </Typography>
        {material.sample && (
          <Chip label={t('frame:sample.badge')} color="warning" variant="outlined" />
        )}
        <Box sx={{ flexGrow: 1 }} />
        <IconButton aria-label={t('frame:close')} onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </Stack>
      <Divider />
      <Box
        sx={{
          flexGrow: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) 18rem',
          gridTemplateRows: '100%',
        }}
      >
        <FilePreview sha256={material.sha256} media={material.media} name={material.name} />
        <Stack
          spacing={2}
          sx={{ overflow: 'auto', p: 2, borderLeft: 1, borderColor: 'divider', minHeight: 0 }}
        >
          <MaterialMarks material={material} />
          <MaterialForm material={material} disabled={readOnly || material.deletedAt !== null} />
          <MaterialUses uses={uses} />
          <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('archive:file', {
              size: fileSize(material.size),
              at: instant(material.importedAt),
              sha256: material.sha256,
            })}
          </Typography>
          <Removal view={view} readOnly={readOnly} />
        </Stack>
      </Box>
    </Stack>
  )
}

/** One material: the paper itself, and beside it what is known of it. */
export function MaterialPane({ sha256, onClose }: Props) {
  const ask = useAsk('material.open', { sha256 })
  return (
    <Card sx={{ flex: '2 1 0', minWidth: 0 }}>
      <Asked ask={ask}>{(view) => <Sheet key={sha256} view={view} onClose={onClose} />}</Asked>
    </Card>
  )
}
