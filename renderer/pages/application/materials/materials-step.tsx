/** 材料清单: one slot for each required paper, in the order in which the notice lists them. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useRef } from 'react'
import { slotsOf } from '../../../../shared/programme/track.ts'
import { useApplication } from '../application-context.ts'
import { useFocusPlace } from '../use-place.ts'
import { SignerField } from './signer-field.tsx'
import { SlotRow } from './slot-row.tsx'

export function MaterialsStep() {
  const { view } = useApplication()
  const list = useRef<HTMLOListElement>(null)
  useFocusPlace(list, view.id)
  const slots = slotsOf(view.pack, view.track)
  return (
    <Stack spacing={2} sx={{ m: '0 auto', maxWidth: '72rem' }}>
      {slots.some(({ inside }) => inside.length > 0) && <SignerField />}
      <Box
        ref={list}
        component="ol"
        sx={{ display: 'grid', gap: 2, m: 0, p: 0, listStyle: 'none' }}
      >
        {slots.map((slot, at) => (
          <SlotRow
            key={slot.id}
            number={at + 1}
            slot={slot}
            held={view.slots.find(({ id }) => id === slot.id)}
          />
        ))}
      </Box>
    </Stack>
  )
}
