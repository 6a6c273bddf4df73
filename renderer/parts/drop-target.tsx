import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { Picked } from '../../shared/host.ts'
import { carriesFiles, droppedFiles } from '../app/host.ts'
import { useHost } from '../app/surroundings.ts'

type Props = {
  /** What happens when the files are let go here. */
  readonly label: string
  readonly onFiles: (files: readonly Picked[]) => void
  /** Files are refused here for now. */
  readonly disabled?: boolean
  readonly fill?: boolean
  readonly children: ReactNode
}

/** A place that takes files dragged from the desktop, and says so while they hover. */
export function DropTarget({ label, onFiles, disabled = false, fill = false, children }: Props) {
  const host = useHost()
  const [over, setOver] = useState(false)
  // Enter and leave fire for every child crossed: only the balance tells whether we are inside.
  const depth = useRef(0)
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (disabled || !carriesFiles(event.dataTransfer)) return
    depth.current += step
    setOver(depth.current > 0)
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    if (disabled) return
    event.stopPropagation()
    const files = await droppedFiles(host, event.dataTransfer)
    if (files.length > 0) onFiles(files)
  }
  return (
    <Box
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
      sx={{ position: 'relative', ...(fill ? { height: '100%', minHeight: 0 } : {}) }}
    >
      {children}
      {over && (
        <Box
          sx={{
            position: 'absolute',
            inset: 0,
            zIndex: 'modal',
            display: 'grid',
            placeItems: 'center',
            pointerEvents: 'none',
            border: '2px dashed',
            borderColor: 'primary.main',
            borderRadius: 1,
            bgcolor: 'background.paper',
            opacity: 0.92,
          }}
        >
          <Typography variant="h2" color="primary">
            {label}
          </Typography>
        </Box>
      )}
    </Box>
  )
}
