import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Verdict } from '../../shared/model/verdict.ts'
import type { Condition, Pack } from '../../shared/programme/pack.ts'
import { HardnessChip } from './hardness-chip.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { SourceNote } from './source-note.tsx'
import { WorkingTree } from './working-tree.tsx'

type Props = {
  readonly pack: Pack
  readonly condition: Condition
  readonly verdict: Verdict | undefined
  /** What can be done about it, where something can. */
  readonly children?: ReactNode
}

/** One condition as the notice puts it: weight, verdict, working, clause. */
export function ConditionRow({ pack, condition, verdict, children }: Props) {
  return (
    <Box
      data-place={condition.id}
      tabIndex={-1}
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', outlineOffset: 4 }}
    >
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
        <Box sx={{ width: '7.5rem', flex: 'none', pt: 0.25 }}>
          <OutcomeMark outcome={verdict?.outcome ?? 'unknown'} strong />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography>{condition.text}</Typography>
          {verdict && <WorkingTree working={verdict.working} />}
          {children}
        </Box>
        <Stack sx={{ flex: 'none', alignItems: 'flex-end', width: '11rem' }}>
          <HardnessChip hardness={condition.hardness} />
          <Typography variant="caption" color="textSecondary" sx={{ textAlign: 'right' }}>
            {condition.source.clause}
            <SourceNote pack={pack} source={condition.source} />
          </Typography>
        </Stack>
      </Stack>
    </Box>
  )
}
