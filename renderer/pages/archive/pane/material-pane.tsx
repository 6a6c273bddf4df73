import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Chip from '@mui/material/Chip'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../../shared/model/material.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'
import { FilePreview } from '../../../parts/file-preview.tsx'
import { Known } from './known.tsx'

type SheetProps = {
  readonly view: MaterialView
  readonly onClose: () => void
  readonly actions: ReactNode
}

function Sheet({ view, onClose, actions }: SheetProps) {
  const { t } = useTranslation()
  const { material } = view
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', px: 1.5, py: 0.75 }}>
        <Typography variant="h2" noWrap title={material.name} sx={{ minWidth: 0, flexGrow: 1 }}>
          {material.name}
        </Typography>
        {material.sample && (
          <Chip label={t('frame:sample.badge')} color="warning" variant="outlined" />
        )}
        {actions}
        <Tooltip title={t('archive:pane.close')}>
          <IconButton aria-label={t('frame:close')} onClick={onClose}>
            <CloseOutlined />
          </IconButton>
        </Tooltip>
      </Stack>
      <Divider />
      <Box
        sx={{
          flexGrow: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) 20rem',
          gridTemplateRows: '100%',
        }}
      >
        <FilePreview sha256={material.sha256} media={material.media} name={material.name} />
        <Known view={view} />
      </Box>
    </Stack>
  )
}

type Props = {
  readonly sha256: string
  readonly onClose: () => void
  /** What else can be done with it. */
  readonly actions: ReactNode
}

/** One material: the paper itself, and beside it what is known of it. */
export function MaterialPane({ sha256, onClose, actions }: Props) {
  const ask = useAsk('material.open', { sha256 })
  return (
    <Card
      sx={{ flex: '2.6 1 0', minWidth: 0 }}
      onKeyDown={(event) => {
        // A dialog of the pane has its own Esc; React tells of it here all the same.
        const inside = event.currentTarget.contains(event.target as Node)
        if (event.key === 'Escape' && inside && !event.defaultPrevented) onClose()
      }}
    >
      <Asked ask={ask}>
        {(view) => <Sheet key={sha256} view={view} onClose={onClose} actions={actions} />}
      </Asked>
    </Card>
  )
}
