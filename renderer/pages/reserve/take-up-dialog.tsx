/** 以此为基础申报: in which edition and track; a year without a notice is said to be without. */
import Alert from '@mui/material/Alert'
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
import { useNavigate } from 'react-router'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'

type Props = { readonly row: ApplicationRow; readonly onClose: () => void }

export function TakeUpDialog({ row, onClose }: Props) {
  const { t } = useTranslation('reserve')
  const navigate = useNavigate()
  const ask = useAsk('reserve.choices', { id: row.id })
  const act = useAct('reserve.takeUp')
  const [edition, setEdition] = useState<string | null>(null)
  const [track, setTrack] = useState<string | null>(row.track)
  const choices = ask.data ?? []
  const chosen = choices.find((each) => each.edition === edition) ?? choices[0]
  const begin = () => {
    if (!chosen) return
    const tracked = chosen.tracks.some(({ id }) => id === track) ? track : null
    act.mutate(
      { id: row.id, edition: chosen.edition, track: tracked },
      {
        onSuccess: ({ id }) => {
          onClose()
          void navigate(paths.application(id), { state: { listed: true } })
        },
      },
    )
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="take-up-title">
      <DialogTitle id="take-up-title">{t('takeUp')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Typography>{row.title}</Typography>
          <TextField
            select
            label={t('takeUp.edition')}
            value={chosen?.edition ?? ''}
            onChange={(event) => setEdition(event.target.value)}
          >
            {choices.map((each) => (
              <MenuItem key={each.edition} value={each.edition}>
                {t(each.shifted ? 'takeUp.shifted' : 'takeUp.known', { edition: each.edition })}
              </MenuItem>
            ))}
          </TextField>
          {chosen && chosen.tracks.length > 0 && (
            <TextField
              select
              required
              label={t('takeUp.track')}
              value={chosen.tracks.some(({ id }) => id === track) ? track : ''}
              onChange={(event) => setTrack(event.target.value)}
            >
              {chosen.tracks.map(({ id, title }) => (
                <MenuItem key={id} value={id}>
                  {title}
                </MenuItem>
              ))}
            </TextField>
          )}
          {chosen?.shifted && <Alert severity="info">{t('takeUp.shiftedHint')}</Alert>}
          <Typography variant="body2" color="textSecondary">
            {t('takeUp.hint')}
          </Typography>
          <FaultAlert error={ask.error ?? act.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button variant="contained" disabled={!chosen} loading={act.isPending} onClick={begin}>
          {t('takeUp.do')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
