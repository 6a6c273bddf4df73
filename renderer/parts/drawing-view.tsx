import Box from '@mui/material/Box'
import { memo } from 'react'
import type { Drawing } from '../../shared/model/drawing.ts'
import { DrawnParts } from './drawing-parts.tsx'

type Props = {
  readonly drawing: Drawing
  /** Multiple of the pane's width; the height follows. */
  readonly zoom: number
  readonly label: string
}

const Parts = memo(DrawnParts)

/** A drawn page on a white sheet, whatever the theme; its text can be selected. */
export function DrawingView({ drawing, zoom, label }: Props) {
  const [x, y, wide, high] = drawing.box
  return (
    <Box
      component="svg"
      role="group"
      aria-label={label}
      viewBox={`${x} ${y} ${wide} ${high}`}
      sx={{
        display: 'block',
        width: `${zoom * 100}%`,
        aspectRatio: `${wide} / ${high}`,
        mx: 'auto',
        bgcolor: 'common.white',
        isolation: 'isolate',
        boxShadow: 1,
      }}
    >
      <Parts parts={drawing.parts} />
    </Box>
  )
}
