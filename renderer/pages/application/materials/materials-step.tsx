/** 材料清单: one slot for each required paper, in the order in which the notice lists them. */
import Box from '@mui/material/Box'
import { useRef } from 'react'
import { slotsOf } from '../../../../shared/programme/track.ts'
import { useApplication } from '../application-context.ts'
import { useFocusPlace } from '../use-place.ts'
import { SlotRow } from './slot-row.tsx'

export function MaterialsStep() {
  const { view } = useApplication()
  const list = useRef<HTMLOListElement>(null)
  useFocusPlace(list, view.id)
  return (
    <Box
      ref={list}
      component="ol"
      sx={{ display: 'grid', gap: 2, m: '0 auto', p: 0, maxWidth: '72rem', listStyle: 'none' }}
    >
      {slotsOf(view.pack, view.track).map((slot, at) => (
        <SlotRow
          key={slot.id}
          number={at + 1}
          slot={slot}
          held={view.slots.find(({ id }) => id === slot.id)}
        />
      ))}
    </Box>
  )
}
