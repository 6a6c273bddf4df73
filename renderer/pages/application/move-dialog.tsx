/** Moving to another version of the pack: what changes, what is set aside, and that nothing is lost. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MovePlan } from '../../../shared/model/pack.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { PackChanges } from '../../parts/packs/pack-changes.tsx'
import { useApplication } from './application-context.ts'

type Props = { readonly plans: readonly MovePlan[]; readonly onClose: () => void }

export function MoveDialog({ plans, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.move', { key: view.id })
  const [hash, setHash] = useState(plans[0]?.hash ?? '')
  const plan = plans.find((one) => one.hash === hash)
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby="move-title">
      <DialogTitle id="move-title">{t('move.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TextField
            select
            label={t('move.to')}
            value={hash}
            onChange={(event) => setHash(event.target.value)}
          >
            {plans.map((one) => (
              <MenuItem key={one.hash} value={one.hash}>
                {t('move.version', {
                  edition: one.edition,
                  title: one.title,
                  hash: one.hash.slice(0, 8),
                })}
              </MenuItem>
            ))}
          </TextField>
          {plan && <Plan plan={plan} />}
          <FaultAlert error={act.error} onClose={act.reset} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button
          variant="contained"
          disabled={!plan}
          loading={act.isPending}
          onClick={() => act.mutate({ id: view.id, hash }, { onSuccess: onClose })}
        >
          {t('move.do')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Plan({ plan }: { readonly plan: MovePlan }) {
  const { t } = useTranslation('application')
  return (
    <>
      <Typography variant="h3">{t('packs:changes', { count: plan.changes.length })}</Typography>
      <PackChanges changes={plan.changes} />
      <Alert severity={plan.setAside.length > 0 ? 'warning' : 'info'}>
        {t(plan.setAside.length > 0 ? 'move.aside' : 'move.nothingAside')}
        {plan.setAside.length > 0 && (
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {plan.setAside.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </Box>
        )}
      </Alert>
    </>
  )
}
