import Box from '@mui/material/Box'
import { TextLayer } from 'pdfjs-dist'
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

/** Invisible text over the drawn one, so that it can be selected and copied. */
const overPage = {
  position: 'absolute',
  inset: 0,
  overflow: 'clip',
  lineHeight: 1,
  textAlign: 'initial',
  transformOrigin: '0 0',
  '--text-scale-factor': 'var(--total-scale-factor)',
  '& span, & br': {
    color: 'transparent',
    position: 'absolute',
    whiteSpace: 'pre',
    cursor: 'text',
    transformOrigin: '0 0',
    fontSize: 'calc(var(--text-scale-factor) * var(--font-height))',
    transform: 'rotate(var(--rotate, 0deg)) scaleX(var(--scale-x, 1))',
  },
  '& .markedContent': { display: 'contents' },
  '& ::selection': { bgcolor: 'primary.light', opacity: 0.5 },
} as const

/** One page drawn on a canvas, as sharp as the screen, with its text above. */
export function PdfPage({ document, number, width, label, onFailure }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const failed = useRef(onFailure)
  failed.current = onFailure
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    const draw = async () => {
      const page = await document.getPage(number)
      const [target, over] = [canvas.current, text.current]
      if (gone || !target || !over) return
      const scale = width / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      over.replaceChildren()
      over.style.setProperty('--total-scale-factor', String(scale))
      const layer = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: over,
        viewport: page.getViewport({ scale }),
      })
      const task = page.render({ canvas: target, viewport })
      stop = () => {
        task.cancel()
        layer.cancel()
      }
      // A page without its text is still a page.
      await Promise.all([task.promise, layer.render().catch(() => {})])
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
    <Box sx={{ position: 'relative', width, maxWidth: 'none', mx: 'auto' }}>
      <Box
        component="canvas"
        ref={canvas}
        role="img"
        aria-label={label}
        sx={{ display: 'block', width: '100%', bgcolor: 'common.white', boxShadow: 1 }}
      />
      <Box ref={text} sx={overPage} />
    </Box>
  )
}
