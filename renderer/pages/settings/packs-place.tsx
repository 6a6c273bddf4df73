/** 政策包 within 设置; shown at once where the address asks for it. */
import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { PacksPanel } from '../../parts/packs/packs-panel.tsx'

export function PacksPlace() {
  const [params] = useSearchParams()
  const place = useRef<HTMLDivElement>(null)
  const asked = params.get('at') === 'packs'
  useEffect(() => {
    if (!asked) return
    place.current?.scrollIntoView?.({ block: 'start' })
    place.current?.focus({ preventScroll: true })
  }, [asked])
  return (
    <Box ref={place} tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: '1rem' }}>
      <PacksPanel />
    </Box>
  )
}
