/** 申报资料: the papers that will be asked for, with their constraints in words. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { HardnessChip } from '../../parts/hardness-chip.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SlotConstraints } from '../../parts/slot-constraints.tsx'
import { SourceNote } from '../../parts/source-note.tsx'

type Props = { readonly pack: Pack; readonly track: string | null }

export function SlotsPanel({ pack, track }: Props) {
  const { t } = useTranslation('programmes')
  return (
    <Panel title={t('slots')}>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {slotsOf(pack, track).map((slot) => (
          <Box component="li" key={slot.id} sx={{ py: 0.75 }}>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Typography>{slot.title}</Typography>
              <HardnessChip hardness={slot.hardness} />
              <SourceNote pack={pack} source={slot.source} />
            </Stack>
            <SlotConstraints pack={pack} slot={slot} />
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
