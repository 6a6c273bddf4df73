import RotateLeft from '@mui/icons-material/RotateLeft'
import RotateRight from '@mui/icons-material/RotateRight'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'
import { SheetTools, startZoom, Tool, zooms } from './sheet-tools.tsx'
import { useWidth } from './use-width.ts'

type Props = { readonly url: string; readonly name: string }
type Size = { readonly wide: number; readonly high: number }

/** A picture fitted to the pane's width, enlarged and turned from there. */
export function PictureView({ url, name }: Props) {
  const { t } = useTranslation()
  const [pane, width] = useWidth<HTMLDivElement>()
  const [failed, setFailed] = useState(false)
  const [size, setSize] = useState<Size | null>(null)
  const [zoom, setZoom] = useState(startZoom)
  /** Quarters of a turn to the right. */
  const [turn, setTurn] = useState(0)
  if (failed) return <EmptyState title={t('frame:preview.unreadable')} />
  const aside = turn % 2 === 1
  const { wide, high } = size ?? { wide: 1, high: 1 }
  const across = aside ? high : wide
  // Small pictures are not blown up to fit.
  const scale = (Math.min(Math.max(width - 16, 100), across) / across) * (zooms[zoom] ?? 1)
  const turned = (by: number) => setTurn((turn + by + 4) % 4)
  return (
    <Stack sx={{ height: '100%', minHeight: 0 }}>
      <SheetTools page={1} pages={1} onPage={() => {}} zoom={size ? zoom : null} onZoom={setZoom}>
        <Tool label={t('frame:preview.left')} onClick={() => turned(-1)}>
          <RotateLeft />
        </Tool>
        <Tool label={t('frame:preview.right')} onClick={() => turned(1)}>
          <RotateRight />
        </Tool>
      </SheetTools>
      <Box
        ref={pane}
        tabIndex={0}
        role="region"
        aria-label={name}
        sx={{ flexGrow: 1, minHeight: 0, overflow: 'auto', bgcolor: 'action.hover', p: 1 }}
      >
        <Box
          sx={{
            position: 'relative',
            width: across * scale,
            height: (aside ? wide : high) * scale,
            mx: 'auto',
          }}
        >
          <Box
            component="img"
            src={url}
            alt={name}
            onError={() => setFailed(true)}
            onLoad={({ currentTarget }) =>
              setSize({ wide: currentTarget.naturalWidth, high: currentTarget.naturalHeight })
            }
            sx={{
              position: 'absolute',
              top: '50%',
              left: '50%',
              width: wide * scale,
              height: high * scale,
              transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
              visibility: size ? 'visible' : 'hidden',
            }}
          />
        </Box>
      </Box>
    </Stack>
  )
}
