/** What the notice asks of the inside of a paper, to be ticked by whoever has looked. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { signerNow } from '../use-signer.ts'

type Props = { readonly slot: Slot; readonly sha256: string }

export function InsideTicks({ slot, sha256 }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.tick', { key: view.id })
  if (slot.inside.length === 0) return null
  const tickOf = (point: string) =>
    view.ticks.find(
      (tick) => tick.slot === slot.id && tick.sha256 === sha256 && tick.point === point,
    )
  const change = (point: string, ticked: boolean) =>
    act.mutate({ id: view.id, slot: slot.id, sha256, point, ticked, name: signerNow() })
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, mt: 0.5, p: 0 }}>
      <Typography component="legend" variant="caption" color="textSecondary">
        {t('tick.legend')}
      </Typography>
      {slot.inside.map((point) => {
        const tick = tickOf(point)
        return (
          <FormControlLabel
            key={point}
            sx={{ display: 'flex', mr: 0 }}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.25 }}
                checked={tick !== undefined}
                disabled={act.isPending}
                onChange={(_, ticked) => change(point, ticked)}
              />
            }
            label={
              <Typography variant="body2">
                {point}
                {tick && (
                  <Typography component="span" variant="caption" color="textSecondary">
                    {t(tick.name ? 'tick.by' : 'tick.on', { name: tick.name, on: tick.on })}
                  </Typography>
                )}
              </Typography>
            }
          />
        )
      })}
      <FaultAlert error={act.error} onClose={act.reset} />
    </Box>
  )
}
