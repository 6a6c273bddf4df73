import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../shared/host.ts'
import { ProgressLine } from '../parts/progress-line.tsx'
import { FaultAlert } from './fault-text.tsx'
import { useHost } from './surroundings.ts'
import { useNewVault } from './use-new-vault.ts'

type Props = {
  /** Put the example enterprise into it. */
  readonly sample: boolean
  readonly onClose: () => void
}

/** A name and a place for a new vault. */
export function NewVault({ sample, onClose }: Props) {
  const { t } = useTranslation()
  const host = useHost()
  const [name, setName] = useState(sample ? t('frame:new.sampleName') : '')
  const [folder, setFolder] = useState<Picked | null>(null)
  const make = useNewVault(sample)
  const leave = () => {
    make.leave()
    onClose()
  }
  const choose = async () => {
    const picked = await host.pickFolder({ title: t('frame:new.folderTitle') })
    if (picked) setFolder(picked)
  }
  const lacking = name.trim() === '' ? 'name' : folder ? null : 'folder'
  return (
    <Dialog open onClose={make.busy ? () => {} : leave} maxWidth="sm" fullWidth>
      <DialogTitle>{t(sample ? 'frame:first.sample' : 'frame:first.new')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {t(sample ? 'frame:new.sampleAbout' : 'frame:new.about')}
          </DialogContentText>
          <TextField
            autoFocus
            label={t('frame:new.name')}
            helperText={t('frame:new.nameHint')}
            value={name}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={(event) => setName(event.target.value)}
          />
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
            <Button variant="outlined" onClick={() => void choose()}>
              {t('frame:new.choose')}
            </Button>
            <Typography variant="body2" color={folder ? 'textPrimary' : 'textSecondary'}>
              {folder?.name ?? t('frame:new.folderHint')}
            </Typography>
          </Stack>
          {make.busy && <ProgressLine label={t('frame:new.making')} progress={make.progress} />}
          <FaultAlert error={make.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        {lacking && (
          <Typography variant="caption" color="textSecondary" sx={{ flexGrow: 1, pl: 2 }}>
            {t(`frame:new.lacks.${lacking}`)}
          </Typography>
        )}
        <Button disabled={make.busy} onClick={leave}>
          {t('frame:cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={lacking !== null}
          loading={make.busy}
          onClick={() => folder && make.run(folder, name.trim())}
        >
          {t('frame:new.make')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
