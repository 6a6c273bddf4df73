/** 开始申报: which edition and which track; an application that already exists is offered first. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { instant } from '../../app/format.ts'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { rivalSteps } from './rival-steps.ts'

type Props = {
  readonly id: string
  readonly edition: string
  readonly track: string | null
  readonly onClose: () => void
}

export function BeginDialog({ id, edition: shown, track: seen, onClose }: Props) {
  const { t } = useTranslation('programmes')
  const navigate = useNavigate()
  const programmes = useAsk('programme.list', {})
  const create = useAct('application.create')
  const [edition, setEdition] = useState(shown)
  const [track, setTrack] = useState(seen)
  const editions = programmes.data?.programmes.filter((row) => row.id === id) ?? []
  const { title, tracks = [] } = editions.find((row) => row.edition === edition) ?? {}
  const [lacking, setLacking] = useState(false)
  const begin = () => {
    const chosen = tracks.some((one) => one.id === track) ? track : null
    if (tracks.length > 0 && chosen === null) return setLacking(true)
    const open = ({ id: made }: { readonly id: string }) => {
      // Closed first: the application's page may still be on its way.
      onClose()
      void navigate(paths.application(made))
    }
    create.mutate({ id, edition, track: chosen }, { onSuccess: open })
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="begin-title">
      <DialogTitle id="begin-title">{title ? t('begin.title', { title }) : t('begin')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TextField
            select
            label={t('begin.edition')}
            value={editions.some((row) => row.edition === edition) ? edition : ''}
            onChange={(event) => setEdition(event.target.value)}
          >
            {editions.map((row) => (
              <MenuItem key={row.edition} value={row.edition}>
                {t('edition', { edition: row.edition })}
              </MenuItem>
            ))}
          </TextField>
          {tracks.length > 0 && (
            <TrackChoice
              tracks={tracks}
              track={track}
              lacking={lacking}
              onChoose={(one) => {
                setTrack(one)
                setLacking(false)
              }}
            />
          )}
          <Existing id={id} edition={edition} />
          <Rivals id={id} edition={edition} track={track} />
          <FaultAlert error={create.error} onClose={create.reset} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <Button
          variant="contained"
          loading={create.isPending || programmes.data === undefined}
          onClick={begin}
        >
          {t('begin.do')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type TrackProps = {
  readonly tracks: ProgrammeRow['tracks']
  readonly track: string | null
  readonly lacking: boolean
  readonly onChoose: (track: string) => void
}

function TrackChoice({ tracks, track, lacking, onChoose }: TrackProps) {
  const { t } = useTranslation('programmes')
  return (
    <TextField
      select
      required
      label={t('track')}
      error={lacking}
      helperText={lacking ? t('begin.trackLacking') : ''}
      value={tracks.some(({ id }) => id === track) ? (track ?? '') : ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {tracks.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Says that this programme is already being applied for, and leads there. */
function Existing({ id, edition }: { readonly id: string; readonly edition: string }) {
  const { t } = useTranslation('programmes')
  const ask = useAsk('application.list', {})
  const same = ask.data?.filter((row) => row.programme === id && row.edition === edition) ?? []
  return same.map((row) => (
    <Alert
      key={row.id}
      severity="info"
      action={
        <Button component={Link} to={paths.application(row.id)} size="small" color="inherit">
          {t('begin.open')}
        </Button>
      }
    >
      {t('begin.exists', { state: t(`terms:state.${row.state}`), at: instant(row.changedAt) })}
    </Alert>
  ))
}

/** Programmes that may not be applied for together, and how many of a group: said before the work. */
function Rivals({ id, edition, track }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation('programmes')
  const ask = useAsk('programme.open', { id, edition, track }, { keep: true })
  if (!ask.data) return null
  const { verdicts } = ask.data
  return rivalSteps(verdicts).map((step) => (
    <Alert key={t(`working:${step.text}`, step.data)} severity="warning">
      {t(`working:${step.text}`, step.data)}
    </Alert>
  ))
}
