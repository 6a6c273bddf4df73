import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import type { PdfDocument } from './pdf-document.ts'

type Props = {
  readonly document: PdfDocument
  /** One-based. */
  readonly number: number
  /** Width in CSS pixels; the height follows. */
  readonly width: number
  readonly label: string
  readonly onFailure: () => void
}

/** One page drawn on a canvas, as sharp as the screen. */
export function PdfPage({ document, number, width, label, onFailure }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const failed = useRef(onFailure)
  failed.current = onFailure
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    const draw = async () => {
      const page = await document.getPage(number)
      const target = canvas.current
      if (gone || !target) return
      const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio
      const viewport = page.getViewport({ scale })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      const task = page.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    draw().catch(() => {
      if (!gone) failed.current()
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [document, number, width])
  return (
    <Box
      component="canvas"
      ref={canvas}
      role="img"
      aria-label={label}
      sx={{ display: 'block', width, maxWidth: 'none', bgcolor: 'common.white', boxShadow: 1 }}
    />
  )
}
